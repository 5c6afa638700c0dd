import { tableEdge } from "./apply.ts";
import type { KnotTable } from "./distribution.ts";
import { cubicAt, writeCubic } from "./hermite.ts";
import { allowedError, type ScoreFunction, type ScorePoint } from "./scoreFunction.ts";

const mostPieces = 16384;
/** Pieces narrower than this are left as they are: the scores of draws are hardly finer. */
const narrowest = 1e-7;

/**
 * Cubic pieces between knots of their own: at every kink, and halved wherever the error is not yet allowed. The guide has
 * one bin for each piece, so a lookup starts near its piece.
 */
export function knotTable(f: ScoreFunction, kinks: readonly number[]): KnotTable {
  const inner = kinks.filter((z) => z > -tableEdge && z < tableEdge).sort((a, b) => a - b);
  const ends = [-tableEdge, ...inner, tableEdge];
  const pieces: { z: number; right: number; c: Float64Array }[] = [];
  for (let i = 1; i < ends.length; i++) {
    const start = pointAt(f, ends[i - 1], 1);
    refine(f, ends[i - 1], start, ends[i], pointAt(f, ends[i], -1), pieces);
  }
  const knots = new Float64Array(pieces.length + 1);
  const coefficients = new Float64Array(4 * pieces.length);
  pieces.forEach(({ z, c }, i) => {
    knots[i] = z;
    coefficients.set(c, 4 * i);
  });
  knots[pieces.length] = tableEdge;
  return { kind: "knots", knots, coefficients, guide: guideOf(knots), low: f.support[0], high: f.support[1] };
}

/** A point with the slope on one side of it (a kink has two). */
function pointAt(f: ScoreFunction, z: number, side: number): ScorePoint {
  const x = f.exactly(z);
  const beside = f.near(z + side * 1e-9, x);
  return { x, slope: beside.slope };
}

function refine(
  f: ScoreFunction,
  from: number,
  left: ScorePoint,
  to: number,
  right: ScorePoint,
  pieces: { z: number; right: number; c: Float64Array }[],
): void {
  const width = to - from;
  const c = new Float64Array(4);
  writeCubic(c, 0, left, right, width);
  const good = [0.5, 0.25, 0.75, 0.1, 0.9].every((t) => {
    const x = Math.max(f.support[0], Math.min(f.support[1], cubicAt(c, 0, t)));
    return Math.abs(f.error(from + t * width, x)) <= allowedError(f, x);
  });
  if ((good && width <= 1) || width < narrowest || pieces.length >= mostPieces) {
    pieces.push({ z: from, right: to, c });
    return;
  }
  const middle = from + width / 2;
  const { x, slope } = f.near(middle, cubicAt(c, 0, 0.5));
  const point = { x: Math.max(left.x, Math.min(right.x, x)), slope };
  refine(f, from, left, middle, point, pieces);
  refine(f, middle, point, to, right, pieces);
}

function guideOf(knots: Float64Array): Int32Array {
  const bins = knots.length - 1;
  const guide = new Int32Array(bins);
  let piece = 0;
  for (let bin = 0; bin < bins; bin++) {
    const z = ((2 * tableEdge) / bins) * bin - tableEdge;
    while (piece < bins - 1 && knots[piece + 1] <= z) piece++;
    guide[bin] = piece;
  }
  return guide;
}
