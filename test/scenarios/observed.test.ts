import { describe, expect, test } from "vitest";
import { inline, simulate } from "../../engine/index.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

type Content = Readonly<Record<string, unknown>>;

function checked(content: Content) {
  const outcome = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    programme: { years: 2 },
    discounting: "3 %/year",
    target: { size: "100 people" },
    ...content,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario;
}

const run = async (content: Content, draws = 16384) => {
  const scenario = checked(content);
  const finished = await simulate({ ...compile(scenario), seed: "1", design: "sobol", draws }, inline());
  return finished!.result;
};

const valuesOf = (content: Content, outputs: readonly string[], inputs: Readonly<Record<string, number>> = {}) => {
  const { graph, data } = compile(checked(content), { outputs });
  const noise = Object.fromEntries(graph.inputs.map(({ path }) => [path, inputs[path] ?? 0]));
  return evaluate(graph, data, noise);
};

describe("a follow-up that counts people", () => {
  /** P(X ≥ 0.4·n) of a binomial count. */
  const table = [
    [20, "40 %", 0.5841],
    [60, "40 %", 0.5489],
    [200, "40 %", 0.5268],
    [20, "35 %", 0.399],
    [60, "35 %", 0.2471],
    [200, "35 %", 0.0805],
  ] as const;

  test("a goal of 40 % is seen to be met as often as the binomial distribution says", async () => {
    const outcomes = Object.fromEntries(
      table.map(([n, rate], i) => [
        `x${i}`,
        {
          title: "Well",
          better: "higher",
          baseline: "20 %",
          effect: { points: rate === "40 %" ? "20 pp" : "15 pp", measuredOn: "everyone" },
          measurement: { participants: n },
        },
      ]),
    );
    const criteria = Object.fromEntries(table.map((_, i) => [`met${i}`, { test: `observedRate.x${i} >= 40 %` }]));
    const { criteria: found } = await run({ outcomes, criteria });
    table.forEach(([n, rate, wanted], i) => {
      const { value } = found[`met${i}`].probability;
      expect(Math.abs(value - wanted), `${n} of ${rate}: ${value}`).toBeLessThan(2e-4);
    });
  });
});

