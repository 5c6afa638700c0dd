import { ln, normalTail, tailRatio } from "../numeric/elementary.ts";
import { normalDensity, sqrt2Pi } from "../numeric/normalQuantile.ts";
import type { Described } from "./described.ts";

/** T(z): the value whose tail on z's side is that of the score, with its slope φ(z)/f(x). */
export interface ScoreFunction {
  readonly support: readonly [number, number];
  readonly median: number;
  /** The scale of allowed errors: the interquartile range, or a thousandth of that from 1 % to 99 % where it is larger. */
  readonly scale: number;
  /** T(z) by the full inverse. */
  exactly(z: number): number;
  /** Writes T(z) into out[0] and its slope into out[1], from a guess that is already near; else by the full inverse. */
  near(z: number, guess: number, out: Float64Array): void;
  /** Estimate of guess − T(z) for a guess that should be all but exact. */
  error(z: number, guess: number): number;
}

export function scoreFunction(d: Described): ScoreFunction {
  const [low, high] = d.support;
  const median = d.quantile(0.5);
  const quartileRange = d.upperQuantile(0.25) - d.quantile(0.25);
  const scale = Math.max(quartileRange, (d.upperQuantile(0.01) - d.quantile(0.01)) / 1000);
  const settled = 1e-9 * scale;

  const exactly = (z: number) => (z < 0 ? d.quantile(normalTail(z)) : d.upperQuantile(normalTail(z)));

  const at = new Float64Array(3);
  /** Relative excess of x's tail over the score's tail `target`; leaves the point in `at`. */
  const excessAt = (z: number, x: number, target: number): number => {
    d.tails(x, at);
    return (z < 0 ? at[1] : at[2]) / target - 1;
  };
  /** Newton's step on the logarithm of the tail, in which far tails are nearly straight; from the point in `at`. */
  const move = (z: number, excess: number): number => {
    const logarithm = Math.abs(excess) < 1e-4 ? excess * (1 - 0.5 * excess) : ln(1 + excess);
    return ((z < 0 ? -at[1] : at[2]) * logarithm) / at[0];
  };

  const { atScore } = d;
  if (atScore !== undefined) {
    const direct = new Float64Array(2);
    const valueAt = (z: number) => {
      atScore(z, direct);
      return Math.max(low, Math.min(high, direct[0]));
    };
    return {
      support: d.support,
      median,
      scale,
      exactly: valueAt,
      near: (z, _guess, out) => atScore(z, out),
      error: (z, guess) => guess - valueAt(z),
    };
  }

  const near = (z: number, guess: number, out: Float64Array): void => {
    const height = normalDensity(z);
    const target = height * sqrt2Pi * tailRatio(Math.abs(z));
    let x = guess;
    for (let i = 0; i < 8 && x > low && x < high; i++) {
      const excess = excessAt(z, x, target);
      const step = move(z, excess);
      if (!Number.isFinite(step)) break;
      x += step;
      // the next step would be the square of this one, or rounding
      if ((Math.abs(step) <= settled && Math.abs(excess) < 1e-4) || Math.abs(step) <= 4e-16 * Math.abs(x)) {
        out[0] = Math.max(low, Math.min(high, x));
        out[1] = height / at[0];
        return;
      }
    }
    out[0] = exactly(z);
    const slope = height / d.density(out[0]);
    out[1] = Number.isFinite(slope) ? slope : 0;
  };

  const error = (z: number, guess: number): number => {
    if (guess > low && guess < high) {
      const step = move(z, excessAt(z, guess, normalTail(z)));
      if (Number.isFinite(step)) return -step;
    }
    return guess - exactly(z);
  };

  return { support: d.support, median, scale, exactly, near, error };
}

/** How far from T(z) = x a table may be: a billionth of the scale and the distance to the median, or the rounding of x. */
export function allowedError(f: ScoreFunction, x: number): number {
  return 1e-9 * (f.scale + Math.abs(x - f.median)) + 1e-15 * Math.abs(x);
}

/** Whether a value given for a score is as near to T(z) as tables must be. */
export function isAllowed(f: ScoreFunction, z: number, value: number): boolean {
  const x = Math.max(f.support[0], Math.min(f.support[1], value));
  return Math.abs(f.error(z, x)) <= allowedError(f, x);
}
