import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inline, simulate } from "../../engine/index.ts";
import { checkGraph } from "../../engine/model/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { consequence, cost, handmade, outcome, type Stated } from "./handmade.ts";
import { asPaths, checkedR1, r1Inputs } from "./r1.ts";

/** The shape of a small scenario, and its numbers apart. */
const shapes = fc.record({
  years: fc.integer({ min: 1, max: 3 }),
  horizon: fc.integer({ min: 3, max: 7 }),
  starts: fc.integer({ min: 0, max: 3 }),
  lasts: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant("to horizon" as const)),
  next: fc.integer({ min: 0, max: 2 }),
  nextLasts: fc.integer({ min: 1, max: 4 }),
  split: fc.boolean(),
  per: fc.constantFrom(undefined, "enrolled", "completed", "group of 12"),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const values = fc.record({
  size: fc.double({ min: 1, max: 500, noNaN: true }),
  others: fc.double({ min: 1, max: 500, noNaN: true }),
  reached: share,
  dropout: share,
  effectKept: share,
  costKept: share,
  baseline: share,
  effect: fc.double({ min: -0.5, max: 1, noNaN: true }),
  keeps: share,
  nextKeeps: share,
  amount: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  fee: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  shareA: share,
  drift: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
  rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
});

type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;
type Values = typeof values extends fc.Arbitrary<infer T> ? T : never;

function scenario(shape: Shape, x: Values, drawn: Record<string, Stated> = {}) {
  const segments = shape.split ? { some: { title: {} }, others: { title: {} } } : {};
  return handmade(
    {
      programme: { years: shape.years },
      horizon: shape.horizon,
      actors: {
        town: { title: {}, parts: { school: { title: {} }, care: { title: {} } } },
        state: { title: {} },
        home: { title: {} },
      },
      perspectives: { most: { actors: ["town", "state"] }, everyone: { actors: "all" } },
      perspective: "most",
      target: { segments, size: 1 },
      outcomes: { x: outcome({ lasts: shape.lasts }, { measuredOn: "completed" }) },
      consequences: {
        saved: consequence("x", { gains: "care", loses: "home" }),
        spared: consequence("x", { gains: "state" }),
        joy: consequence("enrolled", { gains: "school" }),
      },
      costs: {
        run: cost({ paidBy: { school: 0, state: 0 } }),
        fee: cost({ paidBy: "care", ...(shape.per === undefined ? {} : { per: shape.per }) }),
      },
    },
    {
      discounting: x.rate,
      "target.size": shape.split ? { segments: { some: x.size, others: x.others } } : x.size,
      "funnel.reached": x.reached,
      "funnel.dropout": x.dropout,
      "funnel.dropouts.effectKept": x.effectKept,
      "funnel.dropouts.costKept": x.costKept,
      "outcomes.x.baseline": x.baseline,
      "outcomes.x.effect.relativeReduction": x.effect,
      "outcomes.x.starts": shape.starts,
      ...(typeof shape.lasts === "number" ? { "outcomes.x.lasts": shape.lasts } : {}),
      "outcomes.x.keeps": x.keeps,
      "consequences.saved.amount": x.amount,
      "consequences.saved.drift": x.drift,
      "consequences.saved.starts": shape.next,
      "consequences.saved.lasts": shape.nextLasts,
      "consequences.saved.keeps": x.nextKeeps,
      "consequences.spared.amount": x.fee,
      "consequences.joy.amount": x.amount,
      "costs.run.amount": x.fee,
      "costs.run.paidBy.school": x.shareA,
      "costs.run.paidBy.state": 1 - x.shareA,
      "costs.fee.amount": x.amount,
      "costs.fee.drift": x.drift,
      ...drawn,
    },
  );
}

const runs = { numRuns: 60, seed: 42 };
const near = (got: number, wanted: number, scale: number) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-9 * (1 + scale));

