import { expect, describe as group, test } from "vitest";
import { riskWith } from "../../engine/evidence/effectMeasures.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

/** A small programme whose outcome is a share, with the effect in question. */
function compiled(effect: object, more: object = {}) {
  const outcome = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    discounting: "3 %/year",
    sources: { ours: "Our own judgement" },
    target: { size: "100 people" },
    outcomes: {
      x: { title: "X", better: "lower", baseline: "40 %", effect: { measuredOn: "everyone", ...effect }, ...more },
    },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { ...compile(outcome.scenario), inputs: outcome.scenario.inputs };
}

function figures(effect: object, inputs: Readonly<Record<string, number>> = {}, more: object = {}) {
  const { graph, data } = compiled(effect, more);
  return evaluate(graph, data, inputs);
}

const logisticSd = Math.PI / Math.sqrt(3);

group("effects stated as odds, hazards and standardised differences", () => {
  test.each([
    ["relativeRisk", "relativeRisk", 0.75],
    ["oddsRatio", "oddsRatio", 0.7],
    ["hazardRatio", "hazardRatio", 0.65],
    ["smd", "standardisedMeanDifference", -0.3],
  ] as const)("%s: through the base rate to points", (way, measure, value) => {
    const points = 0.4 - riskWith(measure, value, 0.4);
    const found = figures({ [way]: value });
    expect(points).toBeGreaterThan(0.05);
    expect(found["statedEffect.x"]).toBeCloseTo(points, 12);
    expect(found["cases.x"]).toBeCloseTo(100 * points, 10);
    expect(found["casesWithout.x"]).toBeCloseTo(40, 10);
    expect(found["improvementNet.x"]).toBeCloseTo(points / 0.4, 12);
  });
  test("by hand", () => {
    expect(figures({ oddsRatio: 0.5 })["statedEffect.x"]).toBeCloseTo(0.4 - 0.2 / (0.6 + 0.2), 12);
    expect(figures({ hazardRatio: 0.5 })["statedEffect.x"]).toBeCloseTo(0.4 - (1 - Math.sqrt(0.6)), 12);
    const odds = (0.4 / 0.6) * Math.exp(-0.3 * logisticSd);
    expect(figures({ smd: "-0.3" })["statedEffect.x"]).toBeCloseTo(0.4 - odds / (1 + odds), 12);
  });
  test("where more is better, more is gained", () => {
    const { "cases.x": more } = figures({ oddsRatio: 2 }, {}, { better: "higher" });
    expect(more).toBeCloseTo(100 * (riskWith("oddsRatio", 2, 0.4) - 0.4), 10);
  });
  test("a ratio of 1 and a difference of 0 change nothing; base rates of 0 and 1 stay", () => {
    expect(figures({ oddsRatio: 1 })["cases.x"]).toBeCloseTo(0, 12);
    expect(figures({ hazardRatio: 1 })["cases.x"]).toBeCloseTo(0, 12);
    expect(figures({ smd: 0 })["cases.x"]).toBeCloseTo(0, 12);
    for (const baseline of ["0 %", "100 %"])
      for (const effect of [{ oddsRatio: 0.7 }, { hazardRatio: 0.7 }])
        expect(figures(effect, {}, { baseline })["cases.x"]).toBe(0);
  });
  test("each draw takes its own base rate", () => {
    const baseline = { mean: "40 %", sd: "5 %", min: "0 %", max: "100 %" };
    const { "cases.x": found } = figures({ oddsRatio: 0.7 }, { "a/outcomes.x.baseline": 0.31 }, { baseline });
    expect(found).toBeCloseTo(100 * (0.31 - riskWith("oddsRatio", 0.7, 0.31)), 10);
  });
});

group("se: a number with its standard error", () => {
  const specOf = (effect: object) => compiled(effect).inputs[0].distribution;
  test("normal, and lognormal for a ratio", () => {
    expect(specOf({ points: "8 pp", se: "2 pp" })).toEqual({ family: "normal", parameters: { mean: 0.08, sd: 0.02 } });
    const { family, parameters } = specOf({ oddsRatio: 0.7, se: 0.1 });
    expect(family).toBe("lognormal");
    expect(parameters.meanlog).toBeCloseTo(Math.log(0.7), 14);
    expect(parameters.sdlog).toBe(0.1);
  });
  test("is written out in the content", () => {
    const { effect } = compiled({ relativeReduction: "20 %", se: "7 %" }).content.outcomes.x;
    expect(effect.relativeReduction).toEqual({ mean: "20 %", sd: "7 %" });
    expect(effect).not.toHaveProperty("se");
  });
});

group("adjust: beside what is stated", () => {
  const adjust = { factor: "80 %", extraSd: "3 pp", source: "ours" };
  const spread = "a/outcomes.x.effect.adjust.extraSd";
  test("the mean times the factor, and further spread; the stated effect leads", () => {
    const found = figures({ points: "10 pp", adjust }, { [spread]: 0.02 });
    expect(found["statedEffect.x"]).toBeCloseTo(0.1, 12);
    expect(found["adjustedEffect.x"]).toBeCloseTo(0.8 * 0.1 + 0.02, 12);
    expect(found["cases.x"]).toBeCloseTo(10, 10);
    expect(found["adjusted/cases.x"]).toBeCloseTo(100 * (0.08 + 0.02), 10);
    expect(found["improvementNet.x"]).toBeCloseTo(0.1 / 0.4, 12);
  });
  test("the spread is normal about 0", () => {
    const { inputs } = compiled({ points: "10 pp", adjust });
    expect(inputs.map(({ distribution }) => distribution)).toEqual([
      { family: "normal", parameters: { mean: 0, sd: 0.03 } },
    ]);
  });
  test("shares, changes and odds alike", () => {
    const factor = { factor: "50 %", source: "ours" };
    const stated = { participants: "-30 %", comparison: "-10 %" };
    expect(figures({ relativeReduction: "20 %", adjust: factor })["adjusted/cases.x"]).toBeCloseTo(100 * 0.4 * 0.1, 10);
    expect(figures({ changes: stated, adjust: factor })["adjustedEffect.x"]).toBeCloseTo(0.1, 12);
    expect(figures({ changes: stated, adjust: factor })["improvementGross.x"]).toBeCloseTo(0.2 + 0.1, 12);
    const odds = figures({ oddsRatio: 0.7, adjust: factor });
    expect(odds["adjustedEffect.x"]).toBeCloseTo(odds["statedEffect.x"] / 2, 12);
    expect(odds["adjusted/cases.x"]).toBeCloseTo(odds["cases.x"] / 2, 10);
  });
  test("none is what one gets by saying nothing", () => {
    const [none, nothing] = [compiled({ points: "10 pp", adjust: "none" }), compiled({ points: "10 pp" })];
    expect(none.scenarioHash).toBe(nothing.scenarioHash);
    expect(nothing.graph.outputs.map(({ id }) => id).filter((id) => id.startsWith("adjusted"))).toEqual([]);
  });
});

group("relativeRisk", () => {
  test("is 1 less the relative reduction", () => {
    const [risk, reduction] = [figures({ relativeRisk: 0.8 }), figures({ relativeReduction: "20 %" })];
    expect(risk["cases.x"]).toBeCloseTo(reduction["cases.x"], 10);
  });
  test("never makes more than all", () => {
    expect(figures({ relativeRisk: 3 }, {}, { better: "higher" })["cases.x"]).toBeCloseTo(60, 10);
  });
});
