import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGraph } from "../../engine/model/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { consequence, handmade, outcome } from "./handmade.ts";

/** Cases of each programme year, by segment; each is worth so much for so long. */
const shapes = fc.record({
  years: fc.integer({ min: 1, max: 3 }),
  horizon: fc.integer({ min: 3, max: 7 }),
  lasts: fc.constantFrom(1, 2, 4, "to horizon"),
  delay: fc.constantFrom(undefined, 0, 1, 2, 0.5),
  steps: fc.boolean(),
  split: fc.boolean(),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const values = fc.record({
  some: fc.double({ min: 0, max: 60, noNaN: true }),
  others: fc.double({ min: 0, max: 60, noNaN: true }),
  effect: fc.double({ min: -0.5, max: 1, noNaN: true }),
  amount: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  steps: fc.double({ min: 0.5, max: 30, noNaN: true }),
  share,
  keeps: share,
  part: share,
  rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;
type Values = typeof values extends fc.Arbitrary<infer T> ? T : never;

/** All figures of one scenario; `cashable` has the keys that a test wants stated. */
function figures(
  shape: Shape,
  x: Values,
  cashable: Record<string, unknown> | undefined,
  outputs: readonly string[] = [],
) {
  const segments = shape.split ? { some: { title: {} }, others: { title: {} } } : {};
  const lasts: Record<string, number> =
    typeof shape.lasts === "number" ? { "consequences.saved.lasts": shape.lasts } : {};
  const checked = handmade(
    {
      programme: { years: shape.years },
      horizon: shape.horizon,
      actors: { social: { title: {} }, school: { title: {} }, home: { title: {} } },
      target: { segments, size: 1 },
      outcomes: { x: outcome({}) },
      consequences: {
        saved: consequence("x", {
          lasts: shape.lasts,
          gains: { social: 0, school: "rest" },
          loses: "home",
          kind: "economic",
          ...(cashable === undefined ? {} : { cashable }),
        }),
        spared: consequence("x", { gains: "social", kind: "social" }),
        more: consequence("everyone", { gains: "school" }),
      },
    },
    {
      discounting: x.rate,
      "target.size": shape.split ? { segments: { some: x.some, others: x.others } } : x.some,
      "outcomes.x.baseline": 1,
      "outcomes.x.effect.relativeReduction": x.effect,
      "consequences.saved.amount": x.amount,
      "consequences.saved.keeps": x.keeps,
      "consequences.saved.gains.social": x.part,
      "consequences.spared.amount": x.amount,
      "consequences.more.amount": 100,
      "consequences.saved.cashable.share": x.share,
      ...(cashable?.inStepsOf === undefined ? {} : { "consequences.saved.cashable.inStepsOf": x.steps }),
      ...(typeof cashable?.delay === "number" ? { "consequences.saved.cashable.delay": cashable.delay } : {}),
      ...lasts,
    },
  );
  const { graph, data } = compile(checked, { outputs });
  checkGraph(graph);
  return evaluate(graph, data, {});
}

const cashableOf = ({ steps, delay }: Partial<Shape>): Record<string, unknown> => ({
  share: "x",
  ...(steps ? { inStepsOf: 1 } : {}),
  ...(delay === undefined ? {} : { delay }),
});

const runs = { numRuns: 40, seed: 7 };
const near = (got: number, wanted: number, scale: number) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(scale)));
const inYears = (figure: string, { horizon }: Shape) =>
  Array.from({ length: horizon }, (_, year) => `${figure}.y${year}`);

describe("laws of what can be taken out of a budget", () => {
  test("actors' parts make the consequence, kinds the benefit, cashable and freed the whole", () =>
    fc.assert(
      fc.property(shapes, values, (shape, x) => {
        const whole = ["benefit.saved", "cashable.saved", "pvFreed.saved.social"];
        const asked = [...whole, ...whole.flatMap((id) => ["social", "school", "home"].map((who) => `${id}.${who}`))];
        const outputs = [
          ...asked.filter((id) => !/social\./.test(id)),
          "pvCashable.saved.social",
          "pvBenefit.saved.social",
        ];
        const got = figures(shape, x, cashableOf(shape), outputs);
        const size = Math.abs(got["benefit.saved.home"]);
        // What the home loses is what the others gain.
        near(got["benefit.saved.social"] + got["benefit.saved.school"], -got["benefit.saved.home"], size);
        near(got["benefit.saved"], 0, size);
        near(got["cashable.saved.social"] * (1 - x.part), got["cashable.saved.school"] * x.part, size);
        near(got.cashable + got.freed, got.benefit, size);
        near(got.pvCashable + got.pvFreed, got.pvBenefit, size);
        near(got["pvCashable.saved.social"] + got["pvFreed.saved.social"], got["pvBenefit.saved.social"], size);
        near(got.pvFiscalBenefit + got.pvEconomicBenefit + got.pvSocialBenefit, got.pvBenefit, size);
      }),
      runs,
    ));

  test("a stepwise saving never exceeds the smooth one, in any year, nor what is kept of it the whole", () =>
    fc.assert(
      fc.property(shapes, values, (shape, x) => {
        const years = inYears("cashable.saved.social", shape);
        const smooth = figures(shape, x, cashableOf({ ...shape, steps: false }), years);
        const stepped = figures(shape, x, cashableOf({ ...shape, steps: true }), years);
        for (const id of years) expect(stepped[id]).toBeLessThanOrEqual(smooth[id] + 1e-9 * Math.abs(smooth[id]));
      }),
      runs,
    ));

  test("a delay only moves what is saved, and nothing of what is lost", () =>
    fc.assert(
      fc.property(shapes, values, fc.constantFrom(1, 2), (shape, x, delay) => {
        const years = inYears("cashable.saved.social", shape);
        const now = figures(shape, x, cashableOf({ steps: shape.steps }), years);
        const later = figures(shape, x, cashableOf({ steps: shape.steps, delay }), years);
        for (const [year, id] of years.entries()) {
          const lost = Math.min(0, now[id]);
          const saved = year < delay ? 0 : Math.max(0, now[years[year - delay]]);
          near(later[id], lost + saved, now[id]);
        }
      }),
      runs,
    ));

  test("where nothing is said of it no figure is made, and the others are what they are with it", () =>
    fc.assert(
      fc.property(shapes, values, (shape, x) => {
        const without = figures(shape, x, undefined);
        const withIt = figures(shape, x, cashableOf(shape));
        expect(Object.keys(without).some((id) => /cashable|freed/i.test(id))).toBe(false);
        for (const [id, value] of Object.entries(without)) expect(withIt[id], id).toBe(value);
      }),
      { ...runs, numRuns: 20 },
    ));
});

describe("whole steps, by hand", () => {
  const shape: Shape = { years: 1, horizon: 4, lasts: 2, delay: 1, steps: true, split: true };
  const x: Values = {
    some: 20,
    others: 10,
    effect: 1,
    amount: 1000,
    steps: 12,
    share: 0.5,
    keeps: 0.5,
    part: 0.7,
    rate: 0,
  };

  test("30 cases are two classes of 12, 15 one: half of their cost a year later, divided as the cases are", () => {
    const asked = [...inYears("cashable.saved.social", shape), ...inYears("cashable.saved.school", shape)];
    const got = figures(shape, x, cashableOf(shape), [...asked, "cashable.saved.school.some", "freed.saved.social.y1"]);
    expect(inYears("cashable.saved.social", shape).map((id) => got[id])).toEqual(
      [0, 24_000 * 0.5 * 0.7, 12_000 * 0.5 * 0.7, 0].map((kr) => expect.closeTo(kr, 8)),
    );
    expect(got["cashable.saved.school.some"]).toBeCloseTo((36_000 * 0.5 * 0.3 * 2) / 3, 8);
    // In year 1 15 cases are spared, and half of the two classes of the year before is taken out.
    expect(got["freed.saved.social.y1"]).toBeCloseTo(15_000 * 0.7 - 24_000 * 0.5 * 0.7, 8);
  });

  test("a whole number of steps that rounding leaves just short of it counts as whole", () => {
    // 0.1 + 0.2 is a little more than 0.3, and so 0.3 of 100 less than 100 steps of it.
    const steps = (0.1 + 0.2) / 100;
    const got = figures({ ...shape, split: false }, { ...x, some: 0.3, steps, share: 1, part: 1 }, cashableOf(shape), [
      "cashable.saved.social.y1",
    ]);
    expect(got["cashable.saved.social.y1"]).toBeCloseTo(300, 8);
  });

  test("an extra cost is felt in full and at once", () => {
    const got = figures(shape, { ...x, effect: -1 }, cashableOf(shape), inYears("cashable.saved.social", shape));
    expect(inYears("cashable.saved.social", shape).map((id) => got[id])).toEqual(
      [-30_000 * 0.7, -15_000 * 0.7, 0, 0].map((kr) => expect.closeTo(kr, 8)),
    );
  });
});
