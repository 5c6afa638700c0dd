import { binomialCount } from "../../engine/numeric/counts.ts";
import { normalTail } from "../../engine/numeric/elementary.ts";
import { betaTails } from "../../engine/numeric/incompleteBeta.ts";

/** A plain sequence of numbers in (0, 1), the same for the same start. */
function plainUniforms(start: number): () => number {
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
