import { normalQuantile } from "../numeric/normalQuantile.ts";
import type { Tails } from "../numeric/tails.ts";
import { tableEdge } from "./apply.ts";
import type { StepTable } from "./distribution.ts";

/** The most values of a discrete distribution; more would fill the processor's cache with one input. */
export const mostSteps = 65_536;

/** The steps of a discrete distribution with these values: thresholds Φ⁻¹(F(x)), each from the nearer tail. */
export function stepTable(values: Float64Array, tails: Tails, mass: (x: number) => number): StepTable {
  const thresholds = new Float64Array(values.length - 1);
  const { lower, upper } = values.length > fewValues ? summed(values, tails, mass) : asked(values, tails);
  let below = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < thresholds.length; i++) {
    const z = lower[i] <= upper[i] ? normalQuantile(lower[i]) : -normalQuantile(upper[i]);
    below = Math.max(below, z); // rounding never turns two round
    thresholds[i] = below;
  }
  return { kind: "steps", values, thresholds, guide: guideOf(thresholds) };
}

/** So many tails are asked for one by one; of more, only the outermost, and the rest are sums of probabilities. */
const fewValues = 4096;

interface BothTails {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function asked(values: Float64Array, tails: Tails): BothTails {
  const [lower, upper] = [new Float64Array(values.length), new Float64Array(values.length)];
  const at = new Float64Array(3);
  for (let i = 0; i < values.length; i++) {
    tails(values[i], at);
    lower[i] = at[1];
    upper[i] = at[2];
  }
  return { lower, upper };
}

/** Each tail from its own end: terms of one sign, so that a sum is as exact as its terms, to some 1e-12. */
function summed(values: Float64Array, tails: Tails, mass: (x: number) => number): BothTails {
  const [lower, upper] = [new Float64Array(values.length), new Float64Array(values.length)];
  const masses = values.map(mass);
  const last = values.length - 1;
  const at = new Float64Array(3);
  tails(values[0], at);
  lower[0] = at[1];
  for (let i = 1; i <= last; i++) lower[i] = lower[i - 1] + masses[i];
  tails(values[last], at);
  upper[last] = at[2];
  for (let i = last; i > 0; i--) upper[i - 1] = upper[i] + masses[i];
  return { lower, upper };
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
