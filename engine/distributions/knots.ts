import { tableEdge } from "./apply.ts";
import type { KnotTable } from "./distribution.ts";
import { cubicAt, writeCubic } from "./hermite.ts";
import { isAllowed, type ScoreFunction } from "./scoreFunction.ts";

/** Pieces narrower than this are left as they are; across a gap, where all values of a piece are wrong, far narrower ones. */
const narrowest = 1 / 65536;
const narrowestAtGap = 1 / 68719476736;
/** On either side of a jump. */
const beside = 1e-12;
const widest = 1;
const testPoints = [0.5, 0.25, 0.75, 0.1, 0.9];

/** A score with T(z) and the slope on one side of it (a kink has two). */
interface Knot {
  readonly z: number;
  readonly x: number;
  readonly slope: number;
}

/**
 * Cubic pieces between knots of their own: at every kink, and halved wherever the error is not yet allowed. The guide has
 * one bin for each piece, so a lookup starts near its piece.
 */
export function knotTable(f: ScoreFunction, kinks: readonly number[], gaps = false): KnotTable {
  const least = gaps ? narrowestAtGap : narrowest;
  const inner = kinks.filter((z) => z > -tableEdge && z < tableEdge).sort((a, b) => a - b);
  const ends = [-tableEdge, ...inner, tableEdge];
  const starts: number[] = [];
  const cubics: Float64Array[] = [];
  const point = new Float64Array(2);

  const refine = (left: Knot, right: Knot): void => {
    const width = right.z - left.z;
    const c = new Float64Array(4);
    writeCubic(c, 0, left.x, left.slope, right.x, right.slope, width);
    const good = width <= widest && testPoints.every((t) => isAllowed(f, left.z + t * width, cubicAt(c, 0, t)));
    if (good || width < least) {
      starts.push(left.z);
      cubics.push(c);
      return;
    }
    const z = left.z + width / 2;
    f.near(z, cubicAt(c, 0, 0.5), point);
    const middle = { z, x: Math.max(left.x, Math.min(right.x, point[0])), slope: point[1] };
    refine(left, middle);
    refine(middle, right);
  };
  const knotAt = (z: number, side: number): Knot => {
    const x = f.exactly(gaps ? z + side * beside : z);
    f.near(z + side * 1e-9, x, point);
    return { z, x, slope: point[1] };
  };
  for (let i = 1; i < ends.length; i++) refine(knotAt(ends[i - 1], 1), knotAt(ends[i], -1));

  const knots = Float64Array.from([...starts, tableEdge]);
  const coefficients = new Float64Array(4 * cubics.length);
  cubics.forEach((c, i) => {
    coefficients.set(c, 4 * i);
  });
  return { kind: "knots", knots, coefficients, guide: guideOf(knots), low: f.support[0], high: f.support[1] };
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
