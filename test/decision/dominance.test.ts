import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stochasticDominance } from "../../engine/decision/dominance.ts";
import { type DistributionSpec, describe as described } from "../../engine/distributions/index.ts";
import { reference } from "../reference.ts";

const { cases } = reference("dominance-risk");
const ofKind = (kind: string) => cases.filter((known) => known.kind === kind);

describe("dominance of what is listed", () => {
  for (const known of [...ofKind("dominanceDiscrete"), ...ofKind("dominanceSample")])
    test(known.id, () => {
      const prospect = (own: typeof known.a) =>
        Array.isArray(own) ? { values: own } : { values: own.values, weights: own.probabilities.map(Number) };
      const found = stochasticDominance(prospect(known.a), prospect(known.b));
      expect(found.firstOrder).toBe(known.firstOrder);
      expect(found.secondOrder).toBe(known.secondOrder);
      if (known.thirdOrder !== undefined) expect(found.thirdOrder).toBe(known.thirdOrder);
      expect(found.areaWhereFaAboveFb).toBeCloseTo(known.areaWhereFaAboveFb, 12);
      expect(found.areaWhereFbAboveFa).toBeCloseTo(known.areaWhereFbAboveFa, 12);
      const epsilon = known.almostFirstOrderEpsilonForA;
      if (typeof epsilon === "number") expect(found.almostFirstOrderEpsilonForA).toBeCloseTo(epsilon, 12);
      if (epsilon === null) expect(found.almostFirstOrderEpsilonForA).toBeUndefined();
    });
});

/** What the parameters of some families are called here. */
const ours: Readonly<Record<string, (given: Readonly<Record<string, number>>) => Readonly<Record<string, number>>>> = {
  uniform: ({ min, max }) => ({ low: min, high: max }),
  gamma: ({ shape, scale }) => ({ alpha: shape, beta: 1 / scale }),
};

describe("dominance that theory knows, at evenly spread quantiles", () => {
  const levels = Array.from({ length: 2000 }, (_, k) => (k + 0.5) / 2000);
  for (const known of ofKind("dominanceTheory"))
    test(`${known.id}: ${known.why}`, () => {
      const quantiles = (given: Readonly<Record<string, number>>) => {
        const spec = { family: known.family, parameters: ours[known.family]?.(given) ?? given } as DistributionSpec;
        return { values: levels.map((u) => described(spec).quantile(u)) };
      };
      const found = stochasticDominance(quantiles(known.a), quantiles(known.b));
      expect([found.firstOrder, found.secondOrder]).toEqual([known.firstOrder, known.secondOrder]);
    });
});

test("the other way round the verdicts are the other one's, and lower orders imply higher ones", () => {
  const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 6 });
  const other = { a: "b", b: "a", none: "none" };
  fc.assert(
    fc.property(values, values, (a, b) => {
      const [there, back] = [
        stochasticDominance({ values: a }, { values: b }),
        stochasticDominance({ values: b }, { values: a }),
      ];
      for (const order of ["firstOrder", "secondOrder", "thirdOrder"] as const)
        expect(back[order]).toBe(other[there[order]]);
      if (there.firstOrder !== "none") expect(there.secondOrder).toBe(there.firstOrder);
      if (there.secondOrder !== "none") expect(there.thirdOrder).toBe(there.secondOrder);
    }),
    { seed: 1 },
  );
});

test("what is no distribution is refused", () => {
  const one = { values: [1] };
  expect(() => stochasticDominance({ values: [] }, one)).toThrow(RangeError);
  expect(() => stochasticDominance({ values: [Number.NaN] }, one)).toThrow("finite");
  expect(() => stochasticDominance({ values: [1, 2], weights: [2, -1] }, one)).toThrow("negative");
});
