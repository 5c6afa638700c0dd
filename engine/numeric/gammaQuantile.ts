import { exp, ln } from "./elementary.ts";
import { gammaTails } from "./incompleteGamma.ts";
import { logGamma, logGammaOnePlus } from "./logGamma.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { tailRoot } from "./tailRoot.ts";

/** A start for the search: Wilson & Hilferty (1931), doi:10.1073/pnas.17.12.684; near 0 the first term of the series. */
function start(a: number, lower: number, upper: number): number {
  const logSeries = (ln(lower) + (a < 1.5 ? logGammaOnePlus(a) : logGamma(a + 1))) / a;
  const z = lower < upper ? normalQuantile(lower) : -normalQuantile(upper);
  const ninth = 1 / (9 * a);
  const root = 1 - ninth + z * Math.sqrt(ninth);
  if (logSeries < -2 || root < 0.1) return exp(logSeries);
  return a * root * root * root;
}

/** x with P(a, x) = lower and Q(a, x) = upper; the smaller of the two decides, so neither tail loses digits. */
export function gammaQuantile(a: number, lower: number, upper: number): number {
  if (!(lower >= 0 && upper >= 0)) return Number.NaN;
  if (lower === 0) return 0;
  if (upper === 0) return Number.POSITIVE_INFINITY;
  const which = lower <= upper ? 1 : 2;
  const tails = gammaTails(a);
  const logTail = (x: number, out: Float64Array) => {
    tails(x, out);
    const slope = (x * out[0]) / out[which];
    out[0] = out[which];
    out[1] = which === 1 ? slope : -slope;
  };
  return tailRoot(logTail, Math.min(lower, upper), start(a, lower, upper), Number.POSITIVE_INFINITY);
}

/** x with P(a, x) = p. */
export const gammaPInverse = (a: number, p: number): number => gammaQuantile(a, p, 1 - p);

/** x with Q(a, x) = q. */
export const gammaQInverse = (a: number, q: number): number => gammaQuantile(a, 1 - q, q);
