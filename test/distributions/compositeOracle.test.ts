import { expect, describe as group, test } from "vitest";
import { checkSpec, describe } from "../../engine/distributions/index.ts";
import { reference } from "../reference.ts";
import { compositeSpec } from "./compositeSpec.ts";

/* Mixtures, quantile tables, categorical and empirical distributions of the reference files. */

const { cases } = reference("distributions-composite");
const wrong = (
  at: readonly number[],
  right: readonly number[],
  relTol: (i: number) => number,
  f: (x: number) => number,
) =>
  at.flatMap((x, i) => {
    const [got, want] = [f(Number(x)), Number(right[i])];
    return got === want || Math.abs(got - want) <= relTol(i) * Math.abs(want) + 1e-300
      ? []
      : [`at ${x}: ${got}, not ${want}`];
  });

for (const c of cases.filter(({ family }) => family !== "dirichlet")) {
  group(c.id, () => {
    const spec = compositeSpec(c);
    const d = describe(spec);
    const variance = c.variance ?? c.variancePopulation;
    const skewness = c.skewness ?? c.skewnessPopulation;
    test("is accepted, with its moments", () => {
      expect(checkSpec(spec)).toEqual([]);
      expect(
        wrong(
          [0],
          [c.mean],
          () => 1e-12,
          () => d.mean,
        ),
      ).toEqual([]);
      expect(
        wrong(
          [0],
          [variance],
          () => 1e-12,
          () => d.variance,
        ),
      ).toEqual([]);
      expect(Math.abs(d.skewness - skewness)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(skewness)));
    });
    if (c.relTol === undefined) return;
    test("support", () => expect(d.support).toEqual(c.support.map(Number)));
    test("density", () => expect(wrong(c.x, c.pdf, (i) => c.relTol.pdf[i], d.density)).toEqual([]));
    test("distribution function", () => expect(wrong(c.x, c.cdf, (i) => c.relTol.cdf[i], d.cdf)).toEqual([]));
    test("upper tail", () => expect(wrong(c.x, c.sf, (i) => c.relTol.sf[i], d.upper)).toEqual([]));
    test("quantile", () => expect(wrong(c.p, c.quantile, (i) => c.relTol.quantile[i], d.quantile)).toEqual([]));
    test("upper quantile", () =>
      expect(wrong(c.q, c.quantileUpper, (i) => c.relTol.quantileUpper[i], d.upperQuantile)).toEqual([]));
  });
}

for (const c of cases.filter(({ family }) => family === "categorical")) {
  test(`${c.id}: probabilities, distribution function, quantiles`, () => {
    const d = describe(compositeSpec(c));
    expect(wrong(c.params.values, c.probabilities, () => 1e-14, d.density)).toEqual([]);
    expect(wrong(c.params.values, c.cdfAtValues, () => 1e-14, d.cdf)).toEqual([]);
    expect(c.p.map(d.quantile)).toEqual(c.quantile);
  });
}

for (const c of cases.filter(({ family }) => family === "empirical")) {
  test(`${c.id}: distribution function and quantiles`, () => {
    const d = describe(compositeSpec(c));
    expect(wrong(c.x, c.ecdf, () => 1e-14, d.cdf)).toEqual([]);
    expect(c.p.map(d.quantile)).toEqual(c.quantileType1);
  });
}
