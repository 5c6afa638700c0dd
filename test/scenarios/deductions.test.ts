import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { about } from "../../scenarios/about.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { reference } from "../reference.ts";

/* What of a stated effect is not the programme's own. */

function checked(parts: object): CheckedScenario {
  const found = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    horizon: 5,
    discounting: "3.5 %/year",
    actors: { town: "The town" },
    ...parts,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.scenario;
}

function figures(parts: object, outputs: readonly string[] = [], inputs = {}) {
  const { graph, data } = compile(checked(parts), { outputs });
  return evaluate(graph, data, inputs);
}

const outcome = (more: object = {}) => ({
  title: "X",
  better: "lower",
  baseline: "40 %",
  effect: { relativeReduction: "25 %" },
  lasts: "to horizon",
  keeps: "90 %/year",
  ...more,
});
const two = {
  target: { size: { young: "60 people/year", old: "140 people/year" }, segments: { young: "Young", old: "Old" } },
  programme: { years: 2 },
  consequences: { care: { of: "x", amount: "1 kr/case/year", gains: "town" } },
};
const all = {
  deadweight: { gross: "25 %" },
  attribution: { gross: { young: "30 %", old: "10 %" } },
  displacement: { gross: ["10 %", "5 %"] },
  dropOff: { gross: "20 %/year" },
};
const parts = ["deadweight", "attribution", "displacement", "dropOff"] as const;

interface Stated {
  readonly quantity: number;
  readonly value: number;
  readonly deadweight: number;
  readonly attribution: number;
  readonly displacement: number;
  readonly dropOff: number;
  readonly years: number;
}

describe("a social return on investment, with deadweight, attribution, displacement and drop-off", () => {
  const own = reference("economics").cases.find(({ id }) => id === "sroi-1");
  const { investment, rate, perOutcome, presentValue, sroi, netSroi } = own;
  const outcomes: readonly Stated[] = own.outcomes;
  const each = (make: (own: Stated) => object) => Object.fromEntries(outcomes.map((one, i) => [`x${i}`, make(one)]));
  const found = figures(
    {
      discounting: `${rate}`,
      // A share of 100 % of so many people is so many units; the first year is a year after the investment.
      outcomes: each(({ quantity, years, deadweight, attribution, displacement, dropOff }) => ({
        title: "X",
        better: "lower",
        among: `${quantity} people`,
        effect: { points: "100 pp" },
        starts: "1 year",
        lasts: `${years} years`,
        deductions: {
          deadweight: { gross: deadweight },
          attribution: { gross: attribution },
          displacement: { gross: displacement },
          dropOff: { gross: `${dropOff * 100} %/year` },
        },
      })),
      consequences: Object.fromEntries(
        outcomes.map(({ value }, i) => [`c${i}`, { of: `x${i}`, amount: `${value} kr/case/year`, gains: "town" }]),
      ),
      costs: { run: { amount: `${investment} kr`, when: "year 0", paidBy: "town" } },
    },
    [0, 1].flatMap((i) => [`benefit.c${i}.y1`, `pvBenefit.c${i}`]),
  );
  const near = (got: number, wanted: number) => expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-12);

  test("first year's impact, present value and return are those of the reference", () => {
    for (const [i, one] of perOutcome.entries()) {
      near(found[`benefit.c${i}.y1`], one.firstYearImpact);
      near(found[`pvBenefit.c${i}`], one.presentValue);
    }
    near(found.pvBenefit, presentValue);
    near(found.returnPerKrona, sroi);
    near(found.net / found.pvCost, netSroi);
  });
});

