import { summariseSample } from "../summary/sample.ts";
import type { Bin } from "./result.ts";

const wantedBars = 50;
const steps = [1, 2, 2.5, 5, 10];

/**
 * Equal bars whose edges are round numbers (zero is always an edge), from the 0.1st to the 99.9th percentile; what lies beyond
 * stands in one wider bar at each end. Empty for no values, one bar where all are equal.
 */
export function histogram(values: Float64Array): readonly Bin[] {
  if (values.length === 0) return [];
  const { quantiles } = summariseSample(values, [0, 0.001, 0.01, 0.99, 0.999, 1], 0.05, "low");
  const [least, low, from, to, high, greatest] = quantiles;
  if (!(to > from)) return [{ low: least, high: greatest, count: values.length }];
  const step = roundStep((to - from) / wantedBars);
  const first = Math.floor(low / step);
  const bars = Math.max(1, Math.ceil(high / step) - first);
  const counts = new Float64Array(bars + 2);
  for (const value of values) {
    const bar = Math.floor(value / step) - first;
    counts[bar < 0 ? 0 : bar >= bars ? bars + 1 : bar + 1]++;
  }
  return Array.from(counts, (count, i) => ({
    low: i === 0 ? Math.min(least, first * step) : (first + i - 1) * step,
    high: i === bars + 1 ? Math.max(greatest, (first + bars) * step) : (first + i) * step,
    count,
  })).filter(({ count }, i) => count > 0 || (i > 0 && i <= bars));
}

/** 1, 2, 2.5 or 5 times a power of ten, not below `wanted`. */
function roundStep(wanted: number): number {
  let scale = 1;
  while (scale > wanted) scale /= 10;
  while (scale * 10 <= wanted) scale *= 10;
  return scale * steps.find((step) => step * scale >= wanted)!;
}
