/** What a quantity's distribution was computed from, where that is more than its own numbers say; told among the assumptions. */
export type Basis = FitBasis | StudiesBasis;

/** A family fitted to raw data. */
export interface FitBasis {
  readonly kind: "fit";
  readonly family: string;
  /** How many there were. */
  readonly values: number;
  /** Chance (0–1) that data of this family lie as far from it (Anderson–Darling) as these. */
  readonly pValue: number;
  /** Akaike's criterion of every family that can hold the data, best (lowest) first. */
  readonly aic: readonly { readonly family: string; readonly value: number }[];
}

/** How studies are pooled: by the estimator of τ², or over all values of τ² that the studies allow. */
export const poolingMethods = ["REML", "DerSimonian-Laird", "confidence distribution"] as const;
export type PoolingMethod = (typeof poolingMethods)[number];

/** Studies pooled by random effects. Numbers are in base units. */
export interface StudiesBasis {
  readonly kind: "studies";
  /** How many there were. */
  readonly studies: number;
  readonly method: PoolingMethod;
  /** `log`: pooled as logarithms, of which τ is then the standard deviation. */
  readonly scale: "own" | "log";
  /** The mean over places with its 95 % interval. */
  readonly mean: { readonly value: number; readonly low: number; readonly high: number };
  /** The 95 % interval of the effect in a new place. */
  readonly newPlace: { readonly low: number; readonly high: number };
  /** Standard deviation of true effects between places. */
  readonly tau: number;
  /** Share (0–1) of an estimate's variance that is due to differences between places. */
  readonly i2: number;
}

/**
 * A number shrunk towards the effects of comparable programmes, beside the number as stated. Means and spreads are in base units;
 * on the scale of logarithms where that is `log`.
 */
export interface Shrinkage {
  readonly scale: "own" | "log";
  readonly stated: { readonly mean: number; readonly sd: number };
  /** The class: mean, standard deviation between programmes, standard error of the mean. */
  readonly reference: { readonly mean: number; readonly sd: number; readonly standardError: number };
  readonly shrunk: { readonly mean: number; readonly sd: number };
  /** Weight (0–1) of the number as stated. */
  readonly weight: number;
  /** A draw x becomes shift + stretch · x, which has the shrunk mean and spread. */
  readonly shift: number;
  readonly stretch: number;
  /** Ends that the number itself cannot pass. */
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
}
