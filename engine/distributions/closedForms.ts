import { scalarArithmetic } from "../numeric/arithmetic.ts";
import { exp, ln, normalTail } from "../numeric/elementary.ts";
import { cauchyDraw } from "../numeric/programs/tailDraws.ts";
import type { ClosedForm } from "./distribution.ts";

/*
 * Closed forms whose draws go through a logarithm or an exponential of a tail, number by number. Their one meaning are the
 * programs in `numeric/programs/tailDraws.ts`, which the compiled kernel inlines; a test holds these to them bit for bit.
 */

/** The forms that `apply.ts` does not write out as loops of their own. */
type TailForm = Exclude<ClosedForm, { readonly kind: "normal" | "lognormal" | "uniform" | "triangular" }>;

const elementary = { exp, ln, normalTail };

/** −ln Φ(−z). */
function exponentialOfScore(z: number): number {
  const tail = normalTail(z);
  if (!(z < 0)) return -ln(tail);
  const rest = 1 - tail;
  return rest === 1 ? tail : -((ln(rest) * tail) / (1 - rest));
}

/** The value of one score. */
function drawOf(form: TailForm): (z: number) => number {
  switch (form.kind) {
    case "exponential":
      return (z) => form.mean * exponentialOfScore(z);
    case "weibull":
      return (z) => form.scale * exp(ln(exponentialOfScore(z)) / form.shape);
    case "pareto":
      return (z) => form.low * exp(exponentialOfScore(z) / form.shape);
    case "cauchy":
      return (z) => cauchyDraw(scalarArithmetic, elementary, z, form.location, form.scale);
    case "gumbel":
      return (z) => form.location - form.scale * ln(exponentialOfScore(-z));
    case "logistic":
      return (z) => {
        const tail = normalTail(z);
        const away = form.scale * ln(tail / (1 - tail));
        return z < 0 ? form.location + away : form.location - away;
      };
    case "logUniform":
      return (z) => {
        const step = form.width * normalTail(z);
        return z < 0 ? form.low * exp(step) : form.high * exp(-step);
      };
    case "logitNormal":
      return (z) => 1 / (1 + exp(-(form.meanlogit + form.sdlogit * z)));
  }
}

/** out[i] = T(z[i]) for i < count. */
export function applyTailForm(form: TailForm, z: Float64Array, out: Float64Array, count: number): void {
  const draw = drawOf(form);
  for (let i = 0; i < count; i++) out[i] = draw(z[i]);
}
