import { describe, expect, test } from "vitest";
import { normal } from "../../engine/distributions/normal.ts";
import { andersonDarling } from "../../engine/evidence/fit/andersonDarling.ts";
import { association } from "../../engine/evidence/sample/association.ts";
import { autocorrelation, batchMeans, integratedTime } from "../../engine/evidence/sample/batchMeans.ts";
import { describeSample } from "../../engine/evidence/sample/describeSample.ts";
import {
  meanInterval,
  normalMeanInterval,
  sizeForHalfWidth,
  wilsonInterval,
} from "../../engine/evidence/sample/intervals.ts";
import { kernelDensity, silvermanBandwidth } from "../../engine/evidence/sample/kernelDensity.ts";
import {
  cramerVonMises,
  kolmogorovDistance,
  kolmogorovLimit,
  kolmogorovPValue,
  twoSampleDistance,
  twoSamplePValue,
} from "../../engine/evidence/sample/kolmogorov.ts";
import { mergedMoments, momentsOfData, noMoments } from "../../engine/evidence/sample/mergedMoments.ts";
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
import { reference } from "../reference.ts";

/* Every case of the reference file on statistics, at its own tolerance: 1e-12 unless it says otherwise. */

const { cases } = reference("statistics");
const ofKind = (kind: string) => cases.filter((known) => known.kind === kind);
const sortedOf = (values: readonly number[]) => Float64Array.from(values).sort();

/** Absent (null or not there) in the reference is undefined here. */
function near(found: number | undefined, known: number | null | undefined, relative = 1e-12, absolute = 1e-300): void {
  if (known === null || known === undefined) {
    expect(found).toBeUndefined();
    return;
  }
  expect(Math.abs((found ?? Number.NaN) - known), `${found} for ${known}`).toBeLessThanOrEqual(
    relative * Math.abs(known) + absolute,
  );
}

describe("location, spread and shape", () => {
  for (const known of ofKind("describe"))
    test(known.id, () => {
      const found = describeSample(known.data);
      const scale = Math.max(...known.data.map(Math.abs));
      for (const name of ["n", "sum", "mean", "minimum", "maximum", "median", "geometricMean"] as const)
        near(found[name], known[name], 1e-12, 1e-15 * scale);
      const spread = known.relTolTwoPass;
      near(found.variance, known.varianceSample, spread);
      near(found.sd, known.sdSample, spread);
      near(found.standardErrorOfMean, known.standardErrorOfMean, spread);
      near(found.coefficientOfVariation, known.coefficientOfVariation, spread);
      near(found.meanAbsoluteDeviation, known.meanAbsoluteDeviation, 1e-12, 4e-16 * scale);
      near(found.medianAbsoluteDeviation, known.medianAbsoluteDeviation, 1e-12, 4e-16 * scale);
      // The reference asks ten times the variance's tolerance of the shape, near zero of its own size.
      const shape = 10 * spread;
      near(found.skewness, known.skewnessG1population, shape, shape);
      near(found.excessKurtosis, known.excessKurtosisG2population, shape, shape);
      near(found.skewnessAdjusted, known.skewnessAdjusted, shape, shape);
      near(found.excessKurtosisAdjusted, known.excessKurtosisAdjusted, shape, shape);
    });

  test("what is no sample is said", () => {
    expect(() => describeSample([])).toThrow("n ≥ 1");
    expect(() => describeSample([1, Number.POSITIVE_INFINITY])).toThrow("−∞ < x < ∞");
    expect(() => describeSample([1, Number.NaN])).toThrow("−∞ < x < ∞");
    expect(describeSample([5])).toMatchObject({ n: 1, mean: 5, sd: undefined, skewness: undefined });
  });
});

describe("quantiles of five types", () => {
  for (const known of ofKind("describe"))
    test(known.id, () => {
      const sorted = sortedOf(known.data);
      const scale = Math.max(...known.data.map(Math.abs));
      for (const type of [1, 2, 6, 7, 8] as QuantileType[])
        known[`quantileType${type}`].forEach((value: number, i: number) => {
          const found = sampleQuantile(sorted, known.p[i], type);
          expect(Math.abs(found - value), `type ${type} at ${known.p[i]}`).toBeLessThanOrEqual(1e-12 * scale);
        });
    });
});

