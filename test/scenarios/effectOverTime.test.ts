import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { about } from "../../scenarios/about.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { differences, planOf } from "../kernel/sameBits.ts";
import { evaluate } from "../model/evaluate.ts";

const horizon = 8;

/** 100 cases begin in each programme year; one krona a year for each that is spared. */
function checked(outcome: object, more: object = {}): CheckedScenario {
  const { effect = {}, ...rest } = outcome as { effect?: object };
  const found = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    discounting: "0 %/year",
    horizon,
    actors: { town: "The town" },
    target: { size: "1000 people/year" },
    outcomes: { x: { title: "X", better: "lower", effect: { points: "10 pp", ...effect }, ...rest } },
    consequences: { spared: { of: "x", amount: "1 kr/case/year", gains: "town" } },
    ...more,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.scenario;
}

const outputs = Array.from({ length: horizon }, (_, year) => `benefit.y${year}`);

function yearly(outcome: object, more: object = {}, inputs = {}): readonly number[] {
  const { graph, data } = compile(checked(outcome, more), { outputs });
  const found = evaluate(graph, data, inputs);
  return outputs.map((id) => found[id]);
}

function codes(outcome: object): string[] {
  const { effect = {}, ...rest } = outcome as { effect?: object };
  const found = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    programme: { years: 3 },
    target: { size: "1000 people/year" },
    outcomes: { x: { title: "X", better: "lower", effect: { points: "10 pp", ...effect }, ...rest } },
  });
  return found.ok ? [] : found.issues.map(({ code }) => code);
}

