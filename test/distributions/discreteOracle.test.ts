import { expect, describe as group, test } from "vitest";
import { checkSpec, describe } from "../../engine/distributions/index.ts";
import { reference } from "../reference.ts";
import { discreteName, discreteSpec, discreteSpecs } from "./discreteSpec.ts";

/* Every discrete case of the reference files. */

const { cases } = reference("distributions-discrete");

test("every case is ours", () => {
  expect([...new Set(cases.map(discreteName))].sort()).toEqual(Object.keys(discreteSpecs).sort());
});

for (const c of cases) {
  group(c.id, () => {
    const spec = discreteSpec(c);
    const d = describe(spec);
    const wrong = (
      at: readonly number[],
      right: readonly number[],
      relTol: readonly number[],
      f: (x: number) => number,
    ) =>
      at.flatMap((x, i) =>
        Math.abs(f(x) - right[i]) <= relTol[i] * Math.abs(right[i]) + 1e-300
          ? []
          : [`at ${x}: ${f(x)}, not ${right[i]}`],
      );
    test("is accepted and has the support", () => {
      expect(checkSpec(spec)).toEqual([]);
      expect(d.support).toEqual(c.support.map(Number));
    });
    test("probability", () => expect(wrong(c.k, c.pmf, c.relTol.pmf, d.density)).toEqual([]));
    test("distribution function", () => expect(wrong(c.k, c.cdf, c.relTol.cdf, d.cdf)).toEqual([]));
    test("upper tail", () => expect(wrong(c.k, c.sf, c.relTol.sf, d.upper)).toEqual([]));
    test("quantile", () => expect(c.p.map(d.quantile)).toEqual(c.quantile));
    test("moments", () => {
      expect(wrong([0], [c.mean], [1e-12], () => d.mean)).toEqual([]);
      expect(wrong([0], [c.variance], [1e-12], () => d.variance)).toEqual([]);
      expect(wrong([0], [c.skewness], [1e-12], () => d.skewness)).toEqual([]);
    });
  });
}
