import { expect, describe as group, test } from "vitest";
import { adjusted } from "../../engine/evidence/designs.ts";
import { shrinkTowards } from "../../engine/evidence/shrink.ts";
import { say } from "../../engine/issues.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { about } from "../../scenarios/about.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

/* Effects adjusted for their design, and shrunk towards a reference class: beside the stated ones, never in their place. */

const head = {
  format: "utfall-scenario/1",
  id: "a",
  title: "A",
  priceYear: 2025,
  discounting: "3 %/year",
  sources: { ours: "Our own judgement", review: "A review" },
  target: { size: "100 people" },
  actors: { town: "Town" },
};
const matched = (effect: object) => ({
  title: "X",
  better: "lower",
  baseline: "40 %",
  effect: { measuredOn: "everyone", design: "matching", ...effect },
});
const money = {
  consequences: { care: { title: "Care", of: "x", amount: "100 tkr/case", gains: "town" } },
  costs: { team: { title: "Team", amount: { low: 700, best: 900, high: 1300, unit: "tkr/year" }, paidBy: "town" } },
  criteria: { pays: { title: "Pays", test: "net > 0 kr" } },
};
const table = { version: "2024-1", source: "review", designs: { matching: { factor: "80 %", extraSd: "3 pp" } } };

function checked(parts: object): CheckedScenario {
  const outcome = checkValue({ ...head, ...parts });
  if (!outcome.ok)
    throw new Error(outcome.issues.map((issue) => `${issue.path}: ${say(issue, "en").found}`).join("\n"));
  return outcome.scenario;
}

function codes(parts: object): string[] {
  const outcome = checkValue({ ...head, ...parts });
  return (outcome.ok ? outcome.scenario.warnings : outcome.issues).map(({ code, path }) => `${code} ${path}`);
}

async function resultOf(scenario: CheckedScenario) {
  const run = await simulate({ ...compile(scenario), seed: "beside", design: "sobol", draws: 16_384 }, inline());
  return run!.result;
}

function figures(parts: object, inputs: Readonly<Record<string, number>> = {}) {
  const { graph, data } = compile(checked(parts));
  return evaluate(graph, data, inputs);
}

const effectPath = "a/outcomes.x.effect.points";
const spreadPath = "a/outcomes.x.effect.adjust.extraSd";
const cost = { "a/costs.team.amount": 1e6 };
const effect = { points: { mean: "10 pp", sd: "4 pp" } };

