import type { ClosedForm } from "../../../distributions/distribution.ts";
import { lognormalDraw, normalDraw, triangularDraw, uniformDraw } from "../../../numeric/programs/draws.ts";
import type { Expression } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { type Code, f64x2, v128 } from "../../wasm/instructions.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumn, spread, vector } from "./parts.ts";

/** Pairs of draws worked on at a time: long chains of operations leave the processor waiting otherwise. */
const inStep = 4;

/*
 * What the functions count on, so that nothing is done for cases that don't come: how far scores reach (e^(−36²/2) is far from
 * the smallest normal number), and numbers of the form that neither overflow on the way nor are −0.
 */
const farthest = 36;
const largestMeanlog = 100;
const largestSdlog = 16;
const largest = 1e150;

/** Whether the kernel's function for a closed form gives what `applyTransform` gives. */
export function suitsClosedForm(form: ClosedForm, reach: number): boolean {
  const plain = (x: number, limit: number) => Math.abs(x) <= limit && !Object.is(x, -0);
  if (form.kind === "normal") return true;
  if (!(reach <= farthest)) return false;
  switch (form.kind) {
    case "lognormal":
      return plain(form.meanlog, largestMeanlog) && plain(form.sdlog, largestSdlog);
    case "uniform":
      return plain(form.low, largest) && plain(form.high, largest);
    case "triangular":
      return plain(form.low, largest) && plain(form.best, largest) && plain(form.high, largest);
    default:
      return true;
  }
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
  const near = (z: Expression) => o.within(z, -farthest, farthest);
  // No number here is NaN or −0: Φ lies between 0 and 1, so roots are of what is not negative, and nothing else makes them.
  const settled = (known: Expression, code: Code, a: Expression, b: Expression) =>
    known === a || known === b ? known : vector(code, a, b);
  const withoutCare: VectorArithmetic = {
    ...o,
    min: (a, b) => settled(o.min(a, b), f64x2.pseudoMin, a, b),
    max: (a, b) => settled(o.max(a, b), f64x2.pseudoMax, a, b),
  };
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
    uniform: form(2, (z, [low, high]) => uniformDraw(o, near(z), low, high)),
    triangular: form(3, (z, [low, best, high]) => triangularDraw(withoutCare, near(z), low, best, high)),
  };
}
