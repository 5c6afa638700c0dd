import { expect, test } from "vitest";
import { checkGraph } from "../../engine/model/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { asPaths, checkedR1, type R1, r1, r1Inputs } from "./r1.ts";

/** Ranges wide enough to meet every sign and every pay-back year. */
const ranges: Record<keyof R1, readonly [number, number]> = {
  targetGroup: [200, 500],
  reach: [0.3, 1],
  dropout: [0, 0.6],
  baselineRisk: [0.1, 0.9],
  effect: [-0.2, 0.8],
  fixedCostPerYear: [200_000, 1_300_000],
  costPerParticipant: [500, 12_000],
  unitCostA: [10_000, 80_000],
  unitCostB: [1_000, 40_000],
  persistence: [0.3, 1],
  scaleUpFactor: [0.7, 1],
  wageDrift: [-0.01, 0.05],
};

/** Numbers in [0, 1) that are the same every time. */
function* uniforms() {
  for (let state = 12345; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const near = (got: number, wanted: number, scale = Math.abs(wanted)) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * scale);

test("the reference programme compiles to what its description says, on 1,000 random futures", () => {
  const { graph, data } = compile(checkedR1(), { outputs: ["pvBenefit.y4", "cases.relapse.y1"] });
  checkGraph(graph);
  expect(graph.inputs.map(({ path }) => path)).toEqual(r1Inputs.map((name) => `reference/${name}`));
  const uniform = uniforms();
  const seen = new Set<number>();
  for (let draw = 0; draw < 1000; draw++) {
    const x = Object.fromEntries(
      r1Inputs.map((name) => [name, ranges[name][0] + uniform.next().value! * (ranges[name][1] - ranges[name][0])]),
    ) as R1;
    const got = evaluate(graph, data, asPaths(x));
    const wanted = r1(x);
    // A difference of two sums can't be nearer than its parts.
    const size = Math.abs(wanted.pvBenefit) + wanted.pvCost;
    near(got.pvBenefit, wanted.pvBenefit);
    near(got.pvCost, wanted.pvCost);
    near(got.net, wanted.net, size);
    near(got.returnPerKrona, wanted.pvBenefit / wanted.pvCost);
    near(got["pvBenefit.municipality"], wanted.pvBenefitMuni);
    near(got["pvBenefit.region"], wanted.pvBenefit - wanted.pvBenefitMuni, size);
    near(got["completed.y0"], wanted.participants);
    near(got.completed, 3 * wanted.participants);
    near(got["cases.relapse"], 3 * wanted.casesAvoided);
    near(got["cases.relapse.y1"], wanted.casesAvoided);
    near(got["statedEffect.relapse"], x.effect);
    near(got["improvementNet.relapse"], x.effect * x.scaleUpFactor);
    near(got["costPer.relapse"], wanted.pvCost / (3 * wanted.casesAvoided));
    for (let t = 0; t <= 9; t++) near(got[`cumulativeNet.y${t}`], wanted.cumulative[t], size);
    // At a threshold the last bit may decide; the random futures stay clear of it.
    expect(got.paybackYear).toBe(wanted.paybackYear);
    expect(got["criteria.gain"]).toBe(Number(wanted.net > 0));
    expect(got["criteria.fairReturn"]).toBe(Number(wanted.pvBenefit >= 1.5 * wanted.pvCost));
    expect(got["criteria.reachAndGain"]).toBe(Number(wanted.participants >= 150 && wanted.net > 0));
    expect(got["criteria.all"]).toBe(got["criteria.gain"] * got["criteria.fairReturn"] * got["criteria.reachAndGain"]);
    expect(got["criteria.success"]).toBe(got["criteria.all"]);
    seen.add(wanted.paybackYear);
  }
  expect(seen.size).toBeGreaterThan(5);
});

test("the reference programme takes no powers, and has no return where nobody pays", () => {
  const { graph, headline, headlines } = compile(checkedR1());
  expect(graph.nodes.filter(({ op }) => op === "power")).toEqual([]);
  const ids = graph.outputs.map(({ id }) => id);
  expect(ids).toContain("returnPerKrona.municipality");
  expect(ids).not.toContain("returnPerKrona.region");
  expect(headline).toBe("net");
  expect(headlines).toEqual(["net"]);
});

test("the accounts of the reference programme add up to its figures", () => {
  const { graph, data, accounts } = compile(checkedR1());
  const x: R1 = {
    targetGroup: 300,
    reach: 0.8,
    dropout: 0.2,
    baselineRisk: 0.4,
    effect: 0.18,
    fixedCostPerYear: 1e6,
    costPerParticipant: 8000,
    unitCostA: 42_000,
    unitCostB: 15_000,
    persistence: 0.8,
    scaleUpFactor: 0.85,
    wageDrift: 0.02,
  };
  const got = evaluate(graph, data, asPaths(x));
  const sum = (actor: string, side: "cost" | "benefit") =>
    accounts.filter((row) => row.actor === actor && row.discounted).reduce((total, row) => total + got[row[side]], 0);
  near(sum("municipality", "benefit"), got["pvBenefit.municipality"]);
  near(sum("municipality", "cost"), got.pvCost);
  near(sum("region", "benefit"), got["pvBenefit.region"]);
  expect(sum("region", "cost")).toBe(0);
  expect(accounts).toHaveLength(2 * 10 * 2);
  expect(accounts.every(({ segment }) => segment === null)).toBe(true);
});
