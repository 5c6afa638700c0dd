import type { Figure } from "../result/estimate.ts";
import { replicateFigure } from "../result/figure.ts";
import { centred, spectrumAt } from "./harmonics.ts";

/** First-order and total Sobol' index of one input. */
export interface FastIndices {
  readonly first: number;
  readonly total: number;
}

/**
 * First-order and total Sobol' index of one input by the extended Fourier amplitude sensitivity test, from outputs along a search
 * curve on which that input moves with frequency ω and all others with frequencies up to ω/(2M). What lies at ω and its first M
 * multiples is the input's own; what lies below ω/2 has nothing to do with it.
 * Source: Saltelli, Tarantola & Chan (1999), doi:10.1080/00401706.1999.10485594.
 *
 * It misleads where the model has more than M harmonics, or waves of the other inputs meet at ω: the index then has a bias that
 * no error from repeated curves shows. Only for independent inputs.
 *
 * @param y outputs at n even steps of the curve @param frequency ω, a whole number @param harmonics M; Mω below n/2
 * @returns both 0 where the output does not vary
 * @throws RangeError where the frequencies do not fit the curve
 */
export function efastIndices(y: Float64Array, frequency: number, harmonics = 4): FastIndices {
  const n = y.length;
  if (!(Number.isInteger(frequency) && frequency >= 2 && Number.isInteger(harmonics) && harmonics >= 1))
    throw new RangeError(`frequency ${frequency} and harmonics ${harmonics} must be whole numbers, at least 2 and 1`);
  if (!(harmonics * frequency < n / 2))
    throw new RangeError(`${n} points are too few for ${harmonics} harmonics of frequency ${frequency}`);
  const { centred: around, variance } = centred(y);
  if (variance === 0) return { first: 0, total: 0 };
  const sumAt = (frequencies: readonly number[]) =>
    2 * spectrumAt(around, frequencies).reduce((sum, own) => sum + own, 0);
  // The highest frequency of an even number of points belongs to nobody.
  const all = variance - (n % 2 === 0 ? sumAt([n / 2]) / 2 : 0);
  const own = sumAt(Array.from({ length: harmonics }, (_, k) => (k + 1) * frequency));
  const others = sumAt(Array.from({ length: Math.floor(frequency / 2) }, (_, k) => k + 1));
  return { first: own / all, total: 1 - others / all };
}

/**
 * `efastIndices` with errors, from several curves of the same input that begin at random places: the mean over the curves, and
 * how they differ.
 *
 * @param curves two or more
 * @throws RangeError for fewer than two curves
 */
export function efast(
  curves: readonly Float64Array[],
  frequency: number,
  harmonics = 4,
): { readonly first: Figure; readonly total: Figure } {
  if (curves.length < 2) throw new RangeError("one curve has no error: two or more are needed");
  const found = curves.map((y) => efastIndices(y, frequency, harmonics));
  const figureOf = (values: readonly number[]) =>
    replicateFigure(values.reduce((sum, own) => sum + own, 0) / values.length, values, { low: 0, high: 1 });
  return { first: figureOf(found.map(({ first }) => first)), total: figureOf(found.map(({ total }) => total)) };
}
