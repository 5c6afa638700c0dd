import type { Bin } from "./result.ts";

const wantedBars = 50;
const steps = [1, 2, 2.5, 5, 10];

/** The quantiles that bars are laid out by. */
export const histogramLevels = [0, 0.001, 0.01, 0.99, 0.999, 1] as const;

/**
 * Equal bars whose edges are round numbers (zero is always an edge), from the 0.1st to the 99.9th percentile; what lies beyond
 * stands in one wider bar at each end. One bar where all values are equal.
 */
export class Histogram {
  private readonly least: number;
  private readonly greatest: number;
  private readonly first: number;
  private readonly step: number;
  private readonly counts: Float64Array;

  /** @param quantiles of all values, at `histogramLevels` */
  constructor([least, low, from, to, high, greatest]: readonly number[]) {
    this.least = least;
    this.greatest = greatest;
    this.step = to > from ? roundStep((to - from) / wantedBars) : 0;
    this.first = this.step === 0 ? 0 : Math.floor(low / this.step);
    const bars = this.step === 0 ? 0 : Math.max(1, Math.ceil(high / this.step) - this.first);
    this.counts = new Float64Array(bars === 0 ? 1 : bars + 2);
  }

  /** @param values NaN where there is none */
  add(values: Float64Array): void {
    const { step, first, counts } = this;
    const last = counts.length - 1;
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i])) continue;
      const bar = step === 0 ? 0 : Math.floor(values[i] / step) - first + 1;
      counts[bar < 0 ? 0 : bar > last ? last : bar]++;
    }
  }

  bins(): readonly Bin[] {
    const { step, first, least, greatest, counts } = this;
    if (step === 0) return [{ low: least, high: greatest, count: counts[0] }];
    const bars = counts.length - 2;
    return Array.from(counts, (count, i) => ({
      low: i === 0 ? Math.min(least, first * step) : (first + i - 1) * step,
      high: i === bars + 1 ? Math.max(greatest, (first + bars) * step) : (first + i) * step,
      count,
    })).filter(({ count }, i) => count > 0 || (i > 0 && i <= bars));
  }
}

/** 1, 2, 2.5 or 5 times a power of ten, not below `wanted`. */
function roundStep(wanted: number): number {
  let scale = 1;
  while (scale > wanted) scale /= 10;
  while (scale * 10 <= wanted) scale *= 10;
  return scale * steps.find((step) => step * scale >= wanted)!;
}
