import { binomialCount, negativeBinomialCount, poissonCount } from "../../engine/numeric/counts.ts";
import { normalTail } from "../../engine/numeric/elementary.ts";
import { betaTails } from "../../engine/numeric/incompleteBeta.ts";
import { gammaTails } from "../../engine/numeric/incompleteGamma.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";

/** A plain sequence of numbers in (0, 1), the same for the same start. */
export function plainUniforms(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Both tails of a count: P(X ≤ k) and P(X > k). */
type TailsOf = (k: number) => { readonly lower: number; readonly upper: number };

/** What is wrong with a count at a score, in words: its own tail must reach that of the score, the one before must not. */
function misplaced(score: number, count: number, tails: TailsOf, within: number): string | undefined {
  const target = normalTail(score);
  const at = tails(count);
  const before = tails(count - 1);
  const fits =
    score > 0
      ? at.upper <= target * (1 + within) && before.upper >= target * (1 - within)
      : at.lower >= target * (1 - within) && before.lower <= target * (1 + within);
  return fits ? undefined : `${count} at ${score}: ${JSON.stringify({ target, at, before })}`;
}

const binomialTails =
  (n: number, p: number): TailsOf =>
  (k) => {
    if (k < 0) return { lower: 0, upper: 1 };
    if (k >= n) return { lower: 1, upper: 0 };
    const out = new Float64Array(3);
    betaTails(k + 1, n - k)(p, 1 - p, out);
    return { lower: out[2], upper: out[1] };
  };

/** Binomial counts at scores, sizes and probabilities of all magnitudes that do not fit their tails, in words. */
export function binomialBrackets(cases: number, start: number): readonly string[] {
  const next = plainUniforms(start);
  return Array.from({ length: cases }, (_, i) => {
    const score = 12.6 * (next() - 0.5);
    const size = Math.ceil(10 ** (6 * next()));
    const common = next();
    const probability = i % 3 === 0 ? 10 ** (-8 * common) : i % 3 === 1 ? common : 1 - 10 ** (-5 * common);
    const wrong = misplaced(score, binomialCount(score, size, probability), binomialTails(size, probability), 2e-11);
    return wrong === undefined ? [] : [`of ${size}, ${probability}: ${wrong}`];
  }).flat();
}

/** P(X ≤ k) is the upper tail of a gamma variable of shape k + 1 at the mean. */
const poissonTails =
  (mean: number): TailsOf =>
  (k) => {
    if (k < 0) return { lower: 0, upper: 1 };
    const out = new Float64Array(3);
    gammaTails(k + 1)(mean, out);
    return { lower: out[2], upper: out[1] };
  };

export function poissonBrackets(cases: number, start: number): readonly string[] {
  const next = plainUniforms(start);
  return Array.from({ length: cases }, () => {
    const score = 12.6 * (next() - 0.5);
    const mean = 10 ** (11 * next() - 5);
    const wrong = misplaced(score, poissonCount(score, mean), poissonTails(mean), 2e-11);
    return wrong === undefined ? [] : [`mean ${mean}: ${wrong}`];
  }).flat();
}

/** P(X ≤ k) is the upper tail of a beta variable of parameters k + 1 and size at 1 − 1/(1 + dispersion·mean). */
const negativeBinomialTails = (mean: number, dispersion: number): TailsOf => {
  const extra = dispersion * mean;
  return (k) => {
    if (k < 0) return { lower: 0, upper: 1 };
    const out = new Float64Array(3);
    betaTails(k + 1, 1 / dispersion)(extra / (1 + extra), 1 / (1 + extra), out);
    return { lower: out[2], upper: out[1] };
  };
};

export function negativeBinomialBrackets(cases: number, start: number): readonly string[] {
  const next = plainUniforms(start);
  return Array.from({ length: cases }, () => {
    const score = 12.6 * (next() - 0.5);
    const mean = 10 ** (8 * next() - 3);
    const dispersion = 10 ** (6 * next() - 4);
    const count = negativeBinomialCount(score, mean, dispersion);
    // The beta function's own tails lose digits where its argument is near 1.
    const within = 3e-11 + 2e-16 * mean * dispersion;
    const wrong = misplaced(score, count, negativeBinomialTails(mean, dispersion), within);
    return wrong === undefined ? [] : [`mean ${mean}, dispersion ${dispersion}: ${wrong}`];
  }).flat();
}

/** The score at which the count goes from k to k + 1, and what counts a little below and above it must be. */
function atThreshold(
  k: number,
  { lower, upper }: ReturnType<TailsOf>,
  within: number,
  count: (score: number) => number,
) {
  const tail = Math.min(lower, upper);
  const z = lower < upper ? normalQuantile(lower) : -normalQuantile(upper);
  const apart = (within * tail * Math.sqrt(2 * Math.PI)) / Math.exp(-0.5 * z * z) + 4e-16 * Math.abs(z);
  const got = [count(z - apart), count(z + apart)];
  return got[0] === k && got[1] === k + 1 ? [] : [`${got}, not ${[k, k + 1]}, around ${z}`];
}

/** The same where it is hardest: at scores a hair from a threshold, where any approximation of the count would show. */
export function hardestCounts(cases: number, start: number): readonly string[] {
  const next = plainUniforms(start);
  return Array.from({ length: cases }, (_, i) => {
    const score = 12.6 * (next() - 0.5);
    if (i % 4 === 0) {
      const mean = 10 ** (6 * next() - 1);
      const dispersion = 10 ** (5 * next() - 5);
      const k = negativeBinomialCount(score, mean, dispersion);
      const tails = negativeBinomialTails(mean, dispersion)(k);
      if (Math.min(tails.lower, tails.upper) < 2 ** -40) return [];
      return atThreshold(k, tails, 5e-11 + 1e-16 * mean, (z) => negativeBinomialCount(z, mean, dispersion)).map(
        (wrong) => `mean ${mean}, dispersion ${dispersion}: ${wrong}`,
      );
    }
    if (i % 4 === 1) {
      const mean = 10 ** (7 * next() - 2);
      const k = poissonCount(score, mean);
      const tails = poissonTails(mean)(k);
      if (Math.min(tails.lower, tails.upper) < 2 ** -40) return [];
      return atThreshold(k, tails, 2e-11, (z) => poissonCount(z, mean)).map((wrong) => `mean ${mean}: ${wrong}`);
    }
    const sd = 0.3 * 300 ** next();
    const p = i % 4 === 2 ? next() : 10 ** (-7 * next());
    const n = Math.min(1e5, Math.ceil((sd * sd) / (p * (1 - p))));
    const k = binomialCount(score, n, p);
    const tails = binomialTails(n, p)(k);
    if (k === n || Math.min(tails.lower, tails.upper) < 2 ** -40) return [];
    return atThreshold(k, tails, 2e-11 + 1e-16 * n, (z) => binomialCount(z, n, p)).map(
      (wrong) => `of ${n}, ${p}: ${wrong}`,
    );
  }).flat();
}
