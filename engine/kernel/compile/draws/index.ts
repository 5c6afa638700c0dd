import type { FunctionBuilder } from "../../wasm/function.ts";
import type { Layout } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { closedFormFunctions } from "./closedForms.ts";
import { mixFunction } from "./mix.ts";
import { stepsFunction } from "./steps.ts";
import { plainFunction, sobolFunction } from "./streams.ts";
import { cellsFunction, cellsInsideFunction, knotsFunction } from "./tables.ts";
import { tailFormFunctions } from "./tailForms.ts";
import { tScoreFunctions } from "./tScores.ts";

/** The functions that make input columns, by the names under which they are exported: the same for every model. */
export function drawFunctions(o: VectorArithmetic, layout: Layout): Readonly<Record<string, FunctionBuilder>> {
  return {
    plain: plainFunction(o, layout),
    sobol: sobolFunction(o, layout),
    mix: mixFunction(),
    cells: cellsFunction(o, layout),
    cellsInside: cellsInsideFunction(o, layout),
    knots: knotsFunction(o),
    steps: stepsFunction(o),
    ...closedFormFunctions(o),
    ...tScoreFunctions(o, layout),
    ...tailFormFunctions(o, layout),
  };
}