group("a table of adjustments by design", () => {
  const parts = { adjustments: table, outcomes: { x: matched(effect) }, ...money };
  test("mean times factor, further spread; what is stated stays", () => {
    const found = figures(parts, { [effectPath]: 0.12, [spreadPath]: -0.01, ...cost });
    expect(found["statedEffect.x"]).toBeCloseTo(0.12, 12);
    expect(found["adjustedEffect.x"]).toBeCloseTo(0.8 * 0.12 - 0.01, 12);
    expect(found["cases.x"]).toBeCloseTo(12, 10);
    expect(found["adjusted/cases.x"]).toBeCloseTo(8.6, 10);
    expect(found.net).toBeCloseTo(1.2e6 - 1e6, 4);
    expect(found["adjusted/net"]).toBeCloseTo(0.86e6 - 1e6, 4);
    expect([found["criteria.pays"], found["criteria.adjusted/pays"]]).toEqual([1, 0]);
  });
  test("further figures of the view may be asked for", () => {
    const { graph, data } = compile(checked(parts), { outputs: ["adjusted/benefit.town.y0"] });
    const found = evaluate(graph, data, { [effectPath]: 0.1, [spreadPath]: 0, ...cost });
    expect(found["adjusted/benefit.town.y0"]).toBeCloseTo(0.8e6, 4);
    expect(() => compile(checked(parts), { outputs: ["shrunk/net"] })).toThrow(/shrunk/);
  });
  test("the effect's own adjustment wins over it, and none keeps it out", () => {
    const own = { ...effect, adjust: { factor: "50 %", source: "ours" } };
    expect(
      figures({ ...parts, outcomes: { x: matched(own) } }, { [effectPath]: 0.1, ...cost })["adjustedEffect.x"],
    ).toBeCloseTo(0.05, 12);
    const none = checked({ ...parts, outcomes: { x: matched({ ...effect, adjust: "none" }) } });
    expect(compile(none).graph.outputs.filter(({ id }) => id.startsWith("adjusted"))).toEqual([]);
    expect(none.warnings.map(({ code }) => code)).toContain("adjustmentsUnused");
    // what was exempt is so when the content is read again
    const again = checkValue(none.content);
    expect(again.ok && again.scenario.hash).toBe(none.hash);
  });
  test("each effect has a further spread of its own, and the table's factor is one number", () => {
    const two = { ...parts, outcomes: { x: matched(effect), y: matched({ points: "5 pp" }) } };
    const scenario = checked(two);
    expect(scenario.inputs.map(({ path }) => path)).toEqual([
      effectPath,
      "a/costs.team.amount",
      spreadPath,
      "a/outcomes.y.effect.adjust.extraSd",
    ]);
    expect(Object.keys(compile(scenario).data.parameters)).toContain("adjustments.designs.matching.factor");
    const rows = about(scenario).assumptions.filter(({ source }) => source === "review");
    expect(rows.map(({ place }) => place)).toEqual([
      "adjustments.designs.matching.factor",
      spreadPath.slice(2),
      "outcomes.y.effect.adjust.extraSd",
    ]);
  });
  test("the stated figures are to the bit those without a table; the adjusted ones have the formula's mean and spread", async () => {
    const { adjustments: _, ...without } = parts;
    const [all, plain] = [await resultOf(checked(parts)), await resultOf(checked(without))];
    for (const [id, output] of Object.entries(plain.outputs)) expect(all.outputs[id], id).toEqual(output);
    expect(all.criteria.pays).toEqual(plain.criteria.pays);
    const wanted = adjusted({ mean: 0.1, sd: 0.04 }, { factor: 0.8, extraSd: 0.03 });
    const found = all.outputs["adjustedEffect.x"];
    if (found.kind !== "number") throw new Error("the effect is a number");
    expect(Math.abs(found.mean.value - wanted.mean)).toBeLessThan(4 * found.mean.se + 1e-9);
    expect(Math.abs(found.sd.value - wanted.sd)).toBeLessThan(4 * found.sd.se + 1e-9);
  });
  test.each([
    ["a row without a source", { designs: table.designs }, ["adjustmentWithoutSource adjustments.designs.matching"]],
    ["an unknown source", { ...table, source: "rewiew" }, ["sourceUnknown adjustments.source"]],
    [
      "a factor below zero",
      { ...table, designs: { matching: { factor: "-10 %" } } },
      ["rangeNegative adjustments.designs.matching.factor"],
    ],
    [
      "a spread below zero",
      { ...table, designs: { matching: { extraSd: "-1 pp" } } },
      ["distributionImpossible adjustments.designs.matching.extraSd.sd"],
    ],
    [
      "a spread in another unit than the effect's",
      { ...table, designs: { matching: { extraSd: "2 kr" } } },
      ["unitWrong adjustments.designs.matching.extraSd"],
    ],
    [
      "a design that there is not",
      { ...table, designs: { machting: { factor: "80 %" } } },
      ["unknownKey adjustments.designs.machting"],
    ],
    ["no version", { source: "review", designs: table.designs }, ["keyMissing adjustments.version"]],
  ])("refused: %s", (_, adjustments, wanted) => {
    const own = "version" in adjustments || "source" in adjustments ? adjustments : { version: "1", ...adjustments };
    expect(codes({ ...parts, adjustments: own })).toEqual(wanted);
  });
  test("an effect that does not say its design is told", () => {
    const two = {
      ...parts,
      outcomes: { x: matched(effect), y: { ...matched(effect), effect: { ...effect, measuredOn: "everyone" } } },
    };
    expect(codes(two)).toContain("designMissing outcomes.y.effect");
  });
});

