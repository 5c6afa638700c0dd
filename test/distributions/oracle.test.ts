import { expect, describe as group, test } from "vitest";
import { checkSpec, describe } from "../../engine/distributions/index.ts";
import { mended, nameOf, oracleCases, oracleSpec, specOf } from "./oracleSpec.ts";

/* Every value of every reference case that one of our families can state, at the reference's own tolerance. */

const number = (value: number | string) => Number(value);

test("every reference case is ours", () => {
  const names = new Set(oracleCases.map(nameOf));
  expect([...names].sort()).toEqual(Object.keys(specOf).sort());
});

for (const c of oracleCases) {
  group(c.id, () => {
    const spec = oracleSpec(c)!;
    const d = describe(spec);

    const worst = (
      at: readonly (number | string)[],
      want: readonly (number | string)[],
      relTol: readonly number[],
      f: (x: number) => number,
    ) =>
      at.flatMap((x, i) => {
        const got = f(number(x));
        const right = number(want[i]);
        const close =
          Object.is(got, right) || got === right || Math.abs(got - right) <= relTol[i] * Math.abs(right) + 1e-300;
        return close ? [] : [`at ${x}: ${got}, not ${right}`];
      });

    test("is accepted and has the support", () => {
      expect(checkSpec(spec)).toEqual([]);
      expect(d.support).toEqual(c.support.map(number));
    });
    test("density", () => expect(worst(c.x, c.pdf, c.relTol.pdf, d.density)).toEqual([]));
    test("distribution function", () => expect(worst(c.x, c.cdf, c.relTol.cdf, d.cdf)).toEqual([]));
    test("upper tail", () => expect(worst(c.x, c.sf, c.relTol.sf, d.upper)).toEqual([]));
    test("quantile", () => {
      const right = c.quantile.map((value: number | string, i: number) => mended[c.id]?.[c.p[i]] ?? value);
      const relTol = c.relTol.quantile.map((value: number, i: number) => (mended[c.id]?.[c.p[i]] ? 1e-11 : value));
      expect(worst(c.p, right, relTol, d.quantile)).toEqual([]);
    });
    test("upper quantile", () =>
      expect(worst(c.q, c.quantileUpper, c.relTol.quantileUpper, d.upperQuantile)).toEqual([]));
    test("moments", () => {
      expect(worst([0], [c.mean], [1e-12], () => d.mean)).toEqual([]);
      expect(worst([0], [c.variance], [1e-12], () => d.variance)).toEqual([]);
    });
    test("skewness", () => {
      const right = number(c.skewness);
      // it is a number of its own scale: near 0 only the absolute error means anything
      const close = Object.is(d.skewness, right) || Math.abs(d.skewness - right) <= 1e-12 * (1 + Math.abs(right));
      expect(close || `${d.skewness}, not ${right}`).toBe(true);
    });
  });
}