const near = (got: readonly number[], wanted: readonly number[], scale = 100) => {
  expect(got.length).toBe(wanted.length);
  for (const [year, value] of wanted.entries())
    expect(Math.abs(got[year] - value), `year ${year}: ${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * scale);
};

describe("persistence", () => {
  test("a step, decay, and to the horizon", () => {
    near(yearly({ lasts: "3 years" }), [100, 100, 100, 0, 0, 0, 0, 0]);
    near(
      yearly({ lasts: "to horizon", keeps: "80 %/year" }),
      Array.from({ length: horizon }, (_, year) => 100 * 0.8 ** year),
    );
    near(yearly({ lasts: "to horizon", starts: "5 years" }), [0, 0, 0, 0, 0, 100, 100, 100]);
  });
  const schedule = ["100 %", "80 %", "30 %", "0 %"];

  test("by a schedule of one's own, which says how long it lasts too", () => {
    near(yearly({ keeps: { schedule } }), [100, 80, 30, 0, 0, 0, 0, 0]);
    near(yearly({ keeps: { schedule }, starts: "2 years" }), [0, 0, 100, 80, 30, 0, 0, 0]);
    expect(checked({ keeps: { schedule } }).content.outcomes.x.lasts).toBe("4 years");
  });
  test("the last share holds for as long as it lasts", () => {
    near(
      yearly({ keeps: { schedule: ["100 %", "60 %", "40 %"] }, lasts: "to horizon" }),
      [100, 60, 40, 40, 40, 40, 40, 40],
    );
    near(yearly({ keeps: { schedule }, lasts: "2 years" }), [100, 80, 0, 0, 0, 0, 0, 0]);
  });
  test("several programme years add up, and half years fall where they fall", () => {
    const programme = { programme: { years: 2 } };
    near(yearly({ keeps: { schedule } }, programme), [100, 180, 110, 30, 0, 0, 0, 0]);
    near(yearly({ keeps: { schedule }, starts: "6 months" }), [50, 90, 55, 15, 0, 0, 0, 0]);
    near(yearly({ keeps: { schedule: ["100 %", "50 %"] }, lasts: "18 months" }), [100, 25, 0, 0, 0, 0, 0, 0]);
  });
  test("of a consequence as well", () => {
    const spared = { of: "x", amount: "1 kr/case/year", gains: "town", keeps: { schedule } };
    near(yearly({}, { consequences: { spared } }), [100, 80, 30, 0, 0, 0, 0, 0]);
  });
  test("any schedule: what is left is the integral over each year", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 90 }),
        (shares, starts, lasts) => {
          // Years per month, summed month by month: the closed form cut up finely.
          const wanted = Array.from({ length: horizon }, () => 0);
          for (let month = starts; month < Math.min(starts + lasts, 12 * horizon); month++) {
            const nth = Math.min(Math.floor((month - starts) / 12), shares.length - 1);
            wanted[Math.floor(month / 12)] += shares[nth] / 12;
          }
          const keeps = { schedule: shares.map((share) => `${share} %`) };
          near(yearly({ keeps, starts: `${starts} months`, lasts: `${lasts} months` }), wanted);
        },
      ),
      { numRuns: 15, seed: 7 },
    ));
  test("its shares are drawn where they are uncertain, and each is an assumption by its year", () => {
    const scenario = checked({ keeps: { schedule: ["100 %", { low: "20 %", best: "50 %", high: "60 %" }] } });
    expect(scenario.inputs.map(({ path }) => path)).toEqual(["a/outcomes.x.keeps.schedule.1"]);
    const titles = about(scenario).assumptions.map(({ title }) => title.sv);
    expect(titles).toContain("Utfall: X, kvar år 2");
  });
  test("a schedule of nothing, or with something beside it, is told", () => {
    expect(codes({ keeps: { schedule: [] } })).toEqual(["scheduleForm"]);
    expect(codes({ keeps: { schedule, unit: "share" } })).toEqual(["scheduleForm"]);
    expect(codes({ keeps: { schedule: ["100 %", "8 years"] } })).toEqual(["unitWrong"]);
  });
});

describe("build-up", () => {
  const programme = { programme: { years: 3 } };
  test("by year, as shares", () => {
    near(yearly({ effect: { buildUp: ["50 %", "80 %", "100 %"] } }, programme), [50, 80, 100, 0, 0, 0, 0, 0]);
  });
  test("by months: evenly until it is full, each year at its average", () => {
    // Grows by 1/18 a month: a third of the year's months, on average, in year 0; full from the middle of year 1.
    near(yearly({ effect: { buildUp: "18 months" } }, programme), [
      100 / 3,
      100 * (0.5 * (5 / 6) + 0.5),
      100,
      0,
      0,
      0,
      0,
      0,
    ]);
    near(yearly({ effect: { buildUp: "6 months" } }, programme), [75, 100, 100, 0, 0, 0, 0, 0]);
    near(yearly({ effect: { buildUp: "0 months" } }, programme), [100, 100, 100, 0, 0, 0, 0, 0]);
  });
  test("of an uncertain time, draw by draw", () => {
    const effect = { buildUp: { low: 6, best: 12, high: 24, unit: "months" } };
    near(yearly({ effect }, programme, { "a/outcomes.x.effect.buildUp": 2 }), [25, 75, 100, 0, 0, 0, 0, 0]);
  });
  test("a time is one for all years, and no less than nothing", () => {
    expect(codes({ effect: { buildUp: ["6 months", "9 months"] } })).toEqual(["yearsNotHere"]);
    expect(codes({ effect: { buildUp: "-6 months" } })).toEqual(["rangeNegative"]);
  });
});

test("the kernel gives the bits of the interpreter, with people and cases drawn", () => {
  const scenario = checked(
    {
      baseline: "30 %",
      effect: { buildUp: { low: 6, best: 12, high: 24, unit: "months" } },
      starts: "4 months",
      keeps: { schedule: ["100 %", { low: "20 %", best: "50 %", high: "60 %" }, "10 %"] },
      uncertaintyGrows: "15 %/year",
      deductions: {
        deadweight: { gross: { low: "10 %", best: "25 %", high: "30 %" } },
        displacement: { gross: "5 %" },
        dropOff: { gross: "20 %/year" },
      },
    },
    { programme: { years: 2 }, horizon: 4 },
  );
  expect(differences(compile(scenario, { chance: "on" }), planOf(), [5])).toEqual([]);
});

describe("uncertainty that grows", () => {
  const outcome = { lasts: "to horizon", keeps: "90 %/year", uncertaintyGrows: "15 %/year" };
  const score = "a/outcomes.x.uncertaintyGrows.score";

  test("in the first year there is none, later a lognormal factor of one score", () => {
    for (const z of [-2.5, -0.4, 0, 1.7]) {
      const wanted = Array.from({ length: horizon }, (_, year) => {
        const variance = Math.log1p((0.15 * year) ** 2);
        return 100 * 0.9 ** year * Math.exp(Math.sqrt(variance) * z - variance / 2);
      });
      near(yearly(outcome, {}, { [score]: z }), wanted, 1000);
    }
  });
  test("years are counted from when the effect begins", () => {
    const late = yearly({ ...outcome, starts: "3 years" }, {}, { [score]: 1.2 });
    const soon = yearly(outcome, {}, { [score]: 1.2 });
    near(late.slice(3), soon.slice(0, 5));
  });
  test("the mean stays and the spread grows", async () => {
    const compiled = compile(checked(outcome), { outputs });
    const run = await simulate({ ...compiled, seed: "1", design: "sobol", draws: 16_384 }, inline());
    for (const year of [1, 4, 7]) {
      const output = run!.result.outputs[`benefit.y${year}`];
      if (output.kind !== "number") throw new Error("a number was expected");
      const mean = 100 * 0.9 ** year;
      expect(Math.abs(output.mean.value - mean)).toBeLessThan(4.5 * output.mean.se + 1e-9);
      expect(output.mean.se).toBeLessThan(0.01 * mean);
      expect(Math.abs(output.sd.value - 0.15 * year * mean)).toBeLessThan(4.5 * output.sd.se + 1e-9);
      expect(output.sd.se).toBeLessThan(0.05 * output.sd.value);
    }
    expect(compiled.graph.inputs.map(({ path }) => path)).toEqual([score]);
  });
  test("it is one assumption, which carries the score", () => {
    const rows = about(checked(outcome)).assumptions.filter(({ input }) => input === score);
    expect(rows.map(({ title, written }) => [title.sv, written.sv])).toEqual([
      ["Utfall: X, relativ osäkerhet som växer för varje år", "15\u00a0%/år"],
    ]);
  });
  test("none is what one gets by saying nothing", () => {
    expect(checked({ ...outcome, uncertaintyGrows: "0 %/year" }).inputs).toEqual([]);
    expect(codes({ uncertaintyGrows: "-5 %/year" })).toEqual(["rangeNegative"]);
  });
});
