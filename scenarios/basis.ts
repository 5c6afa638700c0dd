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
