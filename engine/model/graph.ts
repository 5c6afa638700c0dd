import type { DistributionSpec } from "../distributions/index.ts";

/** What kind of uncertainty a random node stands for: limited knowledge, luck in a finite group, differences between people, choice of model. */
export type Level = "parameter" | "chance" | "heterogeneity" | "structure";

/** A named axis over which a node may have one value per cell, e.g. `period` of 10 years. */
export interface Axis {
  readonly name: string;
  readonly size: number;
}

/** Index into `ModelGraph.nodes`. */
export type NodeId = number;

export type UnaryOperation = "negate" | "abs" | "sqrt" | "exp" | "ln" | "floor" | "ceil" | "round" | "not";
/** Comparisons and `and`/`or` give 1 or 0; a comparison with NaN gives 0. `min`/`max` mean Math.min/Math.max. `round` goes to the nearest integer, halves upwards (floor(x + 0.5)). */
export type BinaryOperation =
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "min"
  | "max"
  | "less"
  | "lessOrEqual"
  | "greater"
  | "greaterOrEqual"
  | "equal"
  | "and"
  | "or";

/**
 * Counts whose distribution may differ from draw to draw, at a standard normal score: the smallest whole number k with
 * P(X ≤ k) ≥ Φ(score). Operands:
 * - `binomial`: score, size (a whole number from 0 to 10⁹), probability;
 * - `poisson`: score, mean (from 0 to 10⁹);
 * - `negativeBinomial`: score, mean (from 0 to 10⁹), dispersion (from 0 to 1000): variance mean + dispersion·mean².
 * NaN where an operand lies outside its range.
 */
export type CountOperation = "binomial" | "poisson" | "negativeBinomial";
/** Operands of each. */
export const countOperands: Readonly<Record<CountOperation, number>> = { binomial: 3, poisson: 2, negativeBinomial: 3 };

/**
 * One node. Operands are nodes with smaller ids. A node has a value per draw and per cell of its axes; operations
 * broadcast by axis name. The shape of a graph never depends on its numbers: these are data beside it.
 */
export type GraphNode =
  /** A number from ModelData.parameters, the same in all draws; with axes, one per cell (row-major, in the order of `axes`). */
  | { readonly op: "parameter"; readonly name: string; readonly axes: readonly string[] }
  /** A number that belongs to the shape: finite, and not −0. */
  | { readonly op: "constant"; readonly value: number }
  /** The drawn value of ModelGraph.inputs[input]. */
  | { readonly op: "input"; readonly input: number }
  | { readonly op: UnaryOperation; readonly a: NodeId }
  | { readonly op: BinaryOperation; readonly a: NodeId; readonly b: NodeId }
  /** test ≠ 0 ? a : b (NaN counts as 0). */
  | { readonly op: "select"; readonly test: NodeId; readonly a: NodeId; readonly b: NodeId }
  | { readonly op: "count"; readonly by: CountOperation; readonly of: readonly NodeId[] }
  /** 0, 1, 2, … along the axis. */
  | { readonly op: "index"; readonly axis: string }
  /** Puts nodes without that axis side by side along it. As many items as the axis has cells. */
  | { readonly op: "stack"; readonly axis: string; readonly items: readonly NodeId[] }
  /** Folds from cell 0 upwards: ((x0 ∘ x1) ∘ x2) … */
  | { readonly op: "reduce"; readonly by: "add" | "min" | "max"; readonly axis: string; readonly a: NodeId }
  /** y[i] = x[i − by], 0 where that lies outside; `by` may be negative. */
  | { readonly op: "shift"; readonly axis: string; readonly by: number; readonly a: NodeId }
  /** y[i] = y[i − 1] + x[i], y[0] = x[0]. */
  | { readonly op: "cumulative"; readonly axis: string; readonly a: NodeId }
  /** x[index] along the axis. */
  | { readonly op: "at"; readonly axis: string; readonly index: number; readonly a: NodeId }
  /**
   * Repeats `body` along the axis. `operands` are outer nodes that the body reads (the cell of the step where they have the
   * axis). State k starts at `initial[k]` (without the axis) and becomes body node `next[k]`; the node's value at a step is
   * body node `emit`.
   */
  | {
      readonly op: "scan";
      readonly axis: string;
      readonly operands: readonly NodeId[];
      readonly initial: readonly NodeId[];
      readonly body: readonly BodyNode[];
      readonly next: readonly number[];
      readonly emit: number;
    };

