import { correlations } from "../../engine/sensitivity/correlations.ts";
import { regression } from "../../engine/sensitivity/regression.ts";
import { linearNormal } from "./samples.ts";

// y = 0.7 x0 + 0.3 x1 + rest, all normal: exact values of every measure, and of their ranks.
const rhos = [0.7, 0.3, 0];
const ranks = rhos.map((rho) => (6 / Math.PI) * Math.asin(rho / 2));
const partial = (own: readonly number[]) => {
  const rest = 1 - own.reduce((sum, rho) => sum + rho * rho, 0);
  return own.map((rho) => rho / Math.sqrt(rho * rho + rest));
};
const exact: Readonly<Record<string, readonly number[]>> = {
  pearson: rhos,
  spearman: ranks,
  kendall: rhos.map((rho) => (2 / Math.PI) * Math.asin(rho)),
  src: rhos,
  srrc: ranks,
  pcc: partial(rhos),
  prcc: partial(ranks),
};

/** By measure and input: of how many seeds the interval holds the truth. */
export function heldOf(seeds: number): Readonly<Record<string, number[]>> {
  const held = Object.fromEntries(Object.keys(exact).map((id) => [id, rhos.map(() => 0)]));
  for (let seed = 0; seed < seeds; seed++) {
    const sample = linearNormal(`correlations ${seed}`, 128, [0.7, 0.3]);
    for (const { rows } of [...correlations(sample), ...regression(sample)])
      for (const { inputs, figures } of rows)
        for (const [id, { low, high }] of Object.entries(figures)) {
          const truth = exact[id][Number(inputs[0].slice(1))];
          if (low <= truth && truth <= high) held[id][Number(inputs[0].slice(1))]++;
        }
  }
  return held;
}
