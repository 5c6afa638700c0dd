import { coveredBars } from "../summary/bins.ts";
import type { Counted } from "../summary/selection.ts";
import type { Bin } from "./result.ts";

/**
 * Equal bars whose edges are round numbers (zero is always an edge), from the 0.1st to the 99.9th percentile; what lies beyond
 * stands in one wider bar at each end. One bar where all values are equal.
 */
export function histogram({ scale, rows }: Counted, least: number, greatest: number): readonly Bin[] {
  const perBar = (scale.last + 1) / coveredBars;
  const counts = new Float64Array(coveredBars);
  for (const row of rows) for (let bin = 0; bin < row.length; bin++) counts[Math.floor(bin / perBar)] += row[bin];
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (scale.bar === 0 || least === greatest) return [{ low: least, high: greatest, count: total }];
  // The first and the last bar are open: they always belong to what lies beyond.
  const first = Math.max(1, barAt(counts, 0.001 * total));
  const last = Math.min(coveredBars - 2, barAt(counts, 0.999 * total));
  const edge = (bar: number) => (scale.firstBar + bar) * scale.bar;
  const sum = (from: number, to: number) => counts.subarray(from, to).reduce((all, count) => all + count, 0);
  const bars: Bin[] = [];
  for (let bar = first; bar <= last; bar++) bars.push({ low: edge(bar), high: edge(bar + 1), count: counts[bar] });
  const below = { low: Math.min(least, edge(first)), high: edge(first), count: sum(0, first) };
  const above = { low: edge(last + 1), high: Math.max(greatest, edge(last + 1)), count: sum(last + 1, coveredBars) };
  return [below, ...bars, above].filter(({ count }, i) => count > 0 || (i > 0 && i <= bars.length));
}

/** The bar that holds the value of a rank. */
function barAt(counts: Float64Array, rank: number): number {
  let seen = 0;
  for (let bar = 0; bar < counts.length; bar++) {
    seen += counts[bar];
    if (seen > rank) return bar;
  }
  return counts.length - 1;
}