describe("weighted data", () => {
  for (const known of ofKind("weighted"))
    test(known.id, () => {
      const sample = weightedSample(known.x, known.w);
      near(sample.mean, known.mean);
      near(sample.variancePopulation, known.variancePopulation);
      near(sample.varianceOfReliabilities, known.varianceReliability);
      if (known.varianceWeightsAsFrequencies !== null)
        near(sample.varianceOfCounts, known.varianceWeightsAsFrequencies);
      near(sample.effectiveSize, known.effectiveSampleSize);
      known.p.forEach((p: number, i: number) => {
        expect(weightedQuantile(sample, p)).toBe(known.quantileInverseCdf[i]);
        near(weightedMidpointQuantile(sample, p), known.quantileMidpoint[i], 1e-12, 1e-12);
        if (known.quantileType7OfReplicatedData)
          near(countedQuantile(sample, p), known.quantileType7OfReplicatedData[i]);
      });
    });

  test("what is no weight is said", () => {
    expect(() => weightedSample([1, 2], [1])).toThrow("n = weights");
    expect(() => weightedSample([1, 2], [1, -1])).toThrow("weight ≥ 0");
    expect(() => weightedSample([1, 2], [0, 0])).toThrow("Σ weight > 0");
  });
});

describe("draws that depend on their neighbours", () => {
  for (const known of ofKind("batchMeans"))
    test(known.id, () => {
      const draws = Float64Array.from(known.data as number[]);
      near(describeSample(draws).standardErrorOfMean, known.naiveStandardError);
      for (const row of known.rows) {
        const found = batchMeans(draws, row.batches);
        expect([found.batchLength, found.used]).toEqual([row.batchLength, row.usedPoints]);
        near(found.mean, row.grandMean);
        near(found.varianceOfMeans, row.varianceOfBatchMeans, 1e-11);
        near(found.standardError, row.standardError, 1e-11);
        near(found.overlappingStandardError, row.overlappingStandardError, 1e-11);
      }
      known.lags.forEach((lag: number, i: number) => {
        near(autocorrelation(draws, lag), known.autocorrelation[i], 1e-11);
      });
      near(integratedTime(draws, 20), known.integratedTimeOver20Lags, 1e-11);
      expect(() => batchMeans(draws, 1)).toThrow("2 ≤ batches");
    });
});

describe("distances between distributions", () => {
  for (const known of ofKind("ksOneSampleNormal"))
    test(known.id, () => {
      const sorted = sortedOf(known.data);
      const parameters = { mean: known.mean, sd: known.sd };
      const cdf = (x: number) => normal.cdf(parameters, x);
      const { d, above, below } = kolmogorovDistance(sorted, cdf);
      near(d, known.D);
      near(above, known.Dplus);
      near(below, known.Dminus);
      near(kolmogorovPValue(sorted.length, d), known.pExact, 0, 1e-9);
      near(kolmogorovLimit(Math.sqrt(sorted.length) * d), known.pAsymptotic, 0, 1e-9);
      near(andersonDarling(sorted, normal.tails!(parameters)), known.andersonDarlingFullySpecified);
      near(cramerVonMises(sorted, cdf), known.cramerVonMises);
    });

  for (const known of ofKind("ksTwoSample"))
    test(known.id, () => {
      const [x, y] = [sortedOf(known.x), sortedOf(known.y)];
      const d = twoSampleDistance(x, y);
      near(d, known.D);
      near(twoSamplePValue(x.length, y.length, d), known.pExactNoTies, 0, 1e-9);
      near(
        kolmogorovLimit(d * Math.sqrt((x.length * y.length) / (x.length + y.length))),
        known.pKolmogorovLimit,
        0,
        1e-9,
      );
    });

  test("the exact chances tend to the limit law, and have their known ends", () => {
    // one value: P(D ≥ d) = 2(1 − d) for d ≥ ½
    expect(kolmogorovPValue(1, 0.7)).toBeCloseTo(0.6, 14);
    // two: 1 − 2(2d − ½)² up to one half, 2(1 − d)² beyond
    expect(kolmogorovPValue(2, 0.4)).toBeCloseTo(1 - 2 * (0.8 - 0.5) ** 2, 14);
    expect(kolmogorovPValue(2, 0.6)).toBeCloseTo(2 * 0.4 ** 2, 14);
    expect([kolmogorovPValue(5, 0), kolmogorovPValue(5, 1)]).toEqual([1, 0]);
    // d + 1/(6n) in the limit law is right to the order 1/n
    const [n, d] = [1500, 0.03];
    const x = Math.sqrt(n) * d + 1 / (6 * Math.sqrt(n));
    expect(kolmogorovPValue(n, d)).toBeCloseTo(kolmogorovLimit(x), 3);
    expect(kolmogorovPValue(5000, 0.02)).toBe(kolmogorovLimit(Math.sqrt(5000) * 0.02));
    for (const around of [0.999999999, 1]) expect(kolmogorovLimit(around)).toBeCloseTo(0.26999967167735456, 8);
    expect(twoSamplePValue(2, 2, 1)).toBeCloseTo(1 / 3, 15);
    expect(twoSamplePValue(1500, 1500, 0.05)).toBe(kolmogorovLimit(0.05 * Math.sqrt(750)));
  });
});

