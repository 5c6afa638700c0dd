import { cubicAt, writeCubic } from "../distributions/hermite.ts";
import type { CellTable } from "../distributions/index.ts";

/** Scores reach from −edge to edge, as in every table of draws. */
export const edge = 9;
const fewestCells = 64;
const mostCells = 4096;

/**
 * A table of a smooth rising function of the score, in the form that draws read: cells are doubled until the error is allowed
 * in the middle and the quarters of each, or there are 4,096.
 *
 * @param at writes the function's value at a score into out[0] and its slope into out[1]
 */
export function cubicCells(
  at: (z: number, out: Float64Array) => void,
  allowed: number,
  [low, high]: readonly [number, number],
): CellTable {
  for (let cells = fewestCells; ; cells *= 2) {
    const coefficients = coefficientsOf(at, cells);
    if (cells >= mostCells || holds(at, coefficients, cells, allowed))
      return { kind: "cells", cells, coefficients, low, high };
  }
}

const score = (i: number, cells: number): number => ((2 * edge) / cells) * i - edge;

function coefficientsOf(at: (z: number, out: Float64Array) => void, cells: number): Float64Array {
  const c = new Float64Array(4 * cells);
  const [left, right] = [new Float64Array(2), new Float64Array(2)];
  at(-edge, left);
  for (let cell = 0; cell < cells; cell++) {
    at(score(cell + 1, cells), right);
    writeCubic(c, cell, left[0], left[1], right[0], right[1], (2 * edge) / cells);
    left.set(right);
  }
  return c;
}

function holds(at: (z: number, out: Float64Array) => void, c: Float64Array, cells: number, allowed: number): boolean {
  const point = new Float64Array(2);
  for (let cell = 0; cell < cells; cell++)
    for (const t of [0.25, 0.5, 0.75]) {
      at(score(cell + t, cells), point);
      if (!(Math.abs(cubicAt(c, cell, t) - point[0]) <= allowed)) return false;
    }
  return true;
}