/** Nodes of a scan's body; operands are indices of earlier body nodes. */
export type BodyNode =
  | { readonly op: "operand"; readonly operand: number }
  | { readonly op: "state"; readonly state: number }
  | { readonly op: UnaryOperation; readonly a: number }
  | { readonly op: BinaryOperation; readonly a: number; readonly b: number }
  | { readonly op: "select"; readonly test: number; readonly a: number; readonly b: number }
  | { readonly op: "count"; readonly by: CountOperation; readonly of: readonly number[] };

export interface InputDeclaration {
  /** `programme/input`, `programme/segment/input` or `shared/name`: the draws belong to this. */
  readonly path: string;
  readonly level: Level;
  /** Inputs of a suite share one Sobol' sequence, in declared order; see design/suites. */
  readonly suite: string;
  /** Unit as text, for people (`kr/case/year`). */
  readonly unit: string;
}

/**
 * How an output is summarised:
 * - `figure`: column kept; moments, percentiles, expected shortfall on the bad side (`worse`);
 * - `mean`: moments only (accounts);
 * - `test`: 0/1, counted; `beside`: a chance that is told beside the criteria, not one of them;
 * - `year`: whole number from 0 to `years` (`years` = never), counted by value;
 * - `ratio`: column kept for the per-draw ratio; the headline is the ratio of the means of two other outputs. Never makes a draw fail.
 */
export type OutputDeclaration =
  | {
      readonly id: string;
      readonly node: NodeId;
      readonly unit: string;
      readonly kind: "figure";
      readonly worse: "low" | "high";
    }
  | { readonly id: string; readonly node: NodeId; readonly unit: string; readonly kind: "mean" }
  | { readonly id: string; readonly node: NodeId; readonly kind: "test"; readonly beside?: true }
  | { readonly id: string; readonly node: NodeId; readonly kind: "year"; readonly years: number }
  | {
      readonly id: string;
      readonly node: NodeId;
      readonly unit: string;
      readonly kind: "ratio";
      readonly numerator: string;
      readonly denominator: string;
    };

/** The shape of a model: plain data, checked by `checkGraph`, made by `GraphBuilder`, a formula or a scenario. */
export interface ModelGraph {
  readonly axes: readonly Axis[];
  readonly inputs: readonly InputDeclaration[];
  readonly nodes: readonly GraphNode[];
  /** Names of nodes worth a name (for locating failures): node id → name. */
  readonly names: Readonly<Record<NodeId, string>>;
  readonly outputs: readonly OutputDeclaration[];
  /** A node without axes: the logarithm of how much each draw weighs. Absent where all weigh the same. */
  readonly logWeight?: NodeId;
}

/** Correlation of the normal scores of two inputs, by path. */
export interface ScoreCorrelation {
  readonly between: readonly [string, string];
  readonly correlation: number;
}

/** Inputs, by path, that have a t copula together instead of a Gaussian one: the fewer degrees of freedom, the more their extremes meet. */
export interface TCopula {
  /** All inputs that correlate with one of these must be among them. */
  readonly of: readonly string[];
  /** From 1 to 10⁶, whole or not. */
  readonly degreesOfFreedom: number;
}

/**
 * Scores of some inputs, by path, as an affine map of independent ones: z′ = mean + factor · z, z being the own scores of the
 * first of these inputs, as many as a row has factors. It replaces the correlations among them. Two inputs may have the same
 * row: a standard normal one then *is* the score of its twin. None may have a t copula or correlate with an input that is not here.
 */
export interface ScoreMap {
  readonly of: readonly string[];
  /** One per input. */
  readonly mean: readonly number[];
  /** One row per input. */
  readonly factor: readonly (readonly number[])[];
}

/** The numbers of a model, apart from its shape. */
export interface ModelData {
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  readonly distributions: Readonly<Record<string, DistributionSpec>>;
  readonly correlations: readonly ScoreCorrelation[];
  /** Absent where all dependence is Gaussian. */
  readonly copulas?: readonly TCopula[];
  /** Absent where scores are what the inputs' own distributions and correlations say. */
  readonly scoreMap?: ScoreMap;
}
