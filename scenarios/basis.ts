/** What a quantity's distribution was computed from, where that is more than its own numbers say; told among the assumptions. */
export type Basis = FitBasis;

/** A family fitted to raw data. */
export interface FitBasis {
  readonly kind: "fit";
  readonly family: string;
  /** How many there were. */
  readonly values: number;
  /** Chance (0–1) that data of this family lie as far from it (Anderson–Darling) as these. */
  readonly pValue: number;
}
