import { describe, expect, test } from "vitest";
import { type Figure, inline, type Result, simulate } from "../../engine/index.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { checked } from "./catalogue.ts";

/** What every result promises, on scenarios at the edge: nothing to divide by, nobody left, draws without an answer. */
const head = (years: number, horizon: number) => `
format: utfall-scenario/1
id: edge
version: 1
language: en
title: Edge
currency: SEK
priceYear: 2025
programme: { years: ${years} }
horizon: ${horizon} years
discounting: 3 %/year
actors: { town: Town, state: State }
`;

async function resultOf(text: string): Promise<Result> {
  const run = await simulate({ ...compile(checked(text)), seed: "edge", design: "sobol", draws: 16_384 }, inline());
  return run!.result;
}

const edges = {
  "no cost and no benefit": `${head(1, 1)}
target: { size: 100 people }
criteria: { paysBack: { test: returnPerKrona >= 1 }, gain: { test: net > 0 kr } }
`,
  "harm as often as good": `${head(1, 3)}
target: { size: 100 people }
outcomes:
  falls:
    title: Falls
    better: lower
    baseline: 10 %
    effect: { points: { mean: 0 %, sd: 5 % }, measuredOn: everyone }
consequences: { care: { of: falls, amount: 1 000 kr/case, gains: state, loses: town } }
costs: { start: { amount: 100 kr, when: year 0, paidBy: town } }
criteria: { cheap: { test: costPer.falls <= 500 kr/case }, townGains: { test: net.town > 0 kr } }
`,
  "a level of nothing, and nobody new in the last year": `${head(2, 4)}
target:
  segments: { young: Young, old: Old }
  size: { young: [10 people/year, 0 people/year], old: [20 people/year, 0 people/year] }
outcomes:
  work:
    title: In work
    better: higher
    baseline: { young: 0 %, old: 20 % }
    effect: { points: { young: 20 pp, old: 10 pp }, measuredOn: everyone }
  sick:
    title: Sick
    better: lower
    baseline: { young: 10 %, old: 20 % }
    effect: { changes: { participants: { young: -50 %, old: -30 % }, comparison: -10 % }, measuredOn: everyone }
consequences: { tax: { of: work, amount: { mean: 1 000, sd: 100, unit: kr/case }, gains: state } }
costs: { team: { amount: [200 kr, 100 kr], paidBy: town }, grant: { amount: -500 kr, when: year 0, paidBy: state } }
criteria: { third: { test: improvementNet.sick >= 24 % } }
`,
  "some draws without an answer": `${head(1, 2)}
quantities: { a: { mean: 2.7, sd: 1 } }
formulas:
  root: { value: "= sqrt(a) * 10 kr", gains: town }
  plain: { value: "= a * 10 kr", paidBy: state }
criteria: { pays: { test: net.state <= -5 kr }, gains: { test: net.town >= 5 kr }, either: { any: [pays, gains] } }
`,
};

const results = new Map(
  await Promise.all(Object.entries(edges).map(async ([name, text]) => [name, await resultOf(text)] as const)),
);

/** Every figure in a result, with where it stands. */
function figuresIn(value: unknown, place = ""): readonly (readonly [string, Figure])[] {
  if (typeof value !== "object" || value === null) return [];
  if ("se" in value) return [[place, value as Figure]];
  return Object.entries(value).flatMap(([key, part]) => figuresIn(part, `${place}/${key}`));
}

describe.each([...results])("%s", (_, result) => {
  const { outputs, criteria, accounts } = result;

  test("every figure is a number inside its interval", () => {
    for (const [place, { value, se, low, high }] of figuresIn({ outputs, criteria, accounts })) {
      expect([value, se, low, high].every(Number.isFinite), place).toBe(true);
      expect(low <= value && value <= high && se >= 0, `${place}: ${low} ${value} ${high}`).toBe(true);
    }
  });

  test("chances lie between 0 and 1, those of the pay-back years make one, percentiles never fall", () => {
    for (const [id, { probability }] of Object.entries(criteria)) {
      expect(probability.low >= 0 && probability.high <= 1, id).toBe(true);
    }
    for (const [id, output] of Object.entries(outputs)) {
      if (output.kind === "year") {
        const sum = Object.values(output.chance).reduce((total, { value }) => total + value, 0);
        expect(sum, id).toBeCloseTo(1, 12);
      }
      if (output.kind === "rate") continue;
      const levels = Object.keys(output.percentiles ?? {}).sort((a, b) => Number(a) - Number(b));
      const values = levels.map((level) => output.percentiles?.[level].value ?? Number.NaN);
      expect(
        values.every((value, i) => i === 0 || values[i - 1] <= value),
        id,
      ).toBe(true);
    }
  });

  test("the worst futures lie on the bad side", () => {
    for (const [id, output] of Object.entries(outputs)) {
      if (output.kind !== "number") continue;
      const worst = output.expectedShortfall["5"].value;
      const rounding = 1e-9 * Math.abs(output.mean.value);
      if (/^(net|pvBenefit|benefit|balance)/.test(id))
        expect(worst, id).toBeLessThanOrEqual(output.mean.value + rounding);
      if (/^(pvCost|cost)/.test(id)) expect(worst, id).toBeGreaterThanOrEqual(output.mean.value - rounding);
    }
  });

  test("the rows of the accounts add up to the totals", () => {
    for (const side of ["cost", "benefit"] as const) {
      for (const actor of ["town", "state", undefined]) {
        const rows = accounts.filter((row) => row.discounted && (actor === undefined || row.actor === actor));
        const total = outputs[`${side === "cost" ? "pvCost" : "pvBenefit"}${actor === undefined ? "" : `.${actor}`}`];
        if (total.kind !== "number") throw new Error("money is a number");
        const size = rows.reduce((sum, row) => sum + Math.abs(row[side].value), 1);
        const sum = rows.reduce((part, row) => part + row[side].value, 0);
        expect(Math.abs(sum - total.mean.value)).toBeLessThanOrEqual(1e-9 * size);
      }
    }
  });
});

test("a cost per case below zero, because there are more cases than before, meets no limit", () => {
  const result = results.get("harm as often as good");
  // At most 500 kr per case for 100 kr wants 0.2 cases fewer, where the standard deviation is 5 cases: a chance of 48.4 %.
  expect(result?.criteria.cheap.probability.value).toBeCloseTo(0.484, 3);
});

test("where the last year takes in nobody, segments weigh by the people of all years", () => {
  const output = results.get("a level of nothing, and nobody new in the last year")?.outputs["improvementNet.sick"];
  if (output?.kind !== "number") throw new Error("an improvement is a number");
  expect(output.mean.value).toBeCloseTo((0.4 * 10 * 0.1 + 0.2 * 20 * 0.2) / (10 * 0.1 + 20 * 0.2), 12);
});

test("a draw without an answer meets no criterion, not even one that does not look at what failed", () => {
  const result = results.get("some draws without an answer");
  const failed = (result?.failures.draws ?? 0) / 16_384;
  expect(failed).toBeGreaterThan(0);
  for (const { probability, bounds } of Object.values(result?.criteria ?? {})) {
    expect(probability.value).toBeLessThanOrEqual(1 - failed);
    expect(bounds?.high).toBeCloseTo(probability.value + failed, 12);
  }
});
