import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { defineScenario } from "../../scenarios/builder.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario, CheckOutcome } from "../../scenarios/checked.ts";
import { catalogueFile, catalogueIds } from "../../scenarios/files.ts";

const textOf = (id: string) => readFileSync(catalogueFile(id), "utf8");

function sound(outcome: CheckOutcome): CheckedScenario {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.scenario;
}

describe.each(catalogueIds())("%s", (id) => {
  const scenario = sound(checkText(textOf(id), `${id}.yaml`));

  test("passes without a warning", () => expect(scenario.warnings).toEqual([]));

  test("its content is a scenario that checks to the same again", () => {
    const again = sound(checkValue(JSON.parse(JSON.stringify(scenario.content))));
    expect(again.hash).toBe(scenario.hash);
    expect(again.content).toEqual(scenario.content);
    expect([...again.quantities]).toEqual([...scenario.quantities]);
    expect(again.inputs).toEqual(scenario.inputs);
    expect(again.correlations).toEqual(scenario.correlations);
  });

  test("JSON, YAML written anew, comments and line ends change nothing", () => {
    const json = JSON.stringify(scenario.content, null, 2);
    expect(sound(checkText(json, "a.json")).hash).toBe(scenario.hash);
    expect(sound(checkText(stringify(scenario.content), "a.yaml")).hash).toBe(scenario.hash);
    expect(sound(checkText(`\ufeff# more\r\n${textOf(id).replaceAll("\n", "\r\n")}`, "a.yaml")).hash).toBe(
      scenario.hash,
    );
  });

  test("the order of keys doesn't touch the hash", () => {
    const turned = turn(scenario.content);
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(scenario.content));
    expect(sound(checkValue(turned)).hash).toBe(scenario.hash);
  });

  test("any number that is changed changes the hash", () => {
    const other = checkText(textOf(id).replace(/priceYear: \d+/, "priceYear: 2024"), "a.yaml");
    expect(sound(other).hash).not.toBe(scenario.hash);
  });
});

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, own]) => [key, turn(own)]),
  );
}

describe("the reference programme as understood", () => {
  const scenario = sound(checkText(textOf("reference"), "reference.yaml"));

  test("inputs stand in the order of the list of quantities, under the programme's id", () => {
    expect(scenario.inputs.map((input) => input.path)).toEqual([
      "reference/targetGroup",
      "reference/reach",
      "reference/dropout",
      "reference/baselineRisk",
      "reference/effect",
      "reference/fixedCostPerYear",
      "reference/costPerParticipant",
      "reference/unitCostA",
      "reference/unitCostB",
      "reference/persistence",
      "reference/scaleUpFactor",
      "reference/wageDrift",
    ]);
  });

  test("what is written is what is drawn from", () => {
    const of = (place: string) => scenario.inputs.find((input) => input.place === place)!.distribution;
    expect(of("targetGroup")).toEqual({ family: "pert", parameters: { low: 220, best: 300, high: 420, weight: 4 } });
    expect(of("effect")).toEqual({ family: "normal", parameters: { mean: 0.18, sd: 0.07 }, min: -0.2, max: 0.8 });
    expect(of("reach")).toEqual({ family: "beta", parameters: { alpha: 32, beta: 8 } });
    expect(of("wageDrift")).toEqual({ family: "normal", parameters: { mean: 0.02, sd: 0.005 } });
    expect(of("fixedCostPerYear")).toEqual({
      family: "triangular",
      parameters: { low: 900_000, best: 1_000_000, high: 1_300_000 },
    });
    const gamma = of("unitCostA").parameters;
    expect(gamma.alpha / gamma.beta).toBeCloseTo(42_000, 6);
    expect(Math.sqrt(gamma.alpha) / gamma.beta).toBeCloseTo(9_000, 6);
  });

  test("units are known and defaults filled in", () => {
    expect(scenario.quantities.get("consequences.municipalCare.amount")).toEqual({
      kind: "reference",
      to: "unitCostA",
      unit: { kr: 1, case: -1, year: -1 },
    });
    expect(scenario.quantities.get("funnel.accepted")).toEqual({ kind: "number", value: 1, unit: {} });
    expect(scenario.quantities.get("discounting")).toEqual({ kind: "number", value: 0.035, unit: { year: -1 } });
    expect(scenario.quantities.get("criteria.reachAndGain.all.0")).toEqual({
      kind: "number",
      value: 150,
      unit: { people: 1 },
    });
    expect(scenario.content.horizon).toBe(10);
    expect(scenario.content.costs.operation.when).toBe("programme");
  });

  test("correlations of normal scores are taken as they are", () => {
    expect(scenario.correlations).toEqual([
      { between: ["reference/unitCostA", "reference/unitCostB"], correlation: 0.4 },
      { between: ["reference/reach", "reference/dropout"], correlation: -0.3 },
    ]);
  });

  test("a place is found again in the file", () => {
    const text = textOf("reference").split("\n");
    const at = (place: string) => text[scenario.positionOf(place)!.line - 1];
    expect(at("unitCostA")).toContain("unitCostA:");
    expect(at("consequences.regionalCare.amount")).toContain("regionalCare:");
    expect(scenario.positionOf("funnel.accepted")!.line).toBe(text.findIndex((line) => line.startsWith("funnel:")) + 1);
  });
});

