import { tableEdge } from "./apply.ts";
import type { CellTable } from "./distribution.ts";
import { cubicAt, writeCubic } from "./hermite.ts";
import { allowedError, type ScoreFunction, type ScorePoint } from "./scoreFunction.ts";

const fewestCells = 128;
const mostCells = 4096;
/** Where in a cell the error is looked at: the middle, where that of a smooth function is largest, then beside it. */
const testPoints = [0.5, 0.25, 0.75];

/**
 * Equal cubic cells, doubled until the error is allowed at the test points of every cell; undefined if 4,096 cells are not
 * enough. Nodes are found by marching from the median outwards, each from its neighbours, and kept when cells are doubled.
 */
export function cellTable(f: ScoreFunction): CellTable | undefined {
  let nodes: ScorePoint[] | undefined;
  for (let cells = fewestCells; cells <= mostCells; cells *= 2) {
    nodes = nodes ? halved(f, nodes) : march(f, cells);
    keepOrder(nodes);
    const coefficients = new Float64Array(4 * cells);
    const width = (2 * tableEdge) / cells;
    for (let i = 0; i < cells; i++) writeCubic(coefficients, i, nodes[i], nodes[i + 1], width);
    if (testPoints.every((t) => holds(f, coefficients, cells, t)))
      return { kind: "cells", cells, coefficients, low: f.support[0], high: f.support[1] };
  }
  return undefined;
}

function score(i: number, cells: number): number {
  return ((2 * tableEdge) / cells) * i - tableEdge;
}

function holds(f: ScoreFunction, c: Float64Array, cells: number, t: number): boolean {
  for (let i = 0; i < cells; i++) {
    const x = Math.max(f.support[0], Math.min(f.support[1], cubicAt(c, i, t)));
    if (!(Math.abs(f.error(score(i + t, cells), x)) <= allowedError(f, x))) return false;
  }
  return true;
}

function march(f: ScoreFunction, cells: number): ScorePoint[] {
  const nodes = new Array<ScorePoint>(cells + 1);
  const width = (2 * tableEdge) / cells;
  const middle = cells / 2;
  nodes[middle] = f.near(0, f.median);
  for (const direction of [-1, 1]) {
    let before = nodes[middle];
    let here = before;
    for (let i = middle + direction; i >= 0 && i <= cells; i += direction) {
      // two-step Adams–Bashforth from the slopes so far
      const guess = here.x + direction * width * (1.5 * here.slope - 0.5 * before.slope);
      before = here;
      here = f.near(score(i, cells), guess);
      nodes[i] = here;
    }
  }
  return nodes;
}

/** Takes out what rounding may have turned round between neighbours in a flat stretch, from the median outwards. */
function keepOrder(nodes: ScorePoint[]): void {
  const middle = (nodes.length - 1) / 2;
  for (let i = middle + 1; i < nodes.length; i++)
    if (nodes[i].x < nodes[i - 1].x) nodes[i] = { x: nodes[i - 1].x, slope: nodes[i].slope };
  for (let i = middle - 1; i >= 0; i--)
    if (nodes[i].x > nodes[i + 1].x) nodes[i] = { x: nodes[i + 1].x, slope: nodes[i].slope };
}

function halved(f: ScoreFunction, nodes: readonly ScorePoint[]): ScorePoint[] {
  const cells = 2 * (nodes.length - 1);
  const between = new Float64Array(4);
  const finer = new Array<ScorePoint>(cells + 1);
  for (let i = 0; i < nodes.length; i++) {
    finer[2 * i] = nodes[i];
    if (i === nodes.length - 1) break;
    writeCubic(between, 0, nodes[i], nodes[i + 1], (4 * tableEdge) / cells);
    finer[2 * i + 1] = f.near(score(2 * i + 1, cells), cubicAt(between, 0, 0.5));
  }
  return finer;
}
