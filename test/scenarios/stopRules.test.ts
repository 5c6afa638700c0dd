import { describe, expect, test } from "vitest";
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
});