describe("association", () => {
  for (const known of ofKind("correlation"))
    test(known.id, () => {
      const found = association(Float64Array.from(known.x as number[]), Float64Array.from(known.y as number[]));
      // Subtracting an offset of 1e8 leaves eight digits of what the numbers say, which the reference's are too.
      near(found.covariance, known.covariance, 1e-12, 1e-15);
      near(found.pearson, known.pearson, 1e-12, 1e-15);
      near(found.spearman, known.spearman, 1e-12, 1e-15);
      near(found.kendallTauA, known.kendallTauA);
      near(found.kendallTauB, known.kendallTauB);
      const { concordant, discordant, tiedXOnly, tiedYOnly, tiedBoth } = known;
      expect(found.pairs).toEqual({ concordant, discordant, tiedXOnly, tiedYOnly, tiedBoth });
    });
});

describe("intervals", () => {
  for (const known of ofKind("meanInterval"))
    test(known.id, () => {
      const { n, mean, sd, level } = known;
      near(-studentTQuantile((1 - level) / 2, n - 1), known.tQuantile);
      meanInterval(n, mean, sd, level).forEach((end, i) => {
        near(end, known.tInterval[i]);
      });
      normalMeanInterval(n, mean, sd, level).forEach((end, i) => {
        near(end, known.zInterval[i]);
      });
      expect(sizeForHalfWidth(0.1, level)).toBe(known.nForHalfWidthTenthOfSd);
    });

  for (const known of ofKind("proportionInterval"))
    test(known.id, () => {
      wilsonInterval(known.successes, known.n, known.level).forEach((end, i) => {
        near(end, known.wilson[i]);
      });
      binomialInterval(known.successes, known.n, known.level).forEach((end, i) => {
        near(end, known.clopperPearson[i]);
      });
    });
});

describe("sums", () => {
  for (const known of ofKind("exactSum"))
    test(known.id, () => {
      expect(exactSum(known.data)).toBe(known.exactSumRounded);
    });

  test("rounded once, to even at exactly one half", () => {
    expect(exactSum([])).toBe(0);
    expect(exactSum([1, 2 ** -53])).toBe(1);
    expect(exactSum([1, 2 ** -53, 2 ** -110])).toBe(1 + 2 ** -52);
    expect(exactSum([1 + 2 ** -52, 2 ** -53, -(2 ** -110)])).toBe(1 + 2 ** -52);
    expect(exactSum([1e308, -1e308, 5])).toBe(5);
  });

  for (const known of ofKind("mergeMoments"))
    test(`${known.id}: moments to the fourth, merged`, () => {
      const parts = known.chunks.map(momentsOfData);
      const merged = parts.reduce(mergedMoments, noMoments);
      const largest = Math.max(...known.chunks.flat().map(Math.abs));
      // Means of chunks are rounded: that alone moves the sums of powers by this much, times the other deviations.
      const rounding = 2 ** -52 * largest * known.merged.n;
      const width = Math.sqrt(known.merged.m2);
      const close = (found: (typeof parts)[0], wanted: typeof known.merged) => {
        expect(found.n).toBe(wanted.n);
        near(found.mean, wanted.mean, 1e-15);
        near(found.m2, wanted.m2, 1e-12, rounding * width);
        near(found.m3, wanted.m3, 1e-12, 3 * rounding * width ** 2);
        near(found.m4, wanted.m4, 1e-12, 4 * rounding * width ** 3);
      };
      parts.forEach((part: (typeof parts)[0], i: number) => {
        close(part, known.perChunk[i]);
      });
      close(merged, known.merged);
    });
});

test("kernel density", () => {
  for (const known of ofKind("gaussianKde")) {
    near(silvermanBandwidth(known.data), known.bandwidth);
    const density = kernelDensity(known.data);
    known.grid.forEach((x: number, i: number) => {
      near(density(x), known.density[i]);
    });
  }
});

test("no case of the reference is left out", () => {
  const used = [
    "describe",
    "weighted",
    "batchMeans",
    "ksOneSampleNormal",
    "ksTwoSample",
    "correlation",
    "meanInterval",
    "proportionInterval",
    "mergeMoments",
    "exactSum",
    "gaussianKde",
  ];
  expect(cases.filter(({ kind }) => !used.includes(kind)).map(({ id }) => id)).toEqual([]);
});
