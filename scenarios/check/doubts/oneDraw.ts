import { describe } from "../../../engine/distributions/index.ts";
import { report } from "../checking.ts";
import { numberText } from "../ranges.ts";
import type { Doubting } from "./doubt.ts";

/**
 * Something per case or person that spreads as widely as it is large: so individuals differ, hardly so unsure is an average. One
 * value of it is drawn for all of them at once.
 */
export function findOneDrawForMany({ checking, quantities }: Doubting): void {
  for (const { input, path } of quantities.inputs) {
    const { unit, distribution, place } = input;
    if (unit.case !== -1 && unit.people !== -1) continue;
    const { support } = describe(distribution);
    const { min: _, max: __, ...whole } = distribution;
    // the spread as it is stated: a cut at 0 makes it narrower, and does not make it an average's
    const { mean, variance } = describe(whole);
    const ratio = Math.sqrt(variance) / mean;
    if (support[0] < 0 || !(mean > 0) || !(ratio >= 1) || !Number.isFinite(ratio)) continue;
    report(checking, "oneDrawForMany", path, { name: place, ratio: numberText(Number(ratio.toPrecision(2)), false) });
  }
}