describe("what is seen is what is true, and an error", () => {
  const changes = { participants: "-30 %", comparison: "-12 %" };
  const absence = {
    title: "Absence",
    unit: "hours/person/year",
    better: "lower",
    baseline: "50 hours/person/year",
    effect: { changes, measuredOn: "everyone", buildUp: ["50 %", "100 %"] },
  };
  const of = (measurement: object, more: object = {}) => ({ outcomes: { x: { ...absence, measurement, ...more } } });
  const all = [
    "observed.x",
    "observed.x.y0",
    "observedGross.x",
    "observedGross.x.y0",
    "observedRate.x",
    "observedRate.x.y0",
  ];

  test("with a stated error: of the last year unless one is named, its own error each year", () => {
    const noise = { "a/observed.x.y0": 1.5, "a/observed.x.y1": -2 };
    const got = valuesOf(of({ sd: "4 %" }), all, noise);
    const wanted = [0.18 - 0.08, 0.09 + 0.06, 0.3 - 0.08, 0.21 + 0.06, 50 * (1 - 0.22), 50 * (1 - 0.27)];
    all.forEach((id, i) => {
      expect(got[id], id).toBeCloseTo(wanted[i], 12);
    });
    expect(got["improvementNet.x"]).toBeCloseTo(0.18, 14);
  });

  test("of so many people: the means of both groups, each with its own error", () => {
    const measurement = { participants: 25, comparison: 100, sdBetweenPeople: "20 hours/person/year" };
    const noise = { "a/observed.x.y1": 1, "a/observed.x.comparison.y1": -0.5 };
    const got = valuesOf(of(measurement), all, noise);
    const [seen, others] = [35 + 20 / 5, 44 - 0.5 * 2];
    expect(got["observedRate.x"]).toBeCloseTo(seen, 12);
    expect(got["observed.x"]).toBeCloseTo((others - seen) / 50, 12);
    expect(got["observedGross.x"]).toBeCloseTo((50 - seen) / 50, 12);
  });

  test("without a comparison group what is seen is the whole change, of everybody unless said", () => {
    const got = valuesOf(of({ sdBetweenPeople: "20 hours/person/year" }), all, { "a/observed.x.y1": 1 });
    expect(got["observed.x"]).toBeCloseTo((15 - 20 / 10) / 50, 12);
    expect(got["observed.x"]).toBe(got["observedGross.x"]);
  });

  test("deductions are taken off what is seen as off what is true", () => {
    const deductions = { deadweight: { gross: "20 %" } };
    const measurement = { participants: 25, comparison: 25, sdBetweenPeople: "20 hours/person/year" };
    const got = valuesOf(of(measurement, { deductions }), all);
    expect(got["observed.x"]).toBeCloseTo(0.18 * 0.8, 12);
    expect(got["observed.x"]).toBeCloseTo(got["improvementNet.x"], 12);
    expect(valuesOf(of({ sd: "4 %" }, { deductions }), all)["observed.x"]).toBeCloseTo(0.18 * 0.8, 12);
  });

  const target = {
    segments: { some: { title: "Some" }, others: { title: "Others" } },
    size: { some: "20 people", others: "80 people" },
  };
  const level = { some: "200 hours/person/year", others: "50 hours/person/year" };
  const segments = ["observed.x.some", "observed.x.others", "observed.x", "observedRate.x"];

  test("one error is everybody's; one for each segment weighs as the segment's level does", () => {
    const common = { ...of({ sd: "4 %" }, { baseline: level }), target };
    const got = valuesOf(common, segments, { "a/observed.x.y1": 1 });
    for (const id of segments.slice(0, 3)) expect(got[id], id).toBeCloseTo(0.22, 12);
    expect(got["observedRate.x"]).toBeCloseTo(80 * (1 - 0.34), 12);
    const apart = { ...of({ sd: { some: "4 %", others: "2 %" } }, { baseline: level }), target };
    const noise = { "a/some/observed.x.y1": 1, "a/others/observed.x.y1": -1 };
    const own = valuesOf(apart, segments, noise);
    expect(own["observed.x.some"]).toBeCloseTo(0.22, 12);
    expect(own["observed.x.others"]).toBeCloseTo(0.16, 12);
    // Both segments carry 4,000 hours.
    expect(own["observed.x"]).toBeCloseTo(0.19, 12);
  });

  test("counted segments add up; counted together they are not told apart", () => {
    const falls = {
      title: "Falls",
      better: "lower",
      baseline: { some: "60 %", others: "20 %" },
      effect: absence.effect,
    };
    const outcome = (measurement: object) => ({ outcomes: { x: { ...falls, measurement } }, target });
    const got = valuesOf(outcome({ comparison: { some: 20, others: 80 } }), segments);
    // The middle of each count: medians of binomials with probabilities 0.42, 0.14, 0.528 and 0.176.
    const [some, others] = [(11 - 8) / 20, (14 - 11) / 80];
    expect(got["observed.x.some"]).toBeCloseTo(some / 0.6, 12);
    expect(got["observed.x.others"]).toBeCloseTo(others / 0.2, 12);
    expect(got["observed.x"]).toBeCloseTo((0.2 * some + 0.8 * others) / (0.2 * 0.6 + 0.8 * 0.2), 12);
    expect(() => compile(checked(outcome({ participants: 100 })), { outputs: ["observed.x.some"] })).toThrow();
    expect(valuesOf(outcome({ participants: 50 }), ["observedRate.x"])["observedRate.x"]).toBeCloseTo(0.2, 12);
  });

  test("measuring moves nothing that happens", async () => {
    const uncertain = { changes: { ...changes, participants: { mean: "-30 %", sd: "5 %" } }, measuredOn: "everyone" };
    const without = await run({ outcomes: { x: { ...absence, effect: uncertain } } });
    const measured = { sd: { mean: "4 %", sd: "1 %", min: "0 %" } };
    const withIt = await run({ outcomes: { x: { ...absence, effect: uncertain, measurement: measured } } });
    expect(withIt.outputs).toEqual(without.outputs);
    expect(withIt.manifest.chance).toBeUndefined();
  });
});
