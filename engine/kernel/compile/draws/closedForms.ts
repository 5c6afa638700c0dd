import type { ClosedForm } from "../../../distributions/distribution.ts";
import { lognormalDraw, normalDraw } from "../../../numeric/programs/draws.ts";
import type { Expression } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { v128 } from "../../wasm/instructions.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumn, spread } from "./parts.ts";
import { farthestScore } from "./stageFunctions.ts";
import { suitsTailForm } from "./tailForms.ts";

/** Pairs of draws worked on at a time: long chains of operations leave the processor waiting otherwise. */
const inStep = 4;

/*
 * What the functions count on, so that nothing is done for cases that don't come: that scores reach no farther than
 * `farthestScore`, and numbers of the form that neither overflow on the way nor are −0.
 */
const largestMeanlog = 100;
const largestSdlog = 16;

/** Whether a number of a form is neither −0 nor larger than this. */
const isPlain = (x: number, limit: number) => Math.abs(x) <= limit && !Object.is(x, -0);

/** Whether the kernel's function for a closed form gives what `applyTransform` gives. */
export function suitsClosedForm(form: ClosedForm, reach: number): boolean {
  if (form.kind === "normal") return true;
  if (!(reach <= farthestScore)) return false;
  if (form.kind !== "lognormal") return suitsTailForm(form, reach);
  return isPlain(form.meanlog, largestMeanlog) && isPlain(form.sdlog, largestSdlog);
}

/** (column, parameters …): scores become values by the one definition of each closed form. */
export function closedFormFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  const form = (parameters: number, draw: (z: Expression, p: readonly Expression[]) => Expression): FunctionBuilder => {
    const f = new FunctionBuilder(["i32", ...Array.from({ length: parameters }, () => "f64" as const)]);
    const values = Array.from({ length: parameters }, (_, k) => spread(f, k + 1));
    overColumn(f, f.parameter(0), 16 * inStep, (at) => {
      const pairs = Array.from({ length: inStep }, (_, k) => 16 * k);
      f.emitInStep(
        pairs.map((offset) => [{ operands: [at, draw(loadPair(at, offset), values)], code: v128.store(offset) }]),
      );
    });
    return f;
  };
  const near = (z: Expression) => o.within(z, -farthestScore, farthestScore);
  return {
    normal: form(2, (z, [mean, sd]) => normalDraw(o, z, mean, sd)),
    lognormal: form(2, (z, [meanlog, sdlog]) =>
      lognormalDraw(
        o,
        near(z),
        o.within(meanlog, -largestMeanlog, largestMeanlog),
        o.within(sdlog, -largestSdlog, largestSdlog),
      ),
    ),
  };
}
