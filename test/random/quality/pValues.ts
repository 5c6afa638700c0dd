import { normalUpper } from "../../../engine/numeric/elementary.ts";
import { gammaP, gammaQ } from "../../../engine/numeric/incompleteGamma.ts";
import { logGamma } from "../../../engine/numeric/logGamma.ts";

/* Chances, under the null, of a statistic at least as large as the one found: uniform on (0, 1) where all is well. */

/** Of a standard normal. */
export const normalP = (z: number): number => normalUpper(z);

/** Of χ² with `degrees` degrees of freedom. */
export const chiSquaredP = (chiSquared: number, degrees: number): number => gammaQ(degrees / 2, chiSquared / 2);

/** Pearson's χ² of counts against the shares expected of them, which sum to one. */
export function pearsonP(counts: ArrayLike<number>, shares: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k];
  let chiSquared = 0;
  for (let k = 0; k < counts.length; k++) chiSquared += (counts[k] - total * shares[k]) ** 2 / (total * shares[k]);
  return chiSquaredP(chiSquared, counts.length - 1);
}

/** χ² of counts in equally likely cells. */
export const equalP = (counts: ArrayLike<number>): number =>
  pearsonP(counts, new Float64Array(counts.length).fill(1 / counts.length));

/** Of a Poisson count, half of the chance of the count itself included, so that its mean is a half. */
export function poissonP(count: number, mean: number): number {
  const itself = Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  return gammaP(count + 1, mean) + itself / 2;
}

/**
 * Of the largest distance between the uniform distribution and that of the values: Kolmogorov's limit law with the correction of
 * Stephens (1970), doi:10.1111/j.2517-6161.1970.tb00821.x.
 */
export function kolmogorovP(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const distance = sorted.reduce((d, u, i) => Math.max(d, (i + 1) / n - u, u - i / n), 0);
  const root = Math.sqrt(n);
  const t = (root + 0.12 + 0.11 / root) * distance;
  if (t < 0.2) return 1;
  let p = 0;
  for (let k = 1; k <= 20; k++) p += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * t) ** 2);
  return Math.min(1, p);
}
