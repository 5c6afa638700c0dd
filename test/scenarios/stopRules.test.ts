import { describe, expect, test } from "vitest";
import { inline, simulate } from "../../engine/index.ts";
import type { Figure } from "../../engine/result/result.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

type Content = Readonly<Record<string, unknown>>;

/** Three years, one outcome that is worth 1,000 kr a case, and costs of every kind. */
const small: Content = {
  format: "utfall-scenario/1",
  id: "a",
  title: "A",
  priceYear: 2025,
  programme: { years: 3 },
  horizon: "5 years",
  discounting: "0 %/year",
  actors: { town: "Town", state: "State" },
  perspective: "town",
  target: { size: "100 people/year" },
  outcomes: {
    x: {
      title: "X",
      better: "lower",
      baseline: "40 %",
      effect: { changes: { participants: "-30 %", comparison: "-10 %" }, measuredOn: "enrolled" },
      measurement: { sd: "10 %" },
    },
  },
  consequences: { spared: { title: "S", of: "x", amount: "1000 kr/case", gains: "town", cashable: "100 %" } },
  costs: {
    team: { title: "Team", amount: "12 000 kr/year", paidBy: "town" },
    start: { title: "Start", amount: "500 kr", when: "year 0", paidBy: "town" },
    last: { title: "Report", amount: "700 kr", when: "year 2", paidBy: "town" },
    after: { title: "After", amount: "90 kr", when: "year 4", paidBy: "town" },
    each: { title: "Each", amount: "10 kr/person", per: "enrolled", paidBy: "state" },
  },
  stopRules: { weak: { title: "Weak", look: ["1 year", "18 months"], if: "observed.x < 5 %", notice: "3 months" } },
};

function compiled(more: Content, outputs: readonly string[]) {
  const outcome = checkValue({ ...small, ...more });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return compile(outcome.scenario, { outputs });
}

function values(more: Content, outputs: readonly string[], inputs: Readonly<Record<string, number>> = {}) {
  const { graph, data } = compiled(more, outputs);
  return evaluate(graph, data, Object.fromEntries(graph.inputs.map(({ path }) => [path, inputs[path] ?? 0])));
}

const flows = (view: string) =>
  ["cost.town", "cost.state", "benefit", "net.town", "enrolled", "cases.x", "improvementNet.x"].map(
    (figure) => `${view}${figure}`,
  );