group("shrinkage towards a reference class", () => {
  const referenceClass = { mean: "4 pp", sd: "3 pp", se: "1 pp", source: "review" };
  const parts = { outcomes: { x: matched({ ...effect, referenceClass }) }, ...money };
  test("raw and shrunk side by side, with the normal model's mean and spread", async () => {
    const wanted = shrinkTowards(
      { estimate: 0.1, standardError: 0.04 },
      { mean: 0.04, sd: 0.03, meanStandardError: 0.01 },
    );
    const scenario = checked(parts);
    expect(scenario.inputs[0].shrinkage).toMatchObject({ weight: wanted.weight, source: "review" });
    const result = await resultOf(scenario);
    const shrunk = result.outputs["shrunkEffect.x"];
    if (shrunk.kind !== "number") throw new Error("the effect is a number");
    expect(Math.abs(shrunk.mean.value - wanted.mean)).toBeLessThan(4 * shrunk.mean.se + 1e-9);
    expect(Math.abs(shrunk.sd.value - wanted.sd)).toBeLessThan(4 * shrunk.sd.se + 1e-9);
    const plain = await resultOf(checked({ ...parts, outcomes: { x: matched(effect) } }));
    for (const [id, output] of Object.entries(plain.outputs)) expect(result.outputs[id], id).toEqual(output);
    expect(result.criteria["shrunk/pays"].probability.value).toBeLessThan(result.criteria.pays.probability.value);
  });
  test("a ratio is shrunk by its logarithm", () => {
    const ratio = { oddsRatio: 0.6, se: 0.2, referenceClass: { median: 0.9, sdlog: 0.1, source: "review" } };
    const path = "a/outcomes.x.effect.oddsRatio";
    const outcomes = { x: matched(ratio) };
    const weight = 0.01 / (0.01 + 0.04);
    const mean = weight * Math.log(0.6) + (1 - weight) * Math.log(0.9);
    const odds = Math.exp(mean + Math.sqrt(weight) * (Math.log(0.7) - Math.log(0.6))) * (0.4 / 0.6);
    const found = figures({ ...money, outcomes }, { [path]: 0.7, ...cost });
    expect(found["shrunkEffect.x"]).toBeCloseTo(0.4 - odds / (1 + odds), 12);
  });
  test("a ratio pooled from studies is shrunk by the mean and spread of its logarithm", () => {
    const studies = [
      { estimate: 0.7, se: 0.2 },
      { estimate: 0.8, se: 0.15 },
      { estimate: 0.6, se: 0.2 },
      { estimate: 0.9, se: 0.15 },
      { estimate: 0.75, se: 0.15 },
      { estimate: 0.7, se: 0.15 },
    ];
    const referenceClass = { median: 0.95, sdlog: 0.1, source: "review" };
    const oddsRatio = { as: "lognormal", studies, max: 2, referenceClass };
    const { inputs } = checked({ outcomes: { x: matched({ oddsRatio }) } });
    const { stated, shrunk, weight } = inputs[0].shrinkage!;
    // pooled near ln 0.75, with Student's t of few degrees of freedom about it
    expect(Math.abs(stated.mean - Math.log(0.75))).toBeLessThan(0.05);
    expect(weight).toBeCloseTo(0.01 / (0.01 + stated.sd ** 2), 12);
    expect(shrunk.mean).toBeCloseTo(weight * stated.mean + (1 - weight) * Math.log(0.95), 12);
  });
  test("through a name, for a cost as well; never past the number's own ends", () => {
    const quantities = {
      change: {
        mean: "10 %",
        sd: "30 %",
        min: "0 %",
        max: "100 %",
        referenceClass: { mean: "90 %", sd: "20 %", source: "ours" },
      },
    };
    const outcomes = { x: matched({ relativeReduction: "change" }) };
    const at = (value: number) =>
      figures({ ...money, quantities, outcomes }, { "a/change": value, ...cost })["shrunkEffect.x"];
    expect(at(1)).toBe(1);
    expect(at(0.2)).toBeGreaterThan(0.2);
  });
  test("what it was and what it becomes is told in both languages", () => {
    const note = about(checked(parts)).assumptions.find(({ place }) => place === "outcomes.x.effect.points")?.note;
    expect(note?.en.replaceAll("\u00a0", " ")).toContain(
      "stated 10 % (sd 4 %), class 4 % (sd 3 %) (A review), shrunk 6.31 %",
    );
    expect(note?.sv).toContain("krympt");
  });
  test.each([
    ["no source", { mean: "4 pp", sd: "3 pp" }, "referenceClassSource"],
    ["no spread", { mean: "4 pp", source: "ours" }, "referenceClassForm"],
    ["a text", "4 pp", "referenceClassForm"],
    ["an unknown key", { mean: "4 pp", sdd: "3 pp", source: "ours" }, "unknownKey"],
    ["another unit", { mean: "4 kr", sd: "3 kr", source: "ours" }, "unitsDiffer"],
    ["a percentage without its sign", { mean: 4, sd: 3, source: "ours" }, "unitAbsent"],
    ["no spread at all", { mean: "4 pp", sd: "0 pp", source: "ours" }, "distributionImpossible"],
    ["a class of ratios beside a difference", { median: 0.9, sdlog: 0.1, source: "ours" }, "referenceClassLog"],
  ])("refused: %s", (_, own, code) => {
    const found = codes({ ...money, outcomes: { x: matched({ ...effect, referenceClass: own }) } });
    expect(found.map((one) => one.split(" ")[0])).toEqual([code]);
  });
  test("a certain effect has nothing to weigh", () => {
    const outcomes = { x: matched({ points: "10 pp", referenceClass }) };
    expect(codes({ ...money, outcomes })).toEqual(["referenceClassSpread outcomes.x.effect.referenceClass"]);
  });
});

test("a problem of a reference class beside an effect is shown at its own line", () => {
  const text = `format: utfall-scenario/1
id: a
title: A
sources: { ours: Ours }
target: { size: 100 people }
outcomes:
  x:
    title: X
    better: lower
    baseline: 40 %
    effect:
      points: 10 pp
      se: 4 pp
      measuredOn: everyone
      referenceClass: { mean: 4 pp, sd: 3 pp, source: hours }
`;
  const outcome = checkText(text, "a.yaml");
  expect(outcome.ok ? [] : outcome.issues.map(({ at }) => [at?.line, at?.column])).toEqual([[15, 55]]);
});
