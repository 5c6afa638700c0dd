import { tableEdge } from "./apply.ts";
import type { CellTable } from "./distribution.ts";
import { cubicAt, writeCubic } from "./hermite.ts";
import { allowedError, isAllowed, type ScoreFunction } from "./scoreFunction.ts";

const fewestCells = 128;
const mostCells = 4096;
/** Looked at beside the middle, in cells whose error there is above this share of the allowed one. */
const besideMiddle = [0.25, 0.75];
const suspect = 1 / 4;

/** T(z) at equally spaced scores, and its slope there. */
interface Nodes {
  readonly x: Float64Array;
  readonly slope: Float64Array;
}

/**
 * Equal cubic cells, doubled until the error is allowed in all of them; undefined if 4,096 cells are not enough. Nodes are found
 * by marching from the median outwards, each from its neighbours. The error of a smooth function is largest in the middle of
 * a cell: there T(z) is found exactly, which is also the node that doubling needs.
 */
export function cellTable(f: ScoreFunction): CellTable | undefined {
  let nodes = march(f, fewestCells);
  for (let cells = fewestCells; cells <= mostCells; cells *= 2) {
    keepOrder(nodes.x);
    const coefficients = coefficientsOf(nodes);
    const middles = middlesOf(f, coefficients);
    if (holds(f, coefficients, middles.x))
      return { kind: "cells", cells, coefficients, low: f.support[0], high: f.support[1] };
    nodes = { x: interleaved(nodes.x, middles.x), slope: interleaved(nodes.slope, middles.slope) };
  }
  return undefined;
}

function coefficientsOf({ x, slope }: Nodes): Float64Array {
  const cells = x.length - 1;
  const c = new Float64Array(4 * cells);
  const width = (2 * tableEdge) / cells;
  for (let i = 0; i < cells; i++) writeCubic(c, i, x[i], slope[i], x[i + 1], slope[i + 1], width);
  return c;
}

function score(i: number, cells: number): number {
  return ((2 * tableEdge) / cells) * i - tableEdge;
}

/** T(z) and its slope at the nodes, by the three-step rule of Adams and Bashforth from the median outwards, each then put right. */
function march(f: ScoreFunction, cells: number): Nodes {
  const x = new Float64Array(cells + 1);
  const slope = new Float64Array(cells + 1);
  const width = (2 * tableEdge) / cells;
  const middle = cells / 2;
  const point = new Float64Array(2);
  const solve = (i: number, guess: number) => {
    f.near(score(i, cells), guess, point);
    x[i] = point[0];
    slope[i] = point[1];
  };
  solve(middle, f.median);
  for (const direction of [-1, 1]) {
    let before = slope[middle];
    let twoBefore = before;
    for (let i = middle + direction; i >= 0 && i <= cells; i += direction) {
      const here = slope[i - direction];
      solve(i, x[i - direction] + (direction * width * (23 * here - 16 * before + 5 * twoBefore)) / 12);
      twoBefore = before;
      before = here;
    }
  }
  return { x, slope };
}

/** T(z) and its slope in the middle of every cell, from the cubics as they are. */
function middlesOf(f: ScoreFunction, c: Float64Array): Nodes {
  const cells = c.length / 4;
  const x = new Float64Array(cells);
  const slope = new Float64Array(cells);
  const point = new Float64Array(2);
  for (let i = 0; i < cells; i++) {
    f.near(score(i + 0.5, cells), cubicAt(c, i, 0.5), point);
    x[i] = point[0];
    slope[i] = point[1];
  }
  return { x, slope };
}

/** Whether the error is allowed in the middle of every cell, and beside it where the middle comes near the limit. */
function holds(f: ScoreFunction, c: Float64Array, middles: Float64Array): boolean {
  const cells = middles.length;
  const suspects: number[] = [];
  for (let i = 0; i < cells; i++) {
    const error = Math.abs(cubicAt(c, i, 0.5) - middles[i]);
    const allowed = allowedError(f, middles[i]);
    if (!(error <= allowed)) return false;
    if (error > suspect * allowed) suspects.push(i);
  }
  return suspects.every((i) => besideMiddle.every((t) => isAllowed(f, score(i + t, cells), cubicAt(c, i, t))));
}

function interleaved(ends: Float64Array, middles: Float64Array): Float64Array {
  const all = new Float64Array(ends.length + middles.length);
  for (let i = 0; i < ends.length; i++) all[2 * i] = ends[i];
  for (let i = 0; i < middles.length; i++) all[2 * i + 1] = middles[i];
  return all;
}

/** Takes out what rounding may have turned round between neighbours in a flat stretch, from the median outwards. */
function keepOrder(x: Float64Array): void {
  const middle = (x.length - 1) / 2;
  for (let i = middle + 1; i < x.length; i++) x[i] = Math.max(x[i], x[i - 1]);
  for (let i = middle - 1; i >= 0; i--) x[i] = Math.min(x[i], x[i + 1]);
}
