import { describe, expect, test } from "vitest";
import { annuityFactor } from "../../engine/decision/annuity.ts";
import type { Result } from "../../engine/result/result.ts";
import { centreOf } from "../../report/centre.ts";
import { reference } from "../reference.ts";
import { resultOf, scenarioOf } from "./flows.ts";

const { cases } = reference("economics");

function centre(result: Result, id: string): number {
  const [, figure] = centreOf(result.outputs[id]);
  return figure?.value ?? Number.NaN;
}

function near(got: number, wanted: number, size = Math.abs(wanted)): void {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-12 * size);
}

describe("flows of one actor, certain", () => {
  for (const { id, flows, rate, ...want } of cases.filter(({ kind }) => kind === "npv"))
    test(id, async () => {
      const result = await resultOf(scenarioOf(flows, `${rate * 100} %/year`), [
        "netPresentValueRatio",
        "breakEvenShare",
      ]);
      near(centre(result, "net"), want.npv, want.presentValueInflows + want.presentValueOutflows);
      near(centre(result, "pvBenefit"), want.presentValueInflows);
      near(centre(result, "pvCost"), want.presentValueOutflows);
      near(centre(result, "returnPerKrona"), want.benefitCostRatio);
      near(centre(result, "netPresentValueRatio"), want.netBenefitPerUnitCost, want.benefitCostRatio);
      near(centre(result, "breakEvenShare"), 1 / want.benefitCostRatio);
      // An equal amount in each year of the horizon, the first of which is not discounted.
      const worth = 1 + annuityFactor(rate, flows.length - 1);
      near(centre(result, "annualEquivalent") * worth, want.npv, want.presentValueInflows + want.presentValueOutflows);
      const years = Object.entries(
        (result.outputs.paybackYear as { chance: Record<string, { value: number }> }).chance,
      );
      const [[year]] = years.filter(([, { value }]) => value === 1);
      // The year in which the interpolated time lies ends at its next whole number; an exact one may fall to either side.
      if (want.discountedPayback === null) expect(year).toBe("never");
      else if (id !== "npv-6") expect(Number(year)).toBe(Math.ceil(want.discountedPayback));
    });

  for (const { id, flows, allRates } of cases.filter(({ kind, flows }) => kind === "irr" && flows.length <= 60))
    test(id, async () => {
      const { outputs } = await resultOf(scenarioOf(flows, "3 %/year"));
      const found = outputs.internalRate;
      if (found.kind !== "rate") throw new Error("not a rate");
      expect(found.rates).toHaveLength(allRates.length);
      for (const [i, rate] of found.rates.entries())
        expect(Math.abs(rate - allRates[i])).toBeLessThanOrEqual(1e-9 * (1 + allRates[i]));
      // One alone is the rate; of several none is chosen.
      if (allRates.length === 1) expect(found.ofMeanFlows).toMatchObject({ value: found.rates[0], se: 0 });
      else expect(found.ofMeanFlows).toBeUndefined();
    });

  test("30 in five years for 100", async () => {
    const result = await resultOf(scenarioOf([-100, 30, 30, 30, 30, 30], "3.5 %/year"));
    near(centre(result, "net"), 35.451571264122);
  });

  test("cost in three years, benefit in seven", async () => {
    const result = await resultOf(scenarioOf([-100, -50, -50, 30, 30, 30, 30, 30, 30, 30], "3.5 %/year"));
    near(centre(result, "pvCost"), 194.984713762282);
    near(centre(result, "pvBenefit"), 171.239767008677);
    near(centre(result, "returnPerKrona"), 0.878221495956, 1);
  });

  test("home visits at full scale: 3.5 against 9 million", async () => {
    const result = await resultOf(
      scenarioOf([9e6 - 3.5e6], "0 %/year", {
        costs: { teams: { amount: "3.5 mnkr", paidBy: "municipality" } },
        formulas: { care: { value: "9 mnkr", gains: "municipality" } },
      }),
    );
    expect(centre(result, "returnPerKrona")).toBeCloseTo(2.571, 3);
    near(centre(result, "netPresentValueRatio"), 5.5 / 3.5);
    near(centre(result, "breakEvenShare"), 3.5 / 9);
  });
});

/** An investment whose income is uncertain. */
const uncertain = scenarioOf([-100, 0, 0, 0], "4 %/year", {
  formulas: {
    income: { value: { mean: 36, sd: 12, unit: "kr" }, gains: "municipality" },
    aside: { value: { mean: 10, sd: 1, unit: "kr" } },
  },
});

test("figures of means alone are those of their own draws", async () => {
  const plain = { ...(uncertain as object), criteria: {} };
  const beside = await resultOf(plain);
  const drawn = await resultOf(plain, ["netPresentValueRatio", "breakEvenShare"]);
  for (const id of ["netPresentValueRatio", "breakEvenShare"]) {
    const [own, full] = [beside, drawn].map(({ outputs }) => outputs[id]);
    if (own.kind !== "ratio" || full.kind !== "ratio") throw new Error("not a ratio");
    expect(own.ratioOfMeans).toEqual(full.ratioOfMeans);
    expect(own.percentiles).toBeUndefined();
    expect(full.percentiles?.["50"]).toBeDefined();
    expect(own.divisorNotPositive.value).toBeCloseTo(full.divisorNotPositive.value, 12);
  }
  const { net, internalRate } = beside.outputs;
  if (net.kind !== "number" || internalRate.kind !== "rate") throw new Error("not as asked");
  expect(internalRate.ofMeanFlows!.se).toBeGreaterThan(0);
  // Expected loss is the chance of a loss times its mean size.
  const chance = 1 - net.chanceAboveZero.value;
  expect(net.expectedLoss!.value).toBeCloseTo(chance * net.meanBelowZero!.value, 9);
  expect(net.expectedLoss!.high).toBeLessThanOrEqual(0);
});
