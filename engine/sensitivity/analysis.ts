import type { Issue } from "../issues.ts";
import type { Figure } from "../result/estimate.ts";

/** What a method found of one output: the shape that command, files and pages read, whichever method it was. */
export interface Analysis {
  /** `sobol`, `regression`, `shapley` … */
  readonly method: string;
  /** The output. */
  readonly of: string;
  /** Of what the figures in `rows` are where it is one and the same; each measure's own otherwise, see `measures`. */
  readonly unit: string;
  /** How often the model was run for it; 0 where draws of a run were read. */
  readonly evaluations: number;
  /** Draws that took part. */
  readonly draws: number;
  /**
   * Keys of the figures in `rows`, in the order of columns, with unit where it differs (`share` for indices; `input` for values of
   * the row's own input, in its unit).
   */
  readonly measures: readonly { readonly id: string; readonly unit: string }[];
  /** Strongest first. */
  readonly rows: readonly AnalysisRow[];
  readonly curves?: readonly Curve[];
  /** Further findings in a shape of the method's own, plain data. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** What the reader must know: too few draws, correlated inputs, no spread … */
  readonly notes: readonly Issue[];
}

export interface AnalysisRow {
  /** One input, two where it is about a pair, several for a group. */
  readonly inputs: readonly string[];
  /** What a group is called. */
  readonly group?: string;
  /** By id of the measure; none where the method has none for the row. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Measures that can't be told from zero, or from the noise floor. */
  readonly indistinct?: readonly string[];
}

/** The output as an input moves. */
export interface Curve {
  readonly input: string;
  /** What is drawn, where a method draws several. */
  readonly measure: string;
  /** The input whose values are drawn, where it is not the output. */
  readonly ofInput?: string;
  /** \`share\`: of the input's own draws, below that value. */
  readonly points: readonly { readonly at: number; readonly share?: number; readonly figure: Figure }[];
}
