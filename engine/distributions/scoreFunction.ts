import { ln, normalCdf, normalUpper } from "../numeric/elementary.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import type { Described } from "./described.ts";

/** x = T(z) and its slope dx/dz at a score. */
export interface ScorePoint {
  readonly x: number;
  readonly slope: number;
}

/** T(z): the value whose tail on z's side is that of the score, with its slope φ(z)/f(x). */
export interface ScoreFunction {
  readonly support: readonly [number, number];
  readonly median: number;
  /** Distance between the quartiles, the scale of allowed errors. */
  readonly quartileRange: number;
  /** T(z) by the full inverse. */
  exactly(z: number): number;
  /** T(z) and its slope, from a guess that is already near; falls back on the full inverse. */
  near(z: number, guess: number): ScorePoint;
  /** Estimate of guess − T(z) for a guess that should be all but exact. */
  error(z: number, guess: number): number;
}

export function scoreFunction(d: Described): ScoreFunction {
  const [low, high] = d.support;
  const median = d.quantile(0.5);
  const quartileRange = d.upperQuantile(0.25) - d.quantile(0.25);
  const settled = 1e-9 * quartileRange;

  const exactly = (z: number) => (z < 0 ? d.quantile(normalCdf(z)) : d.upperQuantile(normalUpper(z)));

  /** Newton's step on the logarithm of the tail, in which far tails are nearly straight. */
  const step = (z: number, x: number): { move: number; density: number; excess: number } => {
    const { lower, upper, density } = d.tails(x);
    const own = z < 0 ? lower : upper;
    const target = z < 0 ? normalCdf(z) : normalUpper(z);
    const excess = own / target - 1;
    const gap = own * (Math.abs(excess) < 1e-4 ? excess * (1 - 0.5 * excess) : ln(own / target));
    return { move: (z < 0 ? -gap : gap) / density, density, excess };
  };

  const near = (z: number, guess: number): ScorePoint => {
    let x = guess;
    for (let i = 0; i < 8 && x > low && x < high; i++) {
      const { move, density, excess } = step(z, x);
      if (!Number.isFinite(move)) break;
      x += move;
      // the next step would be the square of this one, or rounding
      const close = Math.abs(move) <= settled && Math.abs(excess) < 1e-4;
      if (close || Math.abs(move) <= 4e-16 * Math.abs(x))
        return { x: Math.max(low, Math.min(high, x)), slope: normalDensity(z) / density };
    }
    const exact = exactly(z);
    const slope = normalDensity(z) / d.density(exact);
    return { x: exact, slope: Number.isFinite(slope) ? slope : 0 };
  };

  const error = (z: number, guess: number): number => {
    const { move } = guess > low && guess < high ? step(z, guess) : { move: Number.NaN };
    return Number.isFinite(move) ? -move : guess - exactly(z);
  };

  return { support: d.support, median, quartileRange, exactly, near, error };
}

/** How far a table may be from T(z) at a value x. */
export function allowedError(f: ScoreFunction, x: number): number {
  return 1e-9 * (f.quartileRange + Math.abs(x - f.median));
}
