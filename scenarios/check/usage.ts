import { describe } from "../../engine/distributions/index.ts";
import { isPlain } from "../../engine/units/index.ts";
import type { CheckedInput } from "../checked.ts";
import { type Checking, report } from "./checking.ts";
import { supportOf } from "./distribution.ts";
import type { Quantities } from "./quantities.ts";
import { numberText } from "./ranges.ts";

/** Widest ratio of the 95th to the 5th percentile that passes without a word. */
const widestRatio = 100;

/** Warnings: what is never used, and spreads so wide that a slip is likely. */
export function checkUsage(checking: Checking, quantities: Quantities): void {
  for (const id of Object.keys(checking.content.quantities)) {
    const isUsed = quantities.used.has(id) || [...quantities.used].some((name) => name.startsWith(`${id}.`));
    if (!isUsed) report(checking, "quantityUnused", `quantities.${id}`, { name: id }, "key");
  }
  const sources = new Set(sourcesNamed(checking.content));
  for (const id of Object.keys(checking.content.sources)) {
    if (!sources.has(id)) report(checking, "sourceUnused", `sources.${id}`, { name: id }, "key");
  }
  for (const { input, path } of quantities.inputs) checkTails(checking, input, path);
}

function* sourcesNamed(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, own] of Object.entries(value)) {
    if (key === "source" && typeof own === "string") yield own;
    else yield* sourcesNamed(own);
  }
}

/**
 * A distribution is called wide if it has no finite end above and either no finite variance, or values of which the 95th
 * percentile is more than 100 times the 5th (both of one sign).
 */
function checkTails(checking: Checking, input: CheckedInput, path: string): void {
  const { distribution, unit, place } = input;
  const [, high] = supportOf(distribution);
  const endless = withoutMean(input);
  if (Number.isFinite(high) && !endless) return;
  const { min: _min, max: _max, ...uncut } = distribution;
  const whole = describe(uncut);
  const low5 = whole.quantile(0.05);
  const high95 = whole.upperQuantile(0.05);
  const wide = endless || !Number.isFinite(whole.variance) || (low5 > 0 && high95 / low5 > widestRatio);
  if (wide)
    report(checking, "wideTails", path, {
      path: place,
      low: numberText(low5, isPlain(unit)),
      high: numberText(high95, isPlain(unit)),
    });
}

/**
 * A ratio pooled with Student's t of its logarithm has no mean, however narrow it looks; uncut, its draws end where doubles would
 * lose it. As an odds or hazard ratio it does no harm: the share that follows stays between 0 and 1.
 */
function withoutMean({ basis, distribution, place }: CheckedInput): boolean {
  if (basis?.kind !== "studies" || basis.scale === "own" || basis.method === "confidence distribution") return false;
  return distribution.max === undefined && !/\.effect\.(oddsRatio|hazardRatio)(\.|$)/.test(place);
}
