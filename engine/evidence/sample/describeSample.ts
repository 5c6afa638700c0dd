import { impossible } from "../../issues.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { exactSum } from "../../numeric/exactSum.ts";
import { sampleQuantile } from "./quantileTypes.ts";

/** What a sample of raw data is like. What it cannot have (a skewness where nothing varies) is undefined. */
export interface SampleSummary {
  readonly n: number;
  readonly sum: number;
  readonly mean: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly median: number;
  /** Of positive values only. */
  readonly geometricMean: number | undefined;
  /** Divisor n − 1. */
  readonly variance: number | undefined;
  readonly sd: number | undefined;
  readonly standardErrorOfMean: number | undefined;
  /** Mean of |x − mean|. */
  readonly meanAbsoluteDeviation: number;
  /** Median of |x − median|, not scaled. */
  readonly medianAbsoluteDeviation: number;
  /** sd/|mean|. */
  readonly coefficientOfVariation: number | undefined;
  /** m₃/m₂^1.5 of population moments, and with the small-sample correction. */
  readonly skewness: number | undefined;
  readonly skewnessAdjusted: number | undefined;
  /** m₄/m₂² − 3 of population moments, and with the small-sample correction. */
  readonly excessKurtosis: number | undefined;
  readonly excessKurtosisAdjusted: number | undefined;
}

/**
 * Location, spread and shape of data. The variance is by two passes, its rounding put right; powers are taken of deviations over
 * the largest, so that data of size 1e-150 or 1e150 have a shape too.
 * Source of the corrections: Joanes & Gill (1998), doi:10.1111/1467-9884.00122.
 *
 * @throws UtfallError `evidenceRule` for no data or what is no number
 */
export function describeSample(data: ArrayLike<number>): SampleSummary {
  const n = data.length;
  if (n === 0) throw impossible("sample", "n ≥ 1", { n });
  const sorted = Float64Array.from(data).sort();
  if (!(Number.isFinite(sorted[0]) && Number.isFinite(sorted[n - 1])))
    throw impossible("sample", "−∞ < x < ∞", { min: sorted[0], max: sorted[n - 1] });
  const sum = exactSum(sorted);
  const mean = sum / n;
  const deviations = sorted.map((x) => x - mean);
  const scale = Math.max(-deviations[0], deviations[n - 1]);
  const powers = shape(deviations, scale);
  const variance = n > 1 ? (scale * scale * powers.m2) / (n - 1) : undefined;
  const sd = n > 1 ? scale * Math.sqrt(powers.m2 / (n - 1)) : undefined;
  const median = sampleQuantile(sorted, 0.5);
  const absolute = sorted.map((x) => Math.abs(x - median)).sort();
  return {
    n,
    sum,
    mean,
    minimum: sorted[0],
    maximum: sorted[n - 1],
    median,
    geometricMean: sorted[0] > 0 ? exp(exactSum(sorted.map(ln)) / n) : undefined,
    variance,
    sd,
    standardErrorOfMean: sd === undefined ? undefined : sd / Math.sqrt(n),
    meanAbsoluteDeviation: exactSum(deviations.map(Math.abs)) / n,
    medianAbsoluteDeviation: sampleQuantile(absolute, 0.5),
    coefficientOfVariation: sd === undefined || mean === 0 ? undefined : sd / Math.abs(mean),
    ...shapeOf(n, powers),
  };
}

interface Powers {
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** Sums of powers of deviations/scale, with what the mean's rounding left taken out. */
function shape(deviations: Float64Array, scale: number): Powers {
  if (scale === 0) return { m2: 0, m3: 0, m4: 0 };
  const d = deviations.map((x) => x / scale);
  const rest = exactSum(d) / d.length;
  const power = (f: (x: number) => number) => exactSum(d.map((x) => f(x - rest)));
  return { m2: power((x) => x * x), m3: power((x) => x * x * x), m4: power((x) => x * x * (x * x)) };
}

function shapeOf(n: number, { m2, m3, m4 }: Powers) {
  if (!(m2 > 0))
    return {
      skewness: undefined,
      skewnessAdjusted: undefined,
      excessKurtosis: undefined,
      excessKurtosisAdjusted: undefined,
    };
  const skewness = (m3 / m2) * Math.sqrt(n / m2);
  const excessKurtosis = (n * m4) / (m2 * m2) - 3;
  return {
    skewness,
    skewnessAdjusted: n < 3 ? undefined : (skewness * Math.sqrt(n * (n - 1))) / (n - 2),
    excessKurtosis,
    excessKurtosisAdjusted: n < 4 ? undefined : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excessKurtosis + 6),
  };
}
