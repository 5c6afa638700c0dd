import { impossible } from "../../issues.ts";
import { exp, power } from "../../numeric/elementary.ts";
import { log1p } from "../../numeric/log1p.ts";
import type { Count } from "./momentsOfSum.ts";

/**
 * Probabilities of a sum of amounts on the grid 0, 1, 2, … steps, by Panjer's recursion: exact for amounts on the grid.
 * P(N = n) = (a + b/n)·P(N = n − 1) for the counts known here.
 * Source: Panjer (1981), doi:10.1017/S0515036100006796.
 *
 * @param amounts probability of an amount of k steps at index k; summing to one
 * @param length number of probabilities wanted
 * @throws UtfallError `evidenceRule` for a fixed count, which the recursion doesn't know, or where the chance of zero underflows
 */
export function panjerProbabilities(count: Count, amounts: Float64Array, length: number): Float64Array {
  const { a, b, start } = recursionOf(count, amounts[0]);
  if (!(start > 0)) throw impossible("sum", "P(0) > 0", { "P(0)": start });
  const result = new Float64Array(length);
  result[0] = start;
  const share = 1 / (1 - a * amounts[0]);
  for (let k = 1; k < length; k++) {
    let sum = 0;
    const most = Math.min(k, amounts.length - 1);
    for (let j = 1; j <= most; j++) sum += (a + (b * j) / k) * amounts[j] * result[k - j];
    result[k] = share * sum;
  }
  return result;
}

/** a, b, and the chance of a sum of zero: the count's generating function at the chance of an amount of zero. */
function recursionOf(count: Count, none: number): { readonly a: number; readonly b: number; readonly start: number } {
  switch (count.kind) {
    case "fixed":
      throw impossible("sum", "Var(N) > 0", { n: count.n });
    case "poisson":
      return { a: 0, b: count.mean, start: exp(count.mean * (none - 1)) };
    case "binomial": {
      const { n, probability: p } = count;
      if (!(p < 1)) throw impossible("sum", "Var(N) > 0", { n });
      const odds = p / (1 - p);
      return { a: -odds, b: (n + 1) * odds, start: power(1 + p * (none - 1), n) };
    }
    case "negativeBinomial": {
      const ratio = count.mean / count.size;
      const a = ratio / (1 + ratio);
      return { a, b: (count.size - 1) * a, start: exp(-count.size * log1p(ratio * (1 - none))) };
    }
  }
}

/**
 * Amounts rounded to the nearest multiple of a step: the probability between k − ½ and k + ½ steps at index k, the rest in the last.
 *
 * @param cdf P(amount ≤ x) of an amount that is 0 or more
 */
export function roundedAmounts(cdf: (x: number) => number, step: number, length: number): Float64Array {
  const result = new Float64Array(length);
  let below = 0;
  for (let k = 0; k < length - 1; k++) {
    const upTo = cdf((k + 0.5) * step);
    result[k] = upTo - below;
    below = upTo;
  }
  result[length - 1] = 1 - below;
  return result;
}
