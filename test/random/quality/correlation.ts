import { chiSquaredP } from "./pValues.ts";

/** Distances at which a stream of four lanes and blocks of 1,024 might know itself again. */
const lags = [
  1, 2, 3, 4, 5, 7, 8, 12, 16, 31, 32, 64, 127, 128, 256, 512, 1020, 1023, 1024, 1025, 1028, 2048, 4096, 16_384,
];

/** Centred on the known mean, in units of the known standard deviation. */
export const standardised = (words: Uint32Array): Float64Array =>
  Float64Array.from(words, (word) => ((word + 0.5) / 2 ** 32 - 0.5) * Math.sqrt(12));

/** Sum of products over √n: standard normal for independent columns, as mean and variance are known. */
export function correlationZ(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum / Math.sqrt(a.length);
}

/** Serial correlation at 24 lags (Knuth, TAOCP 2, 3.3.2 J, with mean and variance known): uncorrelated z, χ² of their squares. */
export function serialCorrelation(words: Uint32Array): number {
  const values = standardised(words);
  const z = lags.map((lag) => correlationZ(values.subarray(0, -lag), values.subarray(lag)));
  return chiSquaredP(
    z.reduce((sum, one) => sum + one * one, 0),
    lags.length,
  );
}

/** Correlation of each pair of streams, number by number: uncorrelated z, χ² of their squares. */
export function crossCorrelation(streams: readonly Uint32Array[]): number {
  const columns = streams.map(standardised);
  let chiSquared = 0;
  let pairs = 0;
  for (let i = 0; i < columns.length; i++)
    for (let k = 0; k < i; k++, pairs++) chiSquared += correlationZ(columns[i], columns[k]) ** 2;
  return chiSquaredP(chiSquared, pairs);
}
