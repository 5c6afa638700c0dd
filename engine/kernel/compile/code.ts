import type { ModelData } from "../../model/graph.ts";
import type { FunctionBuilder } from "../wasm/function.ts";
import type { Layout } from "./layout.ts";
import type { VectorArithmetic } from "./vector.ts";

/** Where an output of a model is found after a block was run: a column, or a number that is the same in all draws. */
export type Place = { readonly column: number } | { readonly number: number };

/**
 * The model part of a kernel, in one of two forms: `straight` (one operation after the other, cut into sections) or `loops`
 * (over axes). Both give the same bits. Depends on the graph's shape alone.
 */
export interface ModelCode {
  /** Inputs that some output depends on. */
  readonly used: readonly boolean[];
  /** Columns in which outputs are left; those of the inputs come before them. */
  readonly columns: number;
  /** Numbers that are the same in all draws and that the code or an output reads. */
  readonly numbers: number;
  readonly scratchBytes: number;
  /** One per output of the graph. */
  readonly outputs: readonly Place[];
  readonly logWeight?: Place;
  /**
   * Values of the numbers.
   *
   * @throws RangeError where a parameter has no value, or not as many as its axes have cells
   */
  numbersOf(data: ModelData): Float64Array;
  /** The functions of the model, the last of which runs it over a block; `first` is the index of the first. */
  functions(layout: Layout, o: VectorArithmetic, first: number): readonly FunctionBuilder[];
}
