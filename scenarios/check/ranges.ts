import { type DistributionSpec, describe } from "../../engine/distributions/index.ts";
import type { Quantity } from "../checked.ts";
import { type Checking, report } from "./checking.ts";
import { supportOf } from "./distribution.ts";
import type { Place, Range } from "./places.ts";
import type { Quantities } from "./quantities.ts";

interface Limits {
  readonly low: number;
  /** Above this a share was most likely written without its % sign. */
  readonly high: number;
  /** Ends that no value may pass, however unlikely. */
  readonly hard: "both" | "low" | "none";
  readonly percent: boolean;
}

const limits: Readonly<Record<Range, Limits>> = {
  probability: { low: 0, high: 1, hard: "both", percent: true },
  factor: { low: 0, high: 10, hard: "low", percent: true },
  duration: { low: 0, high: Number.POSITIVE_INFINITY, hard: "low", percent: false },
  amount: { low: 0, high: Number.POSITIVE_INFINITY, hard: "none", percent: false },
  ratio: { low: 0, high: Number.POSITIVE_INFINITY, hard: "low", percent: false },
  markup: { low: 0, high: 3, hard: "none", percent: true },
  rate: { low: -1, high: 1, hard: "none", percent: true },
  change: { low: -1, high: 10, hard: "none", percent: true },
  reduction: { low: -10, high: 1, hard: "none", percent: true },
};

/** The ends that values of a range keep within. */
export const limitsOf = (range: Range): { readonly low: number; readonly high: number; readonly isShare: boolean } => {
  const { low, high, hard } = limits[range];
  return { low, high, isShare: hard === "both" };
};

/** Chance of a negative amount that is let pass: a normal distribution reaches everywhere. */
const negligible = 0.001;

/** Holds a quantity against the range of its place, item by item and through names. A formula is left to the run. */
export function checkRange(
  checking: Checking,
  place: Place,
  path: string,
  quantity: Quantity,
  range: Range,
  quantities: Quantities,
): void {
  const again = (at: string, item: Quantity) => checkRange(checking, place, at, item, range, quantities);
  switch (quantity.kind) {
    case "number":
      checkNumber(checking, place, path, quantity.value, range);
      return;
    case "input": {
      const found = quantities.inputOf(quantity);
      if (found !== undefined) checkDistribution(checking, place, path, found.distribution, range);
      return;
    }
    case "reference": {
      const target = quantities.at(quantity.to);
      if (target !== undefined) again(path, target);
      return;
    }
    case "byYear":
      for (const [year, item] of quantity.items.entries()) again(`${path}.${year}`, item);
      return;
    case "bySegment":
      for (const [segment, item] of Object.entries(quantity.items)) again(`${path}.${segment}`, item);
      return;
    case "formula":
    case "ownAmounts":
  }
}

const keyOf = (place: Place): string => place.path.slice(place.path.lastIndexOf(".") + 1);

function checkNumber(checking: Checking, place: Place, path: string, value: number, range: Range): void {
  const { low, high, percent } = limits[range];
  if (value >= low && value <= high) return;
  const written = numberText(value, percent);
  const what = keyOf(place);
  if (range === "probability") report(checking, "rangeProbability", path, { written, what });
  else if (low === 0 && value < 0) report(checking, "rangeNegative", path, { written, what });
  else report(checking, "rangeShare", path, { written, what });
}

function checkDistribution(
  checking: Checking,
  place: Place,
  path: string,
  distribution: DistributionSpec,
  range: Range,
): void {
  const { low, high, hard, percent } = limits[range];
  const ends = supportOf(distribution);
  const below = ends[0] < low;
  const above = ends[1] > high;
  const what = keyOf(place);
  const values = { low: numberText(ends[0], percent), high: numberText(ends[1], percent), what };
  const zero = percent ? "0 %" : "0";
  if (hard === "both" && ends[0] > high) {
    // All of it lies above 100 %: nothing to cut off, but a % sign that is missing.
    report(checking, "rangeShare", path, { written: values.low, what });
    return;
  }
  if (hard === "both" && (below || above)) {
    const cut = [below ? `min: ${zero}` : "", above ? "max: 100 %" : ""].filter((text) => text !== "").join(", ");
    report(checking, "supportProbability", path, { ...values, cut });
    return;
  }
  const reachesBelow = hard === "low" ? below : low === 0 && below && describe(distribution).cdf(0) > negligible;
  if (reachesBelow) {
    report(checking, "supportNegative", path, { ...values, cut: `min: ${zero}` });
    return;
  }
  if (!below && !above) return; // and so is the mean
  const { mean } = describe(distribution);
  if (mean < low || mean > high) report(checking, "rangeShare", path, { written: numberText(mean, percent), what });
}

/** A number for a message: shares in per cent, infinity as its sign. */
export function numberText(value: number, percent: boolean): string {
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  const rounded = String(Number((percent ? value * 100 : value).toPrecision(6))).replace("-", "−");
  return percent ? `${rounded} %` : rounded;
}
