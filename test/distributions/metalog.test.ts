import { expect, describe as group, test } from "vitest";
import { checkSpec, describe } from "../../engine/distributions/index.ts";
import { fitMetalog } from "../../engine/distributions/metalogFit.ts";
import { reference } from "../reference.ts";
import { metalogSpec } from "./metalogSpec.ts";

/* Every metalog case of the reference: fits, quantiles, tails, densities, moments; and what cannot be. */

const { cases } = reference("metalog");

/** Relative to the value, or to the size of the case where the value is 0. */
const wrong = (at: readonly number[], right: readonly (number | string)[], tol: number, f: (x: number) => number) =>
  at.flatMap((x, i) => {
    const [got, want] = [f(x), Number(right[i])];
    const close =
      Object.is(got, want) || Math.abs(got - want) <= tol * Math.abs(want) || (want === 0 && Math.abs(got) < 1e-14);
    return close ? [] : [`at ${x}: ${got}, not ${want}`];
  });

for (const c of cases) {
  const spec = metalogSpec(c);
  const overdetermined = c.params.p !== undefined && c.params.p.length > c.params.terms;
  const tol = overdetermined ? 1e-9 : 1e-11;
  group(c.id, () => {
    test("coefficients", () => {
      const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY, terms } = spec.parameters;
      const { levels, values } = spec.lists!;
      const got = fitMetalog(levels, values, terms ?? values.length, low, high);
      const size = Math.max(...c.coefficients.map(Math.abs));
      got.forEach((a, k) => {
        expect(Math.abs(a - c.coefficients[k])).toBeLessThanOrEqual(
          tol * Math.max(Math.abs(c.coefficients[k]), 1e-3 * size),
        );
      });
    });
    if (!c.feasible) {
      test("is refused", () => expect(checkSpec(spec).map((issue) => issue.with?.rule)).toEqual(["density > 0"]));
      return;
    }
    const d = describe(spec);
    test("is accepted", () => expect(checkSpec(spec)).toEqual([]));
    test("passes through its points", () => {
      if (overdetermined) return;
      expect(wrong(spec.lists!.levels, spec.lists!.values, 1e-12, d.quantile)).toEqual([]);
    });
    test("quantile", () => expect(wrong(c.y, c.quantile, 10 * tol, d.quantile)).toEqual([]));
    test("density at quantiles", () => {
      const at = (y: number) => d.density(d.quantile(y));
      // beside an upper bound the quantile's own rounding is a large part of its distance to the bound
      const clear = c.y.filter((y: number) => y < 0.9999999 || c.upperBound === undefined);
      expect(wrong(clear, c.pdfAtQuantile, 1e-8, at)).toEqual([]);
    });
    test("tails and density", () => {
      expect(wrong(c.x, c.cdf, 1e-10 + 10 * tol, d.cdf)).toEqual([]);
      expect(wrong(c.x, c.sf, 1e-10 + 10 * tol, d.upper)).toEqual([]);
      expect(wrong(c.x, c.pdf, 1e-9 + 10 * tol, d.density)).toEqual([]);
    });
    test("moments", () => {
      expect(wrong([0], [c.mean], 1e-9, () => d.mean)).toEqual([]);
      expect(wrong([0], [c.variance], 1e-9, () => d.variance)).toEqual([]);
      expect(wrong([0], [c.skewness], 1e-8, () => d.skewness)).toEqual([]);
    });
  });
}