describe("laws of every scenario", () => {
  test("actors add up to the total, parts to their actor, and net is benefit less cost", () =>
    fc.assert(
      fc.property(shapes, values, (shape, x) => {
        const { graph, data, accounts } = compile(scenario(shape, x));
        checkGraph(graph);
        const got = evaluate(graph, data, {});
        const size = Math.max(...Object.entries(got).map(([id, value]) => (id.startsWith("pv") ? Math.abs(value) : 0)));
        for (const figure of ["pvBenefit", "pvCost", "net"]) {
          const of = (who: string) => got[`${figure}.${who}`];
          near(of("town"), of("school") + of("care"), size);
          near(got[figure], of("town") + of("state") + of("home"), size);
          near(of("most"), of("town") + of("state"), size);
          near(of("everyone"), got[figure], size);
        }
        for (const who of ["", ".town", ".home", ".most"]) {
          near(got[`net${who}`], got[`pvBenefit${who}`] - got[`pvCost${who}`], size);
        }
        near(got[`cumulativeNet.most.y${shape.horizon - 1}`], got["net.most"], size);
        const discounted = accounts.filter((row) => row.discounted);
        near(
          discounted.reduce((sum, row) => sum + got[row.benefit] - got[row.cost], 0),
          got.net,
          size,
        );
        near(got.completed, got.enrolled * (1 - x.dropout), got.enrolled);
      }),
      runs,
    ));

  test("actors' money is the total's to the last digits of the sum, and what one gains and another loses nets out", () =>
    fc.assert(
      fc.property(shapes, values, (shape, x) => {
        const outputs = ["pvBenefit.saved", "pvBenefit.saved.care", "pvBenefit.saved.home", "benefit.saved.y1"];
        const { graph, data, accounts } = compile(scenario(shape, x), { outputs });
        const got = evaluate(graph, data, {});
        for (const zero of [
          got["pvBenefit.saved.home"] + got["pvBenefit.saved.care"],
          got["pvBenefit.saved"],
          got["benefit.saved.y1"],
        ])
          expect(Math.abs(zero)).toBe(0);
        const rows = accounts.filter(({ discounted }) => discounted);
        const size = rows.reduce((sum, row) => sum + Math.abs(got[row.benefit]) + Math.abs(got[row.cost]), 0);
        const actors = ["school", "care", "state", "home"].reduce((sum, who) => sum + got[`net.${who}`], 0);
        // A handful of additions for each row, each off by half a unit in the last place of what is added up.
        expect(Math.abs(actors - got.net)).toBeLessThanOrEqual(1e-14 * size * (1 + rows.length / 10));
      }),
      runs,
    ));

  test("whole years written plainly mean the same as the same years drawn", () =>
    fc.assert(
      fc.property(shapes, values, (shape, x) => {
        const plain = compile(scenario(shape, x));
        const drawn: Record<string, Stated> = {
          "outcomes.x.starts": { drawn: "starts" },
          ...(typeof shape.lasts === "number" ? { "outcomes.x.lasts": { drawn: "lasts" } } : {}),
          "consequences.saved.lasts": { drawn: "nextLasts" },
        };
        const general = compile(scenario(shape, x, drawn));
        expect(plain.graph.nodes.some(({ op }) => op === "power")).toBe(false);
        const wanted = evaluate(plain.graph, plain.data, {});
        const lasts = typeof shape.lasts === "number" ? shape.lasts : 0;
        const inputs = { "small/starts": shape.starts, "small/lasts": lasts, "small/nextLasts": shape.nextLasts };
        const got = evaluate(general.graph, general.data, inputs);
        const size = Math.abs(wanted["pvBenefit.care"]) + Math.abs(wanted["pvBenefit.state"]) + Math.abs(wanted.pvCost);
        for (const id of ["pvBenefit.care", "pvBenefit.state", "net.most", "balance.most.y2"])
          near(got[id], wanted[id], size);
      }),
      runs,
    ));

  test("without spread what is simulated is what is calculated once: every draw, percentile and tail, with no error", () =>
    fc.assert(
      fc.asyncProperty(shapes, values, async (shape, x) => {
        const compiled = compile(scenario(shape, x));
        const once = evaluate(compiled.graph, compiled.data, {});
        const run = await simulate({ ...compiled, seed: "1", design: "plain", draws: 16_384 }, inline());
        for (const [id, output] of Object.entries(run!.result.outputs)) {
          if (output.kind !== "number") continue;
          const { mean, sd, percentiles, expectedShortfall } = output;
          const size = Math.abs(once[id]);
          // Means of equal numbers are rounded as they are merged; a drawn number itself is not.
          near(mean.value, once[id], 1e-3 * size);
          expect(percentiles["5"].value === once[id], id).toBe(true);
          expect(percentiles["99"].value === once[id], id).toBe(true);
          near(expectedShortfall["5"].value, once[id], 1e-3 * size);
          near(sd.value, 0, 1e-3 * size);
          near(mean.se, 0, 1e-3 * size);
        }
      }),
      { numRuns: 8, seed: 42 },
    ));

  test("another number never makes another graph", () =>
    fc.assert(
      fc.property(shapes, values, values, (shape, x, y) => {
        const one = compile(scenario(shape, x));
        const other = compile(scenario(shape, y));
        expect(other.graph).toEqual(one.graph);
        expect(Object.keys(other.data.parameters)).toEqual(Object.keys(one.data.parameters));
        expect(other.accounts).toEqual(one.accounts);
      }),
      { ...runs, numRuns: 20 },
    ));
});

