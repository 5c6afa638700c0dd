import { exp, ln, power } from "../numeric/elementary.ts";

/*
 * The certain amount that is as good as an uncertain one, to whom risk is unwelcome (Pratt 1964, doi:10.2307/1913738).
 * Exponential utility 1 − e^(−a·x) has the same aversion at every level of wealth; power utility x^(1−g)/(1−g), ln x at g = 1,
 * the same share of it.
 */

/** Of a sample by exponential utility with aversion a, per unit of the values; 0 is the mean. */
export function exponentialEquivalent(values: ArrayLike<number>, aversion: number): number {
  if (aversion === 0) return meanOf(values, (x) => x);
  // Taken from the worst value, or the best where risk is welcome, so that no power overflows.
  let edge = values[0];
  for (let i = 1; i < values.length; i++) edge = aversion > 0 ? Math.min(edge, values[i]) : Math.max(edge, values[i]);
  return edge - ln(meanOf(values, (x) => exp(-aversion * (x - edge)))) / aversion;
}

/** Of a sample by power utility. @throws RangeError for a value of 0 or below, which has no such utility */
export function powerEquivalent(values: ArrayLike<number>, relativeAversion: number): number {
  for (let i = 0; i < values.length; i++)
    if (!(values[i] > 0)) throw new RangeError(`power utility needs values above 0, got ${values[i]}`);
  if (relativeAversion === 1) return exp(meanOf(values, ln));
  const own = 1 - relativeAversion;
  return power(
    meanOf(values, (x) => power(x, own)),
    1 / own,
  );
}

/** Of a normal amount by exponential utility: mean − a·sd²/2. */
export function normalEquivalent(mean: number, sd: number, aversion: number): number {
  return mean - (aversion * sd * sd) / 2;
}

/** Of a lognormal amount by power utility: e^(meanlog + (1 − g)·sdlog²/2). */
export function lognormalEquivalent(meanlog: number, sdlog: number, relativeAversion: number): number {
  return exp(meanlog + ((1 - relativeAversion) * sdlog * sdlog) / 2);
}

function meanOf(values: ArrayLike<number>, of: (x: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += of(values[i]);
  return sum / values.length;
}
