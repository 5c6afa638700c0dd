import { normalQuantile } from "../numeric/normalQuantile.ts";
import type { Tails } from "../numeric/tails.ts";
import { tableEdge } from "./apply.ts";
import type { StepTable } from "./distribution.ts";

/** The most values of a discrete distribution; more would fill the processor's cache with one input. */
export const mostSteps = 65_536;

/** The steps of a discrete distribution with these values: thresholds Φ⁻¹(F(x)), each from the nearer tail. */
export function stepTable(values: Float64Array, tails: Tails): StepTable {
  const thresholds = new Float64Array(values.length - 1);
  const at = new Float64Array(3);
  let below = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < thresholds.length; i++) {
    tails(values[i], at);
    const z = at[1] <= at[2] ? normalQuantile(at[1]) : -normalQuantile(at[2]);
    below = Math.max(below, z); // rounding never turns two round
    thresholds[i] = below;
  }
  return { kind: "steps", values, thresholds, guide: guideOf(thresholds) };
}

function guideOf(thresholds: Float64Array): Int32Array {
  const bins = thresholds.length + 1;
  const guide = new Int32Array(bins);
  let step = 0;
  for (let bin = 0; bin < bins; bin++) {
    const z = ((2 * tableEdge) / bins) * bin - tableEdge;
    while (step < thresholds.length && thresholds[step] < z) step++;
    // one fewer: rounding may put a score just below z into this bin
    guide[bin] = Math.max(0, step - 1);
  }
  return guide;
}
