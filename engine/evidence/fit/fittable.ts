/** Families that raw data can be fitted with. */
export type FittableFamily = "normal" | "lognormal" | "gamma" | "weibull" | "exponential" | "beta";

export type Parameters = Readonly<Record<string, number>>;

/** One family as fitting needs it. */
export interface Fittable {
  /** What the data must meet, in symbols that both languages share. */
  readonly rule: string;
  readonly accepts: (sorted: Float64Array) => boolean;
  /** Further conditions on data, for what would be another family by then; drawn samples need not meet them. */
  readonly wideEnough?: (sorted: Float64Array) => boolean;
  /** Number of parameters. */
  readonly size: number;
  /** Parameters of largest likelihood, for data that are accepted. */
  readonly mostLikely: (sorted: Float64Array) => Parameters;
  /** Logarithm of the density. */
  readonly logDensity: (p: Parameters) => (x: number) => number;
}

export const varies = (sorted: Float64Array): boolean => sorted[sorted.length - 1] > sorted[0];

/** A gamma or beta tighter than this is a normal distribution to the eye, and its tails take ever longer to compute. */
const tightest = 1 / 200;

/** Whether the standard deviation is above a two hundredth of a distance. */
export function isWide(sorted: Float64Array, distance: number): boolean {
  return Math.sqrt(meanAndSpread(sorted).spread) > tightest * distance;
}

/** Mean, and mean squared deviation from it. */
export function meanAndSpread(values: Float64Array): { readonly mean: number; readonly spread: number } {
  let sum = 0;
  for (const x of values) sum += x - values[0];
  const mean = values[0] + sum / values.length;
  let squares = 0;
  for (const x of values) squares += (x - mean) * (x - mean);
  return { mean, spread: squares / values.length };
}
