import { expect, test } from "vitest";
import { describe } from "../../engine/distributions/index.ts";
import { inline } from "../../engine/run/inline.ts";
import { columnsOf, studyOf } from "../../engine/sensitivity/study.ts";
import { alternativesAnalysis } from "../../scenarios/alternatives/alternativesAnalysis.ts";
import { alternativesOf } from "../../scenarios/alternatives/alternativesOf.ts";
import { otherFamily } from "../../scenarios/alternatives/otherFamily.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { load } from "./catalogue.ts";

const plan = { seed: "1", design: "sobol", draws: 16_384 } as const;
const file = load("reference.yaml");

test("an alternative has the draws of the scenario written that way", async () => {
  const outputs = ["net"];
  const alternatives = [
    { id: "rate.0", about: ["discounting"], set: { discounting: "0 %/year" } },
    { id: "horizon.6", about: ["horizon"], set: { horizon: "6 years" } },
    { id: "asItIs", about: [], set: { discounting: "3.5 %/year" } },
    // Without this input the places of those after it in the design would be others.
    { id: "certain", about: ["targetGroup"], set: { targetGroup: "300 people/year" } },
    { id: "nonsense", about: [], set: { "outcomes.relapse.lasts": "a while" } },
    { id: "nowhere", about: [], set: { "outcomes.relapse.length": "3 years" } },
  ];
  const [net] = (await alternativesAnalysis(file, { ...plan, outputs, alternatives }, inline()))!;
  const meanOf = async (change: object) => {
    const outcome = checkValue({ ...structuredClone(file.content), ...change });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const columns = await columnsOf(studyOf({ ...compile(outcome.scenario), ...plan, outputs }, inline()));
    return columns![0].reduce((sum, x) => sum + x, 0) / plan.draws;
  };
  const rows = new Map(net.rows.map(({ group, figures }) => [group, figures]));
  expect([...rows.keys()].sort()).toEqual(["asItIs", "certain", "horizon.6", "rate.0"]);
  const nearly = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.abs(b));
  nearly(rows.get("rate.0")!.mean.value, await meanOf({ discounting: "0 %/year" }));
  nearly(rows.get("horizon.6")!.mean.value, await meanOf({ horizon: 6 }));
  expect(rows.get("asItIs")!["mean.difference"]).toMatchObject({ value: 0, se: 0 });
  // The target group alone is gone: the error of the difference is far below that of either.
  const { mean, "mean.difference": difference } = rows.get("certain")!;
  expect(difference.se).toBeLessThan(mean.se);
  expect(net.notes.map((note) => note.with!.name)).toEqual(["nonsense", "nowhere"]);
});

test("the automatic alternatives of the reference model hold together", () => {
  const found = alternativesOf(file, ["unitCostA"]);
  expect(found.map(({ id }) => id)).toEqual([
    "families",
    "family.unitCostA.lognormal",
    "rate.0",
    "rate.2",
    "rate.5",
    "horizon.6",
    "horizon.14",
    "decay.step",
  ]);
  // 1 + 0.8 + … + 0.8⁹ = 4.463
  expect(found.at(-1)!.set).toEqual({
    "outcomes.relapse.keeps": "100 %/year",
    "outcomes.relapse.lasts": "4.46 years",
  });
});

test("another family says the same", () => {
  const gamma = { family: "gamma", parameters: { alpha: 4, beta: 0.001 } } as const;
  const lognormal = otherFamily(gamma)!;
  expect(lognormal.family).toBe("lognormal");
  expect(describe(lognormal).mean).toBeCloseTo(4000, 6);
  expect(describe(lognormal).variance / 4e6).toBeCloseTo(1, 9);
  const pert = { family: "pert", parameters: { low: 220, best: 300, high: 420, weight: 4 } } as const;
  const triangular = otherFamily(pert)!;
  expect(triangular).toMatchObject({ family: "triangular", parameters: { best: 300 } });
  for (const u of [0.05, 0.95]) expect(describe(triangular).quantile(u)).toBeCloseTo(describe(pert).quantile(u), 6);
  // A triangular share that begins at 0 has a PERT that begins below.
  const share = { family: "triangular", parameters: { low: 0, best: 0.3, high: 1 } } as const;
  expect(otherFamily(share)).toBeUndefined();
  expect(otherFamily({ ...gamma, max: 9000 })).toBeUndefined();
  expect(otherFamily({ family: "cauchy", parameters: { location: 0, scale: 1 } })).toBeUndefined();
});
