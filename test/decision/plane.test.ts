import { describe, expect, test } from "vitest";
import { checkValue } from "../../scenarios/check.ts";
import { resultOf } from "../scenarios/flows.ts";

/* An outcome without a price: cost against effect, and whether it is worth its cost. */

const scenario = (outcome: object, more: object = {}) => ({
  format: "utfall-scenario/1",
  id: "nights",
  title: "Fewer broken nights",
  priceYear: 2025,
  discounting: "0 %/year",
  actors: { municipality: "The municipality" },
  units: { night: "night" },
  target: { size: "100 people/year" },
  outcomes: {
    nights: {
      title: "Broken nights",
      unit: "night/person/year",
      better: "lower",
      baseline: "40 night/person/year",
      effect: { points: { mean: 2, sd: 4, unit: "night/person/year" }, measuredOn: "everyone" },
      ...outcome,
    },
  },
  costs: { visits: { title: "Visits", amount: "60 000 kr", paidBy: "municipality" } },
  ...more,
});

/** Normal tail by a series good to 1e-7 (Abramowitz & Stegun 26.2.17): the chance that z exceeds. */
function upper(z: number): number {
  if (z < 0) return 1 - upper(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (poly * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

describe("cost-effectiveness of a programme with a known law", () => {
  test("quadrants and acceptability, at stated amounts", async () => {
    const amounts = ["100 kr/night", "0 kr/night", "300 kr/night", "1 000 kr/night"];
    const { costEffectiveness } = await resultOf(scenario({ willingnessToPay: amounts }));
    const { quadrants, curve, grid, draws, points, unit } = costEffectiveness!.nights;
    expect([grid, draws, points.length, unit]).toEqual(["stated", 16_384, 256, "kr/night"]);
    // The effect is 100 · N(2, 4) nights; the cost 60 000 kr always.
    expect(Math.abs(quadrants.moreForMore.value - upper(-0.5))).toBeLessThan(0.005);
    expect(Math.abs(quadrants.lessForMore.value - upper(0.5))).toBeLessThan(0.005);
    expect(quadrants.moreForLess.value).toBe(0);
    expect(curve.map(({ willingness }) => willingness)).toEqual([0, 100, 300, 1000]);
    for (const { willingness, chance, netBenefit, best } of curve) {
      const wanted = willingness === 0 ? 0 : upper((60_000 / (100 * willingness) - 2) / 4);
      expect(Math.abs(chance.value - wanted)).toBeLessThanOrEqual(Math.max(5 * chance.se, 1e-12));
      expect(Math.abs(netBenefit.value - (200 * willingness - 60_000))).toBeLessThan(6 * netBenefit.se + 1e-6);
      expect(best).toBe(200 * willingness > 60_000 + 6 * netBenefit.se ? "programme" : best);
      expect(chance.low).toBeLessThanOrEqual(chance.value);
    }
    expect(curve.at(-1)!.best).toBe("programme");
    expect(curve[0].best).toBe("nothing");
  });

  test("where nothing is stated the rule takes multiples of the programme's own cost per unit", async () => {
    const { costEffectiveness } = await resultOf(scenario({}));
    // 60 000 kr for 200 nights: 300 kr a night, rounded up to 500.
    const { grid, curve } = costEffectiveness!.nights;
    expect(grid).toBe("byRule");
    expect(curve.map(({ willingness }) => willingness)).toEqual([0, 125, 250, 375, 500, 750, 1000, 1500, 2000]);
  });

  test("an outcome with a price has none, unless a willingness to pay is stated", async () => {
    const consequences = { sleep: { of: "nights", amount: "200 kr/night", gains: "municipality" } };
    expect((await resultOf(scenario({}, { consequences }))).costEffectiveness).toBeUndefined();
    const stated = await resultOf(scenario({ willingnessToPay: ["50 kr/night"] }, { consequences }));
    expect(stated.costEffectiveness?.nights.curve).toHaveLength(1);
  });

  test.each([
    [["100 kr"], "unitWrong"],
    [[{ mean: 100, sd: 10, unit: "kr/night" }], "numberHere"],
    [["-5 kr/night"], "rangeNegative"],
    ["100 kr/night", "listExpected"],
  ])("%j: %s", (willingnessToPay, code) => {
    const outcome = checkValue(scenario({ willingnessToPay }));
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

test("other programmes: their cost per unit beside ours, and the chance that it is lower here", async () => {
  const comparators = {
    sure: { title: "Another", of: "nights", costPer: "400 kr/night" },
    unsure: { title: "A third", of: "nights", costPer: { mean: 300, sd: 30, min: 1, unit: "kr/night" } },
  };
  const { outputs, chances } = await resultOf(scenario({}, { comparators }));
  const { "comparator.sure": sure, "comparator.unsure": unsure, "costPer.nights": own } = outputs;
  if (sure.kind !== "number" || unsure.kind !== "number" || own.kind !== "ratio") throw new Error("not as asked");
  expect(sure.mean.value).toBe(400);
  expect(unsure.mean.value).toBeCloseTo(300, 0);
  expect(own.ratioOfMeans!.value).toBeCloseTo(300, 0);
  // 60 000 kr below 400 kr for each of 100 · N(2, 4) nights: where the mean is above 1.5 nights.
  const { value, se } = chances!["cheaper.sure"].probability;
  expect(Math.abs(value - upper(-0.5 / 4))).toBeLessThanOrEqual(5 * se);
});
