import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptability } from "../../engine/decision/acceptability.ts";
import { costEffectivenessFrontier } from "../../engine/decision/frontier.ts";
import { oracleCases } from "../oracles.ts";
import { reference } from "../reference.ts";

describe("frontier", () => {
  const elsewhere = oracleCases("economics").filter(({ id }) => id === "dampack-hundred");
  const cases = [...reference("economics").cases, ...elsewhere];
  for (const one of cases.filter(({ kind }) => kind === "costEffectivenessFrontier"))
    test(one.id, () => {
      const courses = one.cost.map((cost: number, i: number) => ({ cost, effect: one.effect[i] }));
      const { status, frontier, steps } = costEffectivenessFrontier(courses);
      expect(status).toEqual(one.status);
      expect(frontier.map((place) => one.strategies[place])).toEqual(one.frontier);
      expect(steps).toHaveLength(one.increments.length);
      steps.forEach(({ from, to, cost, effect, costPerEffect }, i) => {
        const wanted = one.increments[i];
        expect([one.strategies[to], one.strategies[from]]).toEqual([wanted.strategy, wanted.against]);
        expect(cost).toBeCloseTo(wanted.incrementalCost, 8);
        expect(effect).toBeCloseTo(wanted.incrementalEffect, 8);
        expect(Math.abs(costPerEffect / wanted.icer - 1)).toBeLessThan(1e-11);
      });
    });

  test("whatever is worth most at some willingness to pay stands on the frontier; prices along it rise", () => {
    const whole = fc.integer({ min: -20, max: 20 });
    const course = fc.record({ cost: whole, effect: whole });
    const worth = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 8 }), worth, (courses, price) => {
        const { frontier, steps, status } = costEffectivenessFrontier(courses);
        const benefit = (place: number) => price * courses[place].effect - courses[place].cost;
        const most = Math.max(...[...courses.keys()].map(benefit));
        expect(Math.max(...frontier.map(benefit))).toBe(most);
        for (let i = 1; i < steps.length; i++)
          expect(steps[i].costPerEffect).toBeGreaterThanOrEqual(steps[i - 1].costPerEffect - 1e-12);
        expect([...frontier].sort((a, b) => a - b)).toEqual(
          [...courses.keys()].filter((place) => status[place] === "frontier"),
        );
      }),
    );
  });

  test("of courses that are alike the first counts", () => {
    const { status } = costEffectivenessFrontier([
      { cost: 1, effect: 1 },
      { cost: 1, effect: 1 },
    ]);
    expect(status).toEqual(["frontier", "dominated"]);
  });
});

describe("acceptability", () => {
  const [small] = reference("ceac-small").cases;
  const column = (rows: readonly (readonly number[])[], k: number) => Float64Array.from(rows[k]);
  const options = [0, 1, 2].map((k) => ({ cost: column(small.cost, k), effect: column(small.effect, k) }));
  const strided = { count: 4, of: (draw: number) => draw % 4 };
  const willingness = small.byWtp.map(({ wtp }: { wtp: number }) => wtp);

  for (const [ties, key] of [
    ["first", "ceacFirstWins"],
    ["share", "ceacTiesShared"],
  ] as const)
    test(`the table by hand, ties: ${ties}`, () => {
      const points = acceptability(options, willingness, strided, ties);
      points.forEach(({ netBenefit, chanceBest, best }, i) => {
        const wanted = small.byWtp[i];
        for (let k = 0; k < 3; k++) {
          expect(netBenefit[k].value).toBeCloseTo(wanted.meanNetBenefit[k], 12);
          expect(chanceBest[k].value).toBeCloseTo(wanted[key][k], 12);
          expect(chanceBest[k].low).toBeLessThanOrEqual(chanceBest[k].value);
          expect(chanceBest[k].high).toBeGreaterThanOrEqual(chanceBest[k].value);
        }
        if (!wanted.optimalTie) expect(best).toBe(wanted.optimal);
        expect(chanceBest.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
      });
    });

  test("a draw without an answer counts for no option", () => {
    const cost = [Float64Array.of(1, Number.NaN, 3, 1), Float64Array.of(2, Number.NaN, 2, 2)];
    const effect = Float64Array.of(0, Number.NaN, 0, 0);
    const [point] = acceptability(
      cost.map((own) => ({ cost: own, effect })),
      [10],
      { count: 2, of: (draw) => draw % 2 },
    );
    expect(point.chanceBest[0].value).toBeCloseTo(2 / 3, 12);
    expect(point.netBenefit[0].value).toBeCloseTo(-5 / 3, 12);
  });
});