describe("a programme that is stopped", () => {
  test("costs, people and effects cease; what is paid is paid", () => {
    // Seen in year 0: 20 % − 2 · 10 %, below 5 %, and so stopped after 15 months.
    const got = values({}, [...flows("withStops/"), ...flows(""), "stopYear", "stopped"], { "a/observed.x.y0": -2 });
    expect(got.stopped).toBe(1);
    expect(got.stopYear).toBe(1);
    expect(got["cost.town"]).toBe(36_000 + 500 + 700 + 90);
    expect(got["withStops/cost.town"]).toBeCloseTo(15_000 + 500 + 90, 9);
    expect(got["withStops/cost.state"]).toBeCloseTo(1250, 9);
    expect(got["withStops/enrolled"]).toBeCloseTo(125, 9);
    expect(got["withStops/cases.x"]).toBeCloseTo(1.25 * 8, 9);
    expect(got["withStops/benefit"]).toBeCloseTo(10_000, 9);
    expect(got["withStops/improvementNet.x"]).toBe(0);
  });

  const at = (more: Content, noise = -2, outputs: readonly string[] = flows("withStops/")) =>
    values(more, outputs, { "a/observed.x.y0": noise });
  const rule = (more: object) => ({ stopRules: { weak: { look: "1 year", if: "observed.x < 5 %", ...more } } });

  test("wound down it takes nobody in from the look on, and is paid for until the notice is out", () => {
    const end = "then";
    const got = at(rule({ [end]: "windDown", notice: "6 months" }));
    expect(got["withStops/cost.town"]).toBeCloseTo(18_000 + 500 + 90, 9);
    expect(got["withStops/cost.state"]).toBeCloseTo(1500, 9);
    expect(got["withStops/enrolled"]).toBeCloseTo(100, 9);
    expect(got["withStops/cases.x"]).toBeCloseTo(8, 9);
  });

  test("the end itself may cost, for those who pay it", () => {
    const windDownCost = { amount: "800 kr", paidBy: { town: "25 %", state: "75 %" } };
    const got = at(rule({ windDownCost }), -2, [...flows("withStops/"), "withStops/cost.weak.state.y1"]);
    expect(got["withStops/cost.town"]).toBeCloseTo(12_000 + 500 + 90 + 200, 9);
    expect(got["withStops/cost.weak.state.y1"]).toBeCloseTo(600, 9);
    expect(at(rule({ windDownCost }), 2)["withStops/cost.town"]).toBe(36_000 + 500 + 700 + 90);
  });

  test("costs by month cease in the middle of theirs", () => {
    const costs = { phase: { title: "P", amount: "1200 kr/year", when: "months 6-17", paidBy: "town" } };
    expect(at({ ...rule({ notice: "3 months" }), costs })["withStops/cost.town"]).toBeCloseTo(900, 9);
  });

  test("the first rule that fires decides, at the same look that of the file's order", () => {
    const stopRules = {
      late: { look: "2 years", if: "observed.x < 5 %" },
      second: { look: "1 year", if: { any: ["observed.x < -50 %", "observedGross.x < 15 %"] }, notice: "6 months" },
      third: { look: "1 year", if: { all: ["observed.x < 5 %", "observedRate.x > 35 %"] } },
    };
    const outputs = ["stopped.late", "stopped.second", "stopped.third", "stopped", "stopYear", "withStops/cost.state"];
    const fired = (noise: number) => {
      const got = values({ stopRules }, outputs, { "a/observed.x.y0": noise, "a/observed.x.y1": -3 });
      return outputs.map((id) => got[id]);
    };
    expect(fired(-2)).toEqual([0, 1, 0, 1, 1, 1500]);
    expect(fired(-1.51)).toEqual([0, 1, 0, 1, 1, 1500]);
    expect(fired(1)).toEqual([1, 0, 0, 1, 2, 2000]);
  });

  test("costs and people so far are held against the plan: every number at its mean", () => {
    const reached = { low: "50 %", best: "80 %", high: "100 %" };
    const more = { funnel: { reached }, stopRules: { dear: { look: "18 months", if: "observedCost > 120 %" } } };
    const team = {
      ...(small.costs as Record<string, object>),
      team: { title: "T", amount: { mean: 12_000, sd: 3000, unit: "kr/year" }, paidBy: "town" },
    };
    const outputs = ["observedCost.y0", "observedReached.y1", "observedReached", "stopped"];
    const got = values({ ...more, costs: team }, outputs, {
      "a/costs.team.amount": 18_000,
      "a/funnel.reached": 0.5,
    });
    const mean = (0.5 + 4 * 0.8 + 1) / 6;
    expect(got["observedCost.y0"]).toBeCloseTo((18_000 + 500 + 500) / (12_000 + 500 + 1000 * mean), 10);
    expect(got["observedReached.y1"]).toBeCloseTo(0.5 / mean, 10);
    expect(got.observedReached).toBeCloseTo(0.5 / mean, 10);
    expect(got.stopped).toBe(1);
  });

  test("what happens beside the plan is seen against it", () => {
    const risks = {
      dear: { title: "D", likelihood: "100 %", hits: { "costs.team": { times: "150 %" } }, harm: "yes" },
      fewer: { title: "F", likelihood: "100 %", hits: { "funnel.accepted": { times: "50 %" } } },
    };
    const got = values({ risks, funnel: { accepted: "80 %" } }, [
      "observedCost.y0",
      "observedReached.y0",
      "observedEnrolled.y0",
    ]);
    expect(got["observedCost.y0"]).toBeCloseTo((18_000 + 500 + 400) / (12_000 + 500 + 800), 10);
    expect(got["observedReached.y0"]).toBe(1);
    expect(got["observedEnrolled.y0"]).toBeCloseTo(0.5, 10);
  });

  test("a rule that never fires changes nothing, to the bit", () => {
    const never = {
      stopRules: {
        weak: {
          look: "every 6 months",
          if: "observed.x < -9000 %",
          notice: "1 month",
          windDownCost: { amount: "5 kr", paidBy: "town" },
        },
      },
    };
    const plain = compiled({ ...never, funnel: { dropout: "20 %" } }, []);
    const own = plain.graph.outputs.filter(({ id }) =>
      /^(pv|net|cost|benefit|balance|cases|enrolled|completed|improvement|cumulative|payback)[^/]*$/.test(id),
    );
    const outputs = own.map(({ id }) => `withStops/${id}`);
    expect(outputs.length).toBeGreaterThan(30);
    const got = values({ ...never, funnel: { dropout: "20 %" } }, outputs, { "a/observed.x.y0": -3 });
    for (const { id } of own) expect(Object.is(got[`withStops/${id}`], got[id]), id).toBe(true);
    const { stopRules: _, ...without } = small;
    const before = values({ ...without, stopRules: undefined, funnel: { dropout: "20 %" } } as Content, []);
    for (const [id, value] of Object.entries(before)) expect(Object.is(got[id], value), id).toBe(true);
  });
});

