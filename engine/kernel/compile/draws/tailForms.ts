import type { ClosedForm } from "../../../distributions/distribution.ts";
import {
  cauchyDraw,
  exponentialDraw,
  gumbelDraw,
  logisticDraw,
  logitNormalDraw,
  logUniformDraw,
  paretoDraw,
  triangularDraw,
  uniformDraw,
  weibullDraw,
} from "../../../numeric/programs/tailDraws.ts";
import type { Expression } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { type Code, f64x2 } from "../../wasm/instructions.ts";
import type { Layout } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { vector } from "./parts.ts";
import { farthestExponent, farthestScore } from "./stageFunctions.ts";
import { stagedForm } from "./stages.ts";

/** Whether an end of a form is neither −0 nor so large that a product of two overflows. */
const isPlain = (x: number) => Math.abs(x) <= 1e150 && !Object.is(x, -0);

/** Whether no elementary function is asked for what its stage is not made for, and no number overflows on the way. */
export function suitsTailForm(form: ClosedForm, reach: number): boolean {
  if (!(reach <= farthestScore)) return false;
  // −ln Φ(−z) and the size of its logarithm are at most this.
  const steepest = (reach * reach) / 2 + reach + 2;
  switch (form.kind) {
    case "uniform":
      return isPlain(form.low) && isPlain(form.high);
    case "triangular":
      return isPlain(form.low) && isPlain(form.best) && isPlain(form.high);
    case "logUniform":
      return form.width <= 2 * farthestExponent;
    case "logitNormal":
      return Math.abs(form.meanlogit) + form.sdlogit * reach <= farthestExponent;
    case "weibull":
    case "pareto":
      return steepest <= farthestExponent * form.shape;
    default:
      return true;
  }
}

/** The same arithmetic where no operand of a lesser or a greater is NaN or −0: Φ lies between 0 and 1, so roots are of what is not negative. */
function withoutCare(o: VectorArithmetic): VectorArithmetic {
  const settled = (known: Expression, code: Code, a: Expression, b: Expression) =>
    known === a || known === b ? known : vector(code, a, b);
  return {
    ...o,
    min: (a, b) => settled(o.min(a, b), f64x2.pseudoMin, a, b),
    max: (a, b) => settled(o.max(a, b), f64x2.pseudoMax, a, b),
  };
}

/** (column, parameters …): scores become values through logarithms and exponentials of their tails. */
export function tailFormFunctions(o: VectorArithmetic, layout: Layout): Readonly<Record<string, FunctionBuilder>> {
  const careless = withoutCare(o);
  const staged = (parameters: number, draw: Parameters<typeof stagedForm>[2]) => stagedForm(layout, parameters, draw);
  return {
    uniform: staged(2, (f, z, [low, high]) => uniformDraw(o, f, z, low, high)),
    triangular: staged(3, (f, z, [low, best, high]) => triangularDraw(careless, f, z, low, best, high)),
    logUniform: staged(3, (f, z, [low, high, width]) => logUniformDraw(o, f, z, low, high, width)),
    logitNormal: staged(2, (f, z, [meanlogit, sdlogit]) => logitNormalDraw(o, f, z, meanlogit, sdlogit)),
    exponential: staged(1, (f, z, [mean]) => exponentialDraw(o, f, z, mean)),
    weibull: staged(2, (f, z, [shape, scale]) => weibullDraw(o, f, z, shape, scale)),
    pareto: staged(2, (f, z, [low, shape]) => paretoDraw(o, f, z, low, shape)),
    logistic: staged(2, (f, z, [location, scale]) => logisticDraw(o, f, z, location, scale)),
    cauchy: staged(2, (f, z, [location, scale]) => cauchyDraw(careless, f, z, location, scale)),
    gumbel: staged(2, (f, z, [location, scale]) => gumbelDraw(o, f, z, location, scale)),
  };
}
