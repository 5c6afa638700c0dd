import type { Figure } from "../result/estimate.ts";
import { type Range, replicateFigure } from "../result/figure.ts";

/**
 * The figure of an estimator that is no mean: its error from what it gives without each replicate in turn (the jackknife), by
 * way of the pseudo-values R·θ − (R − 1)·θ₍₋ᵣ₎.
 * Source: Tukey (1958), Annals of Mathematical Statistics 29, 614; Efron & Stein (1981), doi:10.1214/aos/1176345462.
 *
 * @param value of all draws @param without each replicate
 */
export function jackknifeFigure(value: number, without: readonly number[], range?: Range): Figure {
  const count = without.length;
  return replicateFigure(
    value,
    without.map((left) => count * value - (count - 1) * left),
    range,
  );
}
