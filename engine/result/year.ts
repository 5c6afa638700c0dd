import { sampleStandardDeviation } from "simple-statistics";
import { notNegative, probabilityFigure, replicateFigure, resolution } from "./figure.ts";
import { type Figure, percentileLevels, type YearSummary } from "./result.ts";

/**
 * First year in which something holds, from its counts: chance of each year and of never, moments and percentiles with never
 * counted as `years`. Percentiles of whole numbers are order statistics, their intervals by ranks.
 *
 * @param counts per replicate: [0 … years]
 */
export function yearSummary(counts: readonly Float64Array[], years: number): YearSummary {
  const draws = counts.map((part) => part.reduce((sum, x) => sum + x, 0));
  const total = counts[0].map((_, year) => counts.reduce((sum, part) => sum + part[year], 0));
  const chance = Object.fromEntries(
    Array.from(total, (_, year) => [
      year === years ? "never" : String(year),
      probabilityFigure(
        counts.map((part) => part[year]),
        draws,
      ),
    ]),
  );
  const moments = counts.map(momentsOf);
  const whole = momentsOf(total);
  const seen = [...total.keys()].filter((year) => total[year] > 0);
  const span = seen.length === 0 ? 0 : seen[seen.length - 1] - seen[0];
  const least = span * resolution(draws.reduce((sum, x) => sum + x, 0) / draws.length, draws.length);
  return {
    kind: "year",
    chance,
    mean: replicateFigure(
      whole.mean,
      moments.map(({ mean }) => mean),
      { low: 0, high: years },
      least,
    ),
    sd: replicateFigure(
      whole.sd,
      moments.map(({ sd }) => sd),
      notNegative,
      least,
    ),
    percentiles: Object.fromEntries(
      percentileLevels.map((level) => [String(level), orderStatistic(total, counts, level / 100)]),
    ),
  };
}

function momentsOf(counts: Float64Array): { readonly mean: number; readonly sd: number } {
  let n = 0;
  let sum = 0;
  counts.forEach((count, year) => {
    n += count;
    sum += count * year;
  });
  const mean = sum / n;
  let squares = 0;
  counts.forEach((count, year) => {
    squares += count * (year - mean) * (year - mean);
  });
  return { mean, sd: Math.sqrt(squares / n) };
}

/** The ⌈np⌉-th smallest value, with the values 1.96 standard deviations of the binomial rank to either side as its interval. */
function orderStatistic(total: Float64Array, replicates: readonly Float64Array[], p: number): Figure {
  const n = total.reduce((sum, x) => sum + x, 0);
  const reach = 1.96 * Math.sqrt(n * p * (1 - p));
  const parts = replicates.map((counts) => {
    const own = counts.reduce((sum, x) => sum + x, 0);
    return valueAtRank(counts, Math.ceil(own * p));
  });
  return {
    value: valueAtRank(total, Math.ceil(n * p)),
    se: sampleStandardDeviation(parts) / Math.sqrt(parts.length),
    low: valueAtRank(total, Math.max(1, Math.floor(n * p - reach))),
    high: valueAtRank(total, Math.min(n, Math.ceil(n * p + reach))),
  };
}

function valueAtRank(counts: Float64Array, rank: number): number {
  let seen = 0;
  for (let year = 0; year < counts.length; year++) {
    seen += counts[year];
    if (seen >= rank) return year;
  }
  return counts.length - 1;
}
