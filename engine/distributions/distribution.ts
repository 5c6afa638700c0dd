import type { Tails } from "../numeric/tails.ts";

/** A condition that parameters must meet, said in symbols that both languages share (`low < high`). */
export interface Rule<P> {
  readonly text: string;
  readonly holds: (parameters: P) => boolean;
  /** What would be possible in its place, in numbers: `sd < 0.45`; where it is broken, and more than the text can be said. */
  readonly possible?: (parameters: P) => string;
}

/** What a parameter is: in the quantity's own unit, its inverse (a rate), or a plain number without unit. */
export type ParameterUnit = "own" | "perOwn" | "number";

export interface ParameterMeaning {
  readonly unit: ParameterUnit;
  readonly means: { readonly en: string; readonly sv: string };
  /** Taken where the parameter is not written. */
  readonly default?: number;
  /** What is written: one number, unless said a list of them, or distributions. */
  readonly holds?: "list" | "parts";
}

/** A way to state a family by what people know (`mean, sd`), turned into its own parameters. */
export interface KnowledgeForm<P> {
  /** The keys of the form; all in the quantity's own unit unless said. */
  readonly keys: readonly string[];
  /** Conditions under which the form has an answer. */
  readonly rules: readonly Rule<Readonly<Record<string, number>>>[];
  readonly toParameters: (known: Readonly<Record<string, number>>) => P;
}

/**
 * What people read about a family: what it is for, and its formulas in the symbols of its parameters. A test evaluates those
 * that are closed: `A for x < best; B for x ≥ best` in pieces, `…, with z = …` with a name of its own, `…, where df > 2` where it
 * exists. Γ, B, C, Φ, ζ are the usual functions, I(x; a, b) and P(a, x) the regularised incomplete beta and lower gamma.
 */
interface About {
  readonly en: string;
  readonly sv: string;
  /** When to take it, and when not. */
  readonly use: string;
  readonly support: string;
  /** Of a discrete family the probability of x. */
  readonly density: string;
  /** P(X ≤ x). */
  readonly cdf: string;
  readonly mean: string;
  readonly variance: string;
  readonly skewness: string;
  readonly source: string;
}

/**
 * One family of distributions, complete: a file each, a word each in the table (`index.ts`), from which schema, docs page,
 * laws and pinned draws follow. All functions are pure arithmetic: the same bits on every machine.
 */
export interface Distribution<P> {
  readonly about: About;
  readonly parameters: { readonly [K in keyof P]: ParameterMeaning };
  readonly rules: readonly Rule<P>[];
  /** Further ways to state it, beside its own parameters. */
  readonly forms: readonly KnowledgeForm<P>[];
  /** Lower and upper end of the support; infinite where there is none. */
  readonly support: (p: P) => readonly [number, number];
  /** Probability density at x; of a discrete family the probability of x. */
  readonly density: (p: P, x: number) => number;
  /** P(X ≤ x). */
  readonly cdf: (p: P, x: number) => number;
  /** P(X > x), not computed as 1 − cdf. */
  readonly upper: (p: P, x: number) => number;
  /** x with P(X ≤ x) = u. */
  readonly quantile: (p: P, u: number) => number;
  /** x with P(X > x) = q: accurate where 1 − q would round. */
  readonly upperQuantile: (p: P, q: number) => number;
  /** Density and both tails in one go, where they share their work; agrees with the functions above. */
  readonly tails?: (p: P) => Tails;
  /** Infinite or NaN where a tail is too heavy for it, as the variance and the skewness. */
  readonly mean: (p: P) => number;
  readonly variance: (p: P) => number;
  /** E[(X − mean)³]/sd³. */
  readonly skewness: (p: P) => number;
  /** Lower and upper tail: moments of this order and above do not exist; infinite unless said. */
  readonly tailIndex?: (p: P) => readonly [number, number];
  /**
   * Of a discrete family: the values that scores from −9 to 9 reach, ascending, at most `mostSteps` of them. A family without is
   * continuous.
   */
  readonly atoms?: (p: P) => Float64Array | undefined;
  /** Scores z at which quantile(Φ(z)) has a kink or jump, so that tables put a knot there. */
  readonly kinks?: (p: P) => readonly number[];
  /** Whether there may be stretches without values inside the support, across which the quantile jumps. */
  readonly gaps?: (p: P) => boolean;
  /** Writes quantile(Φ(z)) into out[0] and its slope into out[1], for families that are stated by their quantile. */
  readonly atScore?: (p: P) => (z: number, out: Float64Array) => void;
  /** Where the family cut to [min, max] is the family again: its parameters then. */
  readonly cut?: (p: P, min: number, max: number) => P;
  /** The closed form of a draw, where there is one; otherwise a table is built. */
  readonly closedForm?: (p: P) => ClosedForm;
}

/** Draws with a closed form: x as arithmetic of the score z (standard normal); see `numeric/programs/`. */
export type ClosedForm =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "lognormal"; readonly meanlog: number; readonly sdlog: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangular"; readonly low: number; readonly best: number; readonly high: number }
  | { readonly kind: "logUniform"; readonly low: number; readonly high: number; readonly width: number }
  | { readonly kind: "logitNormal"; readonly meanlogit: number; readonly sdlogit: number }
  | { readonly kind: "exponential"; readonly mean: number }
  | { readonly kind: "weibull"; readonly shape: number; readonly scale: number }
  | { readonly kind: "pareto"; readonly low: number; readonly shape: number }
  | { readonly kind: "logistic"; readonly location: number; readonly scale: number }
  | { readonly kind: "cauchy"; readonly location: number; readonly scale: number }
  | { readonly kind: "gumbel"; readonly location: number; readonly scale: number };

/** Equal cubic cells in z over [−9, 9]; z is clamped to that range, values to [low, high]. */
export interface CellTable {
  readonly kind: "cells";
  readonly cells: number;
  /** c0, c1, c2, c3 per cell, in t = position within the cell, 0 ≤ t < 1: c0 + t(c1 + t(c2 + t·c3)). */
  readonly coefficients: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** Cubic pieces between own knots in z, found through a guide table; for jumps, kinks and truncation. */
export interface KnotTable {
  readonly kind: "knots";
  /** Ascending, from −9 to 9. */
  readonly knots: Float64Array;
  /** c0, c1, c2, c3 per piece, in t = (z − knot) / (next knot − knot). */
  readonly coefficients: Float64Array;
  /** For each of `guide.length` equal bins over [−9, 9]: the piece in which the bin begins. */
  readonly guide: Int32Array;
  readonly low: number;
  readonly high: number;
}

/** A discrete family: one value between two thresholds of the score, found through a guide table. */
export interface StepTable {
  readonly kind: "steps";
  /** Ascending. */
  readonly values: Float64Array;
  /** One fewer than values: a score above as many thresholds as i gives value i. */
  readonly thresholds: Float64Array;
  /** For each of `guide.length` equal bins over [−9, 9]: how many thresholds lie below where the bin begins. */
  readonly guide: Int32Array;
}

/** How a score becomes a value. The tables are part of the meaning, for interpreter and compiled kernel alike. */
export type Transform = ClosedForm | CellTable | KnotTable | StepTable;