test("with segments, draws hang on the segment; ranks become scores by 2·sin(πr/6)", () => {
  const scenario = sound(checkText(textOf("school-absence"), "school-absence.yaml"));
  const paths = scenario.inputs.map((input) => input.path);
  expect(paths).toContain("school-absence/over60/target.size");
  expect(paths).toContain("school-absence/others/outcomes.absence.effect.changes.participants");
  expect(scenario.correlations[0].correlation).toBeCloseTo(2 * Math.sin((Math.PI * 0.5) / 6), 15);
  expect(scenario.quantities.get("costs.team.post.salary")).toMatchObject({ kind: "input", unit: { kr: 1, year: -1 } });
  expect(scenario.quantities.get("costs.team.number.y1")).toEqual({ kind: "number", value: 1.5, unit: {} });
  expect(scenario.content.actors.municipality.title).toEqual({ en: "The municipality", sv: "Kommunen" });
  expect(scenario.content.criteria.paysBack.title).toHaveProperty("sv");
});

describe("the typed builder", () => {
  const written = `
format: utfall-scenario/1
id: walks
title: Walks
priceYear: 2025
programme: { years: 2 }
discounting: 3 %/year
actors: { region: The region }
quantities:
  walks: { low: 100, best: 1 200, high: 2_000, unit: walks/year }
units: { walk: A walk }
costs:
  leader: { amount: 8 000 kr/walk, number: walks, paidBy: region }
`;
  const built = () =>
    defineScenario({
      id: "walks",
      title: "Walks",
      priceYear: 2025,
      programme: { years: 2 },
      discounting: "3 %/year",
      actors: { region: "The region" },
      quantities: { walks: { low: 100, best: 1200, high: 2000, unit: "walks/year" } },
      units: { walk: "A walk" },
      costs: { leader: { amount: "8 000 kr/walk", number: "walks", paidBy: "region" } },
    });

  test("an id in two places is told, as in a file", () => {
    expect(() => built()).not.toThrow();
  });

  test("gives the hash of the file of the same content", () => {
    expect(built().hash).toBe(sound(checkText(written, "walks.yaml")).hash);
  });

  test("throws every problem at once", () => {
    expect(() => defineScenario({ id: "A B", title: "x", costs: { a: { paidBy: "nobody" } } })).toThrow(
      /A B[\s\S]*nobody/,
    );
  });

  test("says what no file could hold", () => {
    const circle: Record<string, unknown> = { id: "a" };
    circle.costs = circle;
    for (const value of [
      circle,
      { id: 1n },
      { id: () => 1 },
      { title: new Date(0) },
      null,
      [],
      5,
      { id: null },
      new Map(),
    ]) {
      const outcome = checkValue(value);
      expect(outcome.ok).toBe(false);
    }
    const numbers = checkValue({ format: "utfall-scenario/1", id: "a", title: "A", quantities: { b: Number.NaN } });
    expect(numbers.ok ? [] : numbers.issues.map((issue) => issue.code)).toContain("notFinite");
  });
});
