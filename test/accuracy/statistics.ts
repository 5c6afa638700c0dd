import { normal } from "../../engine/distributions/normal.ts";
import { andersonDarling } from "../../engine/evidence/fit/andersonDarling.ts";
import { association } from "../../engine/evidence/sample/association.ts";
import { autocorrelation, batchMeans, integratedTime } from "../../engine/evidence/sample/batchMeans.ts";
import { describeSample } from "../../engine/evidence/sample/describeSample.ts";
import { meanInterval, normalMeanInterval, wilsonInterval } from "../../engine/evidence/sample/intervals.ts";
import { kernelDensity, silvermanBandwidth } from "../../engine/evidence/sample/kernelDensity.ts";
import {
  cramerVonMises,
  kolmogorovDistance,
  kolmogorovLimit,
  kolmogorovPValue,
  twoSampleDistance,
  twoSamplePValue,
} from "../../engine/evidence/sample/kolmogorov.ts";
import {
  type MergeableMoments,
  mergedMoments,
  momentsOfData,
  noMoments,
} from "../../engine/evidence/sample/mergedMoments.ts";
import { type QuantileType, sampleQuantile } from "../../engine/evidence/sample/quantileTypes.ts";
import {
  countedQuantile,
  weightedMidpointQuantile,
  weightedQuantile,
  weightedSample,
} from "../../engine/evidence/sample/weightedSample.ts";
import { binomialInterval } from "../../engine/numeric/binomialInterval.ts";
import { exactSum } from "../../engine/numeric/exactSum.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import type { reference } from "../reference.ts";
import { type Answer, absoluteTo, relativeTo } from "./answer.ts";

/* Every case of the reference file on statistics, at its own tolerance: 1e-12 unless it says otherwise. */

type Case = ReturnType<typeof reference>["cases"][number];

const sortedOf = (values: readonly number[]) => Float64Array.from(values).sort();