/** Φ, to about 1e-13. */
const phi = (z: number): number => {
  const steps = 4000;
  const width = (z + 12) / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(-12) + density(z);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(-12 + i * width);
  return (sum * width) / 3;
};

describe("what a rule comes to", () => {
  const simulated = async (more: Content) => {
    const request = { ...compiled(more, []), seed: "stops", design: "sobol" as const, draws: 16_384 };
    return (await simulate(request, inline()))!.result.stopRules!;
  };
  const within = (figure: Figure, wanted: number, scale = Math.max(1, Math.abs(wanted))) =>
    expect(Math.abs(figure.value - wanted), `${figure.value} ± ${figure.se} against ${wanted}`).toBeLessThan(
      // Even points in one dimension miss a chance by a point or two, in every replicate alike.
      4.5 * figure.se + 2e-4 * scale,
    );

  test("one look: normal chances, and the value by hand", async () => {
    const goal = { criteria: { seen: { title: "S", test: "improvementNet.x >= 15 %" } } };
    const got = await simulated({ ...goal, stopRules: { weak: { look: "1 year", if: "observed.x < 15 %" } } });
    const chance = phi(-0.5);
    // Of 38 − 24 thousand: stopped after a year the town has paid 12,590 and gained 8,000.
    const gain = 8000 - 12_590 - (24_000 - 37_290);
    within(got.stopped, chance);
    within(got.value, chance * gain, gain);
    within(got.saved, chance * (37_290 - 12_590));
    within(got.forgone, chance * 16_000);
    within(got.goodStopped, chance);
    expect(got.badContinued.value).toBe(0);
    within(got.success!.with, 1 - chance);
    expect(got.sunk!.value).toBeCloseTo(12_590, 6);
    expect(got.looks).toMatchObject([{ rule: "weak", month: 12, cost: { value: 12_590 } }]);
    const [{ rows }] = got.families;
    expect(rows.map(({ threshold }) => threshold)).toEqual([0.07, 0.09, 0.11, 0.13, 0.15, 0.17, 0.19, 0.21, 0.23]);
    for (const { threshold, stopped, value } of rows) {
      within(stopped, phi((threshold - 0.2) / 0.1));
      within(value, phi((threshold - 0.2) / 0.1) * gain, gain);
    }
    expect(rows[4].value).toEqual(got.value);
  });

  test("two looks: a half-year's data are in the year's, and each year has its own", async () => {
    const got = await simulated({
      discounting: "3 %/year",
      stopRules: { weak: { look: ["6 months", "1 year", "2 years"], if: "observed.x < 15 %" } },
    });
    const [half, year, second] = got.decisions;
    // Of half a year the error is √2 times as large: the year's score z and one of its own.
    const first = phi(-0.5 / Math.SQRT2);
    let both = 0;
    const width = 0.002;
    for (let z = -9; z < -0.5; z += width) {
      const mid = z + width / 2;
      both += (width * Math.exp((-mid * mid) / 2) * (1 - phi(-0.5 - mid))) / Math.sqrt(2 * Math.PI);
    }
    within(half.fired, first);
    within(year.fired, both);
    within(second.fired, (1 - first - both) * phi(-0.5));
    within(got.stopped, half.fired.value + year.fired.value + second.fired.value);
  });

  test("of a family the best is worth more than never stopping: where it is seen what is true, the threshold that breaks even", async () => {
    const outcomes = {
      x: {
        ...(small.outcomes as { x: object }).x,
        effect: { points: { mean: "12 pp", sd: "4 pp" }, measuredOn: "enrolled" },
        measurement: { sd: "0.0001 %" },
      },
    };
    // Stopped after a year 24,700 kr are saved and 80,000 kr times the effect forgone.
    const got = await simulated({ outcomes, stopRules: { weak: { look: "1 year", if: "observed.x < 30.875 %" } } });
    const [{ rows }] = got.families;
    for (const { threshold, value } of rows) {
      const z = (threshold - 0.3) / 0.1;
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      within(value, 24_700 * phi(z) - 80_000 * (0.3 * phi(z) - 0.1 * density), 10_000);
    }
    const values = rows.map(({ value }) => value.value);
    expect(values.indexOf(Math.max(...values))).toBe(rows.findIndex(({ threshold }) => threshold === 0.30875));
    expect(got.value.value).toBe(Math.max(...values));
    expect(got.value.value).toBeGreaterThan(3_000);
  });
});