describe("from gross to net", () => {
  test("each takes its share of what those before it have left", () => {
    const found = figures({ ...two, outcomes: { x: outcome({ deductions: all, lasts: "1 year" }) } });
    expect(found["caseYearsGross.x.young"]).toBeCloseTo(12, 12);
    expect(found["deadweight.x.young"]).toBeCloseTo(3, 12);
    expect(found["attribution.x.young"]).toBeCloseTo(9 * 0.3, 12);
    expect(found["displacement.x.young"]).toBeCloseTo(6.3 * 0.075, 12);
    expect(found["dropOff.x.young"]).toBe(0);
    expect(found["cases.x.young"]).toBeCloseTo(6.3 * 0.925, 12);
    // In the last programme year, as a share of the level.
    expect(found["improvementNet.x.young"]).toBeCloseTo(0.25 * 0.75 * 0.7 * 0.95, 13);
    expect(found["improvementGross.x.young"]).toBe(0.25);
  });
  test("drop-off takes off what has worn off, also from a schedule that holds on", () => {
    const deductions = { dropOff: { gross: "20 %/year" } };
    const outputs = [0, 1, 2, 3, 4].map((year) => `benefit.y${year}`);
    const one = { ...two, programme: { years: 1 } };
    const decaying = figures({ ...one, outcomes: { x: outcome({ deductions }) } }, outputs);
    const held = figures(
      { ...one, outcomes: { x: outcome({ deductions, keeps: { schedule: ["100 %", "50 %"] }, lasts: "to horizon" }) } },
      outputs,
    );
    for (const [year, id] of outputs.entries()) {
      expect(decaying[id]).toBeCloseTo(20 * (0.9 * 0.8) ** year, 12);
      expect(held[id]).toBeCloseTo(20 * (year === 0 ? 1 : 0.5) * 0.8 ** year, 12);
    }
    expect(decaying["dropOff.x"]).toBeCloseTo(
      outputs.reduce((sum, _, year) => sum + 20 * (0.9 ** year - 0.72 ** year), 0),
      12,
    );
  });
  test("what is taken off already changes no figure, and stands among the assumptions", () => {
    const net = {
      deadweight: { net: "25 %" },
      dropOff: { net: { low: "5 %/year", best: "10 %/year", high: "20 %/year" } },
    };
    const plain = figures({ ...two, outcomes: { x: outcome() } });
    const recorded = figures({ ...two, outcomes: { x: outcome({ deductions: net }) } });
    for (const [id, value] of Object.entries(plain)) expect(recorded[id], id).toBe(value);
    expect(Object.keys(recorded)).toEqual(Object.keys(plain));
    const titles = about(checked({ ...two, outcomes: { x: outcome({ deductions: net }) } })).assumptions.map(
      ({ title }) => title.sv,
    );
    expect(titles).toContain("Utfall: X, dödvikt (redan avdraget)");
    const noted = { deadweight: { gross: "25 %", note: "Half move home anyway" } };
    const rows = about(checked({ ...two, outcomes: { x: outcome({ deductions: noted }) } })).assumptions;
    expect(rows.find(({ place }) => place.endsWith("deadweight.gross"))?.note?.en).toBe("Half move home anyway");
  });
  test("gross less its parts is net, in every draw, year and segment", () => {
    const share = fc.integer({ min: 0, max: 100 }).map((whole) => `${whole} %`);
    const written = fc.record(
      {
        deadweight: fc.record({ gross: share }),
        attribution: fc.record({ gross: fc.tuple(share, share).map(([young, old]) => ({ young, old })) }),
        displacement: fc.record({ gross: fc.array(share, { minLength: 1, maxLength: 2 }) }),
        dropOff: fc.record({ gross: share.map((own) => `${own}/year`) }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(written, fc.integer({ min: -30, max: 60 }), share, (deductions, effect, keeps) => {
        const x = outcome({ deductions, effect: { relativeReduction: `${effect} %` }, keeps: `${keeps}/year` });
        const paths = ["x", "x.young", "x.y1", "x.old.y3"];
        const asked = ["caseYearsGross", ...parts, "caseYears"];
        const found = figures(
          { ...two, outcomes: { x } },
          paths.flatMap((path) => asked.map((id) => `${id}.${path}`)),
        );
        for (const path of paths) {
          const taken = parts.reduce((sum, part) => sum + found[`${part}.${path}`], 0);
          const gross = found[`caseYearsGross.${path}`];
          expect(Math.abs(gross - taken - found[`caseYears.${path}`])).toBeLessThanOrEqual(
            1e-12 * (1 + Math.abs(gross)),
          );
          for (const part of parts) expect(found[`${part}.${path}`] * Math.sign(effect)).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
      { numRuns: 15, seed: 11 },
    );
  });
  test("where chance is drawn they are whole cases, and the means stay", async () => {
    const scenario = checked({ ...two, outcomes: { x: outcome({ deductions: all, lasts: "1 year" }) } });
    const outputs = ["caseYearsGross", ...parts, "caseYears"].map((id) => `${id}.x`);
    const wanted = evaluate(compile(scenario, { outputs }).graph, compile(scenario, { outputs }).data, {});
    const drawn = compile(scenario, { outputs, chance: "on" });
    const run = await simulate({ ...drawn, seed: "parts", design: "sobol", draws: 16_384 }, inline());
    for (const id of outputs) {
      const output = run!.result.outputs[id];
      if (output.kind !== "number") throw new Error("a number was expected");
      expect(Math.abs(output.mean.value - wanted[id]), id).toBeLessThan(4.5 * output.mean.se + 1e-9);
    }
    const zero = Object.fromEntries(drawn.graph.inputs.map(({ path }, i) => [path, Math.sin(i)]));
    const one = evaluate(drawn.graph, drawn.data, zero);
    for (const id of outputs) expect(Number.isInteger(one[id]), id).toBe(true);
    expect(one["caseYears.x"]).toBe(
      one["caseYearsGross.x"] - one["deadweight.x"] - one["attribution.x"] - one["displacement.x"],
    );
  });
  test("gross and net at once, or neither, is told", () => {
    const codes = (deductions: object) => {
      const found = checkValue({
        format: "utfall-scenario/1",
        id: "a",
        title: "A",
        target: { size: "10 people" },
        outcomes: { x: outcome({ deductions }) },
      });
      return found.ok ? [] : found.issues.map(({ code }) => code);
    };
    expect(codes({ deadweight: { gross: "10 %", net: "5 %" } })).toEqual(["deductionForm"]);
    expect(codes({ deadweight: {} })).toEqual(["deductionForm"]);
    expect(codes({ deadweight: { gross: "110 %" } })).toEqual(["rangeProbability"]);
    expect(codes({ deadweight: "10 %" })).toEqual(["mapExpected"]);
  });
});