/** By kind of case. What the reference does not state (null, or not there) must be undefined here. */
export const statisticsAnswers: Readonly<Record<string, (known: Case) => Generator<Answer>>> = {
  *describe(known) {
    const found = describeSample(known.data);
    const scale = Math.max(...known.data.map(Math.abs));
    for (const name of ["n", "sum", "mean", "minimum", "maximum", "median", "geometricMean"] as const)
      yield* near(name, known, found[name], known[name], 1e-12, 1e-15 * scale);
    const spread = known.relTolTwoPass;
    yield* near("variance", known, found.variance, known.varianceSample, spread);
    yield* near("standard deviation", known, found.sd, known.sdSample, spread);
    yield* near("standard error", known, found.standardErrorOfMean, known.standardErrorOfMean, spread);
    yield* near("coefficient of variation", known, found.coefficientOfVariation, known.coefficientOfVariation, spread);
    yield* near(
      "mean deviation",
      known,
      found.meanAbsoluteDeviation,
      known.meanAbsoluteDeviation,
      1e-12,
      4e-16 * scale,
    );
    yield* near(
      "median deviation",
      known,
      found.medianAbsoluteDeviation,
      known.medianAbsoluteDeviation,
      1e-12,
      4e-16 * scale,
    );
    // the reference asks ten times the variance's tolerance of the shape, near zero of its own size
    const shape = 10 * spread;
    yield* near("skewness", known, found.skewness, known.skewnessG1population, shape, shape);
    yield* near("kurtosis", known, found.excessKurtosis, known.excessKurtosisG2population, shape, shape);
    yield* near("skewness, adjusted", known, found.skewnessAdjusted, known.skewnessAdjusted, shape, shape);
    yield* near("kurtosis, adjusted", known, found.excessKurtosisAdjusted, known.excessKurtosisAdjusted, shape, shape);
    const sorted = sortedOf(known.data);
    for (const type of [1, 2, 6, 7, 8] as QuantileType[])
      for (const [i, value] of known[`quantileType${type}`].entries())
        yield relativeTo(
          `quantile, type ${type}`,
          `${known.id} at ${known.p[i]}`,
          sampleQuantile(sorted, known.p[i], type),
          value,
          1e-12,
          1e-12 * scale,
        );
  },
  *weighted(known) {
    const sample = weightedSample(known.x, known.w);
    yield* near("weighted mean", known, sample.mean, known.mean);
    yield* near("weighted variance", known, sample.variancePopulation, known.variancePopulation);
    yield* near("weighted variance", known, sample.varianceOfReliabilities, known.varianceReliability);
    if (known.varianceWeightsAsFrequencies !== null)
      yield* near("weighted variance", known, sample.varianceOfCounts, known.varianceWeightsAsFrequencies);
    yield* near("effective size", known, sample.effectiveSize, known.effectiveSampleSize);
    for (const [i, p] of known.p.entries()) {
      yield absoluteTo(
        "weighted quantile",
        `${known.id} at ${p}`,
        weightedQuantile(sample, p),
        known.quantileInverseCdf[i],
        0,
      );
      yield* near(
        "weighted quantile",
        known,
        weightedMidpointQuantile(sample, p),
        known.quantileMidpoint[i],
        1e-12,
        1e-12,
      );
      const counted = known.quantileType7OfReplicatedData;
      if (counted) yield* near("weighted quantile", known, countedQuantile(sample, p), counted[i]);
    }
  },
  *batchMeans(known) {
    const draws = Float64Array.from(known.data as number[]);
    yield* near("standard error", known, describeSample(draws).standardErrorOfMean, known.naiveStandardError);
    for (const row of known.rows) {
      const found = batchMeans(draws, row.batches);
      yield absoluteTo("batch length", known.id, found.batchLength, row.batchLength, 0);
      yield absoluteTo("batch length", known.id, found.used, row.usedPoints, 0);
      yield* near("batch means", known, found.mean, row.grandMean);
      yield* near("batch means", known, found.varianceOfMeans, row.varianceOfBatchMeans, 1e-11);
      yield* near("batch means", known, found.standardError, row.standardError, 1e-11);
      yield* near("batch means", known, found.overlappingStandardError, row.overlappingStandardError, 1e-11);
    }
    for (const [i, lag] of known.lags.entries())
      yield* near("autocorrelation", known, autocorrelation(draws, lag), known.autocorrelation[i], 1e-11);
    yield* near("autocorrelation", known, integratedTime(draws, 20), known.integratedTimeOver20Lags, 1e-11);
  },
  *ksOneSampleNormal(known) {
    const sorted = sortedOf(known.data);
    const parameters = { mean: known.mean, sd: known.sd };
    const cdf = (x: number) => normal.cdf(parameters, x);
    const { d, above, below } = kolmogorovDistance(sorted, cdf);
    yield* near("Kolmogorov distance", known, d, known.D);
    yield* near("Kolmogorov distance", known, above, known.Dplus);
    yield* near("Kolmogorov distance", known, below, known.Dminus);
    yield absoluteTo("Kolmogorov p-value", known.id, kolmogorovPValue(sorted.length, d), known.pExact, 1e-9);
    yield absoluteTo(
      "Kolmogorov p-value",
      known.id,
      kolmogorovLimit(Math.sqrt(sorted.length) * d),
      known.pAsymptotic,
      1e-9,
    );
    yield* near(
      "Anderson–Darling",
      known,
      andersonDarling(sorted, normal.tails!(parameters)),
      known.andersonDarlingFullySpecified,
    );
    yield* near("Cramér–von Mises", known, cramerVonMises(sorted, cdf), known.cramerVonMises);
  },
  *ksTwoSample(known) {
    const [x, y] = [sortedOf(known.x), sortedOf(known.y)];
    const d = twoSampleDistance(x, y);
    yield* near("Kolmogorov distance", known, d, known.D);
    const exact = known.pExactNoTies;
    const p = twoSamplePValue(x.length, y.length, d);
    if (exact !== null && exact !== undefined) yield absoluteTo("Kolmogorov p-value", known.id, p, exact, 1e-9);
    const limit = kolmogorovLimit(d * Math.sqrt((x.length * y.length) / (x.length + y.length)));
    yield absoluteTo("Kolmogorov p-value", known.id, limit, known.pKolmogorovLimit, 1e-9);
  },
  *correlation(known) {
    const found = association(Float64Array.from(known.x as number[]), Float64Array.from(known.y as number[]));
    // subtracting an offset of 1e8 leaves eight digits of what the numbers say, which the reference's are too
    yield* near("covariance", known, found.covariance, known.covariance, 1e-12, 1e-15);
    yield* near("Pearson", known, found.pearson, known.pearson, 1e-12, 1e-15);
    yield* near("Spearman", known, found.spearman, known.spearman, 1e-12, 1e-15);
    yield* near("Kendall, τ-a", known, found.kendallTauA, known.kendallTauA);
    yield* near("Kendall, τ-b", known, found.kendallTauB, known.kendallTauB);
    for (const [name, count] of Object.entries(found.pairs)) yield absoluteTo("pairs", known.id, count, known[name], 0);
  },
  *meanInterval(known) {
    const { n, mean, sd, level } = known;
    yield* near("Student's t quantile", known, -studentTQuantile((1 - level) / 2, n - 1), known.tQuantile);
    for (const [i, end] of meanInterval(n, mean, sd, level).entries())
      yield* near("interval of a mean", known, end, known.tInterval[i]);
    for (const [i, end] of normalMeanInterval(n, mean, sd, level).entries())
      yield* near("interval of a mean", known, end, known.zInterval[i]);
  },
  *proportionInterval(known) {
    for (const [i, end] of wilsonInterval(known.successes, known.n, known.level).entries())
      yield* near("Wilson interval", known, end, known.wilson[i]);
    for (const [i, end] of binomialInterval(known.successes, known.n, known.level).entries())
      yield* near("Clopper–Pearson interval", known, end, known.clopperPearson[i]);
  },
  *exactSum(known) {
    yield absoluteTo("exact sum", known.id, exactSum(known.data), known.exactSumRounded, 0);
  },
  *mergeMoments(known) {
    const parts: readonly MergeableMoments[] = known.chunks.map(momentsOfData);
    const merged = parts.reduce(mergedMoments, noMoments);
    const largest = Math.max(...known.chunks.flat().map(Math.abs));
    // means of chunks are rounded: that alone moves the sums of powers by this much, times the other deviations
    const rounding = 2 ** -52 * largest * known.merged.n;
    const width = Math.sqrt(known.merged.m2);
    const pairs: readonly (readonly [MergeableMoments, MergeableMoments])[] = [
      ...parts.map((part, i) => [part, known.perChunk[i]] as const),
      [merged, known.merged],
    ];
    for (const [found, right] of pairs) {
      yield absoluteTo("merged moments", known.id, found.n, right.n, 0);
      yield* near("merged moments", known, found.mean, right.mean, 1e-15);
      yield* near("merged moments", known, found.m2, right.m2, 1e-12, rounding * width);
      yield* near("merged moments", known, found.m3, right.m3, 1e-12, 3 * rounding * width ** 2);
      yield* near("merged moments", known, found.m4, right.m4, 1e-12, 4 * rounding * width ** 3);
    }
  },
  *gaussianKde(known) {
    yield* near("kernel density", known, silvermanBandwidth(known.data), known.bandwidth);
    const density = kernelDensity(known.data);
    for (const [i, x] of known.grid.entries()) yield* near("kernel density", known, density(x), known.density[i]);
  },
};

function* near(
  what: string,
  { id }: Case,
  found: number | undefined,
  right: number | null | undefined,
  relative = 1e-12,
  absolute = 1e-300,
): Generator<Answer> {
  const none = right === null || right === undefined;
  if (none && found === undefined) return;
  yield relativeTo(what, id, found ?? Number.NaN, none ? Number.NaN : right, relative, absolute);
}
