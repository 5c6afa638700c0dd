import type { Described } from "../../distributions/described.ts";
import { matchedSum } from "./matchedSum.ts";
import { momentsOfAmount, momentsOfSum } from "./momentsOfSum.ts";
import { roundedAmounts } from "./panjer.ts";

/** Steps of the grid on which sums are computed: their probabilities are then right to about a thousandth. */
const steps = 2048;
/** What may lie beyond the grid. */
const beyond = 1e-4;

/**
 * The largest error of a probability where the sum of n amounts is taken to be a shifted lognormal of the same three moments,
 * against the amounts' own distribution folded n times on a grid. 0 for fewer than one.
 *
 * @param n a whole number
 * @throws UtfallError `evidenceRule` where a tail is too heavy for the moments
 */
export function errorOfMatch(amount: Described, n: number): number {
  if (n < 1) return 0;
  const moments = momentsOfAmount(amount);
  if (moments.variance === 0) return 0;
  const match = matchedSum("shiftedLognormal", momentsOfSum({ kind: "fixed", n }, moments));
  const low = Number.isFinite(amount.support[0]) ? amount.support[0] : amount.quantile(beyond / n);
  const high = Math.max(match.upperQuantile(beyond), (n - 1) * moments.mean + amount.upperQuantile(beyond));
  const step = (high - n * low) / (steps - 1);
  const single = roundedAmounts((x) => amount.cdf(x + low), step, steps);
  const folded = power(single, n);
  let below = 0;
  // Of the smallest sum there can be, where the match may begin too early.
  let worst = match.cdf(n * low);
  for (let k = 0; k < steps - 1; k++) {
    below += folded[k];
    worst = Math.max(worst, Math.abs(below - match.cdf(n * low + (k + 0.5) * step)));
  }
  return worst;
}

/** Probabilities of the sum of n; what lies beyond the grid is left out. */
function power(single: Float64Array, n: number): Float64Array {
  let result: Float64Array | undefined;
  let square = single;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === undefined ? square : fold(result, square);
    if (left > 1) square = fold(square, square);
  }
  return result!;
}

function fold(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    const own = a[i];
    if (own === 0) continue;
    for (let j = 0; i + j < a.length; j++) sum[i + j] += own * b[j];
  }
  return sum;
}