test("every number of a scenario is a parameter under its place, those left at their default too", () => {
  const { graph, data } = compile(checkedR1());
  for (const place of [
    "discounting",
    "funnel.accepted",
    "costs.operation.number",
    "consequences.municipalCare.share",
  ]) {
    expect(data.parameters).toHaveProperty([place]);
  }
  const named = new Set(graph.nodes.flatMap((node) => (node.op === "parameter" ? [node.name] : [])));
  expect([...named].sort()).toEqual(Object.keys(data.parameters).sort());
  const dearer = { ...data, parameters: { ...data.parameters, discounting: 0.1 } };
  const x = asPaths(Object.fromEntries(r1Inputs.map((name, i) => [name, 0.1 + i / 20])));
  expect(evaluate(graph, dearer, x).pvCost).toBeLessThan(evaluate(graph, data, x).pvCost);
});

test("the reference programme's municipal benefit as one formula", () => {
  const base = checkedR1();
  const formula =
    "targetGroup * reach * (1 - dropout) * baselineRisk * effect * scaleUpFactor * grow(unitCostA, wageDrift) * carry(shift(programmeYear, 1), persistence)";
  const { content, quantities, inputs } = handmade(
    {
      ...base.content,
      consequences: { regionalCare: base.content.consequences.regionalCare },
      formulas: { municipalCare: { value: `= ${formula}`, gains: "municipality" } },
    },
    { "formulas.municipalCare.value": { formula }, "formulas.municipalCare": { formula } },
  );
  const { graph, data } = compile(
    { ...base, content, quantities: new Map([...base.quantities, ...quantities]), inputs: [...base.inputs, ...inputs] },
    { outputs: ["pvBenefit.municipalCare"] },
  );
  const direct = compile(base);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
      (numbers) => {
        const x = asPaths(Object.fromEntries(r1Inputs.map((name, i) => [name, numbers[i]])));
        const got = evaluate(graph, data, x);
        const wanted = evaluate(direct.graph, direct.data, x);
        for (const id of ["pvBenefit", "pvBenefit.municipality", "net"]) {
          expect(Math.abs(got[id] - wanted[id])).toBeLessThanOrEqual(1e-12 * (wanted.pvBenefit + wanted.pvCost));
        }
        expect(got["pvBenefit.municipalCare"]).toBe(got["pvBenefit.municipality"]);
      },
    ),
    runs,
  );
});
