import { expect, test } from "vitest";
import type { NumberSummary } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { defineScenario } from "../../scenarios/builder.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { differences, planOf } from "../kernel/sameBits.ts";

type Written = Parameters<typeof defineScenario>[0];

const head: Written = {
  id: "small",
  title: "A small group",
  priceYear: 2025,
  discounting: "0 %/year",
  programme: { years: 1 },
  horizon: "1 year",
  actors: { town: "The town" },
};

async function ran(written: Partial<Written>, chance: "on" | "off" = "on", outputs: readonly string[] = []) {
  const compiled = compile(defineScenario({ ...head, ...written }), { chance, outputs });
  return (await simulate({ ...compiled, seed: "1", draws: 16_384, design: "sobol", wholeColumns: true }, inline()))!;
}

const written: Partial<Written> = {
  target: {
    segments: { young: "Young", old: "Old" },
    size: { young: "9 people/year", old: "7 people/year" },
    planned: { young: "10 people/year", old: "8 people/year" },
  },
  funnel: {
    accepted: "80 %",
    capacity: { places: { low: 5, best: 10, high: 14, unit: "people" } },
    dropouts: {
      stages: [
        { until: "2 months", leave: "20 %" },
        { until: "1 year", leave: "30 %" },
      ],
      dose: { full: "1 year" },
      harmed: "15 %",
    },
    harmed: "5 %",
  },
  outcomes: {
    x: {
      title: "Placed",
      better: "lower",
      baseline: "40 %",
      effect: { relativeReduction: "50 %", measuredOn: "completed" },
      harm: { points: "30 pp" },
    },
  },
};

test("whole people get whole places, leave in stages, are harmed or not, and the causes of loss add up", async () => {
  const outputs = ["misjudged", "notReached", "notAccepted", "queue", "lost", "casesWithout.x"];
  const { result, columns } = await ran(written, "on", outputs);
  const off = (await ran(written, "off", outputs)).result;
  const of = (id: string) => columns.get(id)!;
  for (const id of ["enrolled.young", "enrolled.old", "queue", "dropped", "completed", "harmed", "cases.x"])
    expect(of(id).every(Number.isInteger), id).toBe(true);
  const causes = ["misjudged", "notReached", "notAccepted", "queue", "dropped"];
  let full = 0;
  for (let draw = 0; draw < result.manifest.draws; draw++) {
    const at = (id: string) => of(id)[draw];
    const lost = causes.reduce((sum, id) => sum + at(id), 0);
    const sound =
      at("lost") === lost &&
      at("planned") - lost === at("completed") &&
      at("enrolled") === at("enrolled.young") + at("enrolled.old") &&
      at("completed") + at("dropped") === at("enrolled") &&
      at("harmed") <= at("enrolled") &&
      at("cases.x") <= at("casesWithout.x") &&
      at("queue") >= 0;
    if (!sound) throw new Error(`people of draw ${draw}`);
    if (at("queue") > 0) full++;
  }
  expect(full).toBeGreaterThan(1000);
  // Mean of the expected numbers, apart from what capacity cuts off.
  const ratio = (number: typeof result, a: string, b: string) =>
    (number.outputs[a] as NumberSummary).mean.value / (number.outputs[b] as NumberSummary).mean.value;
  for (const figure of ["completed", "harmed", "cases.x"])
    expect(Math.abs(ratio(result, figure, "enrolled") - ratio(off, figure, "enrolled"))).toBeLessThan(0.01);
});

test("interpreter and compiled kernel give the same bits", () => {
  const stock = {
    start: { young: { low: 9, best: 12, high: 20, unit: "people" }, old: "15 people" },
    inflow: { young: ["1 person/month", "2 people/month"], old: { low: 0, best: 1, high: 2, unit: "people/month" } },
    leaves: { death: { low: "5 %/year", best: "10 %/year", high: "20 %/year" }, moved: "3 %/year" },
  };
  const target = { segments: written.target!.segments!, stock };
  const { capacity, ...funnel } = written.funnel!;
  const order = { ...capacity, order: ["old", "young"] };
  for (const [chance, places] of [
    ["on", capacity],
    ["off", order],
  ] as const) {
    const own = { ...head, ...written, target, funnel: { ...funnel, capacity: places!, reached: "90 %" } };
    const model = compile(defineScenario({ ...own, programme: { years: 2 }, horizon: "5 years" }), { chance });
    expect(differences(model, planOf(), [3])).toEqual([]);
  }
});

test("the chance that anyone is harmed is that of a binomial count, and an outcome worsens by harm alone", async () => {
  const { target: _, funnel: __, ...rest } = written;
  const small: Partial<Written> = { ...rest, target: { size: "10 people" }, funnel: { harmed: "6 %" } };
  const { result } = await ran(small);
  const chance = result.chances!.anyoneHarmed.probability;
  expect(Math.abs(chance.value - (1 - 0.94 ** 10))).toBeLessThan(4 * chance.se + 1e-9);
  // Of 10, each is worse off with probability 6 % · 30 %, better off with 94 % · 20 %; worse where the former are more.
  const worse = 0.06 * 0.3;
  const better = 0.94 * 0.2;
  let wanted = 0;
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (let a = 0; a <= 10; a++)
    for (let b = 0; b < a && a + b <= 10; b++)
      wanted += choose(10, a) * choose(10 - a, b) * worse ** a * better ** b * (1 - worse - better) ** (10 - a - b);
  const wrong = result.chances!["worsens.x"].probability;
  expect(Math.abs(wrong.value - wanted)).toBeLessThan(4 * wrong.se + 1e-9);
});
