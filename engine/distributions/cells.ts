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
 * a cell: there T(z) is found exactly, which is also the node that doubling needs. Doubling divides the error by 16: where it
 * was allowed before, and on both sides, it is not looked at again.
 */
export function cellTable(f: ScoreFunction): CellTable | undefined {
  let nodes = march(f, fewestCells);
  let sure = new Uint8Array(fewestCells);
  for (let cells = fewestCells; cells <= mostCells; cells *= 2) {
    keepOrder(nodes.x);
    const middles = new Middles(f, coefficientsOf(nodes));
    if (holds(f, middles, sure))
      return { kind: "cells", cells, coefficients: middles.coefficients, low: f.support[0], high: f.support[1] };
    sure = surelyGood(middles);
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

/** T(z) and its slope in the middle of each cell, from the cubics as they are, with the error of these; found when asked for. */
class Middles implements Nodes {
  readonly coefficients: Float64Array;
  readonly x: Float64Array;
  readonly slope: Float64Array;
  private readonly f: ScoreFunction;
  /** NaN where T(z) is not found yet, or is none. */
  private readonly errors: Float64Array;
  private readonly found: Uint8Array;
  private readonly point = new Float64Array(2);

  constructor(f: ScoreFunction, coefficients: Float64Array) {
    const cells = coefficients.length / 4;
    this.f = f;
    this.coefficients = coefficients;
    this.x = new Float64Array(cells);
    this.slope = new Float64Array(cells);
    this.errors = new Float64Array(cells);
    this.found = new Uint8Array(cells);
  }

  /** How far the cubic of a cell is from T(z) in its middle. */
  error(i: number): number {
    if (this.found[i] === 0) {
      const guess = cubicAt(this.coefficients, i, 0.5);
      this.f.near(score(i + 0.5, this.x.length), guess, this.point);
      this.x[i] = this.point[0];
      this.slope[i] = this.point[1];
      this.errors[i] = Math.abs(guess - this.x[i]);
      this.found[i] = 1;
    }
    return this.errors[i];
  }

  /** Whether that is at most some share of what is allowed. */
  isWithin(i: number, share: number): boolean {
    const error = this.error(i);
    return error <= share * allowedError(this.f, this.x[i]);
  }
}

/** Whether the error is allowed in the middle of every cell that is not sure, and beside it where that comes near the limit. */
function holds(f: ScoreFunction, middles: Middles, sure: Uint8Array): boolean {
  const cells = sure.length;
  const suspects: number[] = [];
  for (let i = 0; i < cells; i++) {
    if (sure[i] === 1 || middles.isWithin(i, suspect)) continue;
    if (!middles.isWithin(i, 1)) return false;
    suspects.push(i);
  }
  const { coefficients } = middles;
  return suspects.every((i) =>
    besideMiddle.every((t) => isAllowed(f, score(i + t, cells), cubicAt(coefficients, i, t))),
  );
}

/** The halves of each cell whose error is allowed, as are those beside it. Finds all middles. */
function surelyGood(middles: Middles): Uint8Array<ArrayBuffer> {
  const last = middles.x.length - 1;
  const good = Array.from(middles.x, (_, i) => middles.isWithin(i, 1));
  const sure = new Uint8Array(2 * good.length);
  for (let i = 0; i <= last; i++) {
    const around = good[Math.max(0, i - 1)] && good[i] && good[Math.min(last, i + 1)];
    if (around) sure.fill(1, 2 * i, 2 * i + 2);
  }
  return sure;
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
