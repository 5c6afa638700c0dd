import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGraph } from "../../engine/model/check.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { type CompileOptions, compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

const head = `
format: utfall-scenario/1
id: small
title: Small
priceYear: 2025
horizon: 6 years
discounting: 3 %/year
programme: { start: 2026-08, years: 2 }
actors: { town: Town, state: State }
perspectives: { own: [town] }
perspective: own
target: { size: { low: 80, best: 100, high: 120, unit: people/year } }
quantities: { reach: { low: 40 %, best: 50 %, high: 70 % } }
funnel: { reached: reach, dropout: { low: 5 %, best: 10 %, high: 30 % } }
outcomes:
  late:
    title: Late
    better: lower
    baseline: { low: 20 %, best: 30 %, high: 40 % }
    effect:
      relativeReduction: { low: 10 %, best: 20 %, high: 30 % }
      measuredOn: enrolled
      byComponent: { calls: { low: 20 %, best: 40 %, high: 60 % }, visits: rest }
consequences:
  help: { of: late, amount: { low: 20 000, best: 60 000, high: 90 000, unit: kr/case }, gains: town }
  pay: { of: late, amount: 9 000 kr/case, gains: state, starts: 1 year }
components: { calls: Calls, visits: Visits }
costs:
  team: { amount: [50 000 kr, 60 000 kr], drift: 1 %/year, component: { calls: 30 %, visits: rest }, paidBy: town }
  car: { amount: 700 kr/person, per: enrolled, component: visits, paidBy: town }
criteria:
  gain: { title: It pays, test: net.own > 0 kr }
dependence:
  - { between: [target.size, funnel.dropout], correlation: 0.5 }
`;

function checked(text: string): CheckedScenario {
  const outcome = checkText(text, "small.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario;
}

const withOptions = (options: string): CheckedScenario => checked(`${head}options:\n${options}`);

async function run(scenario: CheckedScenario, options: CompileOptions = {}) {
  const request = { ...compile(scenario, options), seed: "options", design: "sobol" as const, draws: 16_384 };
  const finished = await simulate(request, inline());
  if (finished === undefined) throw new Error("the run was ended");
  return finished.result;
}

const mean = (result: Awaited<ReturnType<typeof run>>, id: string) => {
  const output = result.outputs[id];
  if (output?.kind !== "number") throw new Error(`${id} is no number`);
  return output.mean;
};

const ratioOf = (result: Awaited<ReturnType<typeof run>>, id: string) => {
  const output = result.outputs[id];
  if (output?.kind !== "ratio") throw new Error(`${id} is no ratio`);
  return { ratioOfMeans: output.ratioOfMeans };
};

const three = `
  same: { title: The same, set: { funnel.reached: reach, costs.team.amount.y1: 60 000 kr } }
  more: { set: { reach: { low: 45 %, best: 55 %, high: 75 % }, outcomes.late.fidelity: { low: 90 %, best: 100 %, high: 110 % } } }
  less: { without: [visits] }
`;

describe("the draws of a scenario with options", () => {
  test("are those it has without them, to the bit", async () => {
    const plain = await run(checked(head));
    const both = await run(withOptions(three));
    for (const [id, output] of Object.entries(plain.outputs)) expect(both.outputs[id], id).toEqual(output);
    for (const [id, criterion] of Object.entries(plain.criteria)) expect(both.criteria[id], id).toEqual(criterion);
    expect(both.accounts).toEqual(plain.accounts);
    expect(both.rankCorrelations).toEqual(plain.rankCorrelations);
  });

  test("equal settings differ by exactly nothing", async () => {
    const result = await run(withOptions(three), { outputs: ["same-base/benefit.state.y2"] });
    for (const id of ["net.own", "net", "pvCost.own", "cases.late", "benefit.state.y2"])
      expect(result.outputs[`same-base/${id}`], id).toMatchObject({
        mean: { value: 0, se: 0 },
        sd: { value: 0 },
        percentiles: { 5: { value: 0 }, 95: { value: 0 } },
      });
    const [file, same] = result.options!.options;
    expect({ ...same, id: "base", againstBase: undefined, chanceBest: file.chanceBest }).toEqual(file);
  });

  test("whichever leads, the numbers are the same", async () => {
    const scenario = withOptions(three);
    const file = await run(scenario);
    for (const option of ["more", "less"]) {
      const led = await run(scenario, { option });
      for (const id of ["net.own", "pvBenefit", "cases.late"])
        expect(led.outputs[id], id).toEqual(file.outputs[`${option}/${id}`]);
      expect(led.outputs["costPer.late"]).toMatchObject(ratioOf(file, `${option}/costPer.late`));
      expect(led.outputs["base/net.own"]).toEqual(file.outputs["net.own"]);
      expect(led.outputs[`${option}-base/net.own`]).toEqual(file.outputs[`${option}-base/net.own`]);
      expect(led.criteria.gain).toEqual(file.criteria[`${option}/gain`]);
      expect(led.manifest.option).toBe(option);
      expect({ ...led.options, leading: "base" }).toEqual(file.options);
      const alone = await run(scenario, { option, options: "none" });
      for (const [id, output] of Object.entries(alone.outputs)) expect(led.outputs[id], id).toEqual(output);
      expect(alone.options).toBeUndefined();
    }
  });

  test("an input that an option sets takes the same numbers through its own distribution", async () => {
    const scenario = withOptions(`
  moved: { set: { consequences.help.amount: { low: 21 000, best: 61 000, high: 91 000, unit: kr/case } } }
  tied: { set: { funnel.dropout: { low: 6 %, best: 11 %, high: 31 % } } }
`);
    const { graph, data, sources } = compile(scenario);
    checkGraph(graph);
    expect(sources).toEqual({
      "moved/small/consequences.help.amount": { kind: "stream", path: "small/consequences.help.amount" },
      "tied/small/target.size": { kind: "stream", path: "small/target.size" },
      "tied/small/funnel.dropout": { kind: "stream", path: "small/funnel.dropout" },
    });
    // What depends on each other stays so in the option.
    expect(data.correlations.map(({ between }) => between)).toContainEqual([
      "tied/small/target.size",
      "tied/small/funnel.dropout",
    ]);
    const result = await run(scenario, { outputs: ["enrolled", "tied/enrolled", "moved-base/returnPerKrona.own"] });
    // Everybody is reached as before: only dropouts differ, and their number is correlated with that of all.
    expect(result.outputs["tied/enrolled"]).toEqual(result.outputs.enrolled);
    // 1 000 kr more for each avoided case, in every draw: cases of year 0, and of year 1 discounted.
    const more = result.outputs["moved-base/pvBenefit.own"];
    const cases = result.outputs["cases.late"];
    if (more.kind !== "number" || cases.kind !== "number") throw new Error("numbers");
    expect(more.mean.value).toBeCloseTo(500 * cases.mean.value * (1 + 1 / 1.03), 6);
    expect(more.sd.value).toBeCloseTo(500 * cases.sd.value * (1 + 1 / 1.03), 6);
  });

  test("chance falls alike in every option", async () => {
    const result = await run(withOptions(three), { chance: "on" });
    expect(result.outputs["same-base/net.own"]).toMatchObject({ mean: { value: 0, se: 0 }, sd: { value: 0 } });
    expect(mean(result, "more-base/pvBenefit.own").value).toBeGreaterThan(0);
  });
});

const upTo = (most: number, parts: number) => fc.integer({ min: 1, max: most * parts }).map((n) => n / parts);
const values = fc.record({
  size: upTo(500, 10),
  reach: upTo(1, 1000),
  fidelity: upTo(2, 1000),
  cost: upTo(1_000_000, 1),
  rate: upTo(1, 1000).map((share) => share / 10),
});

test("an option is the file with what it sets: law on random numbers, to the bit", () => {
  const text = ({ size, reach, fidelity, cost, rate }: Record<string, number>, options = "") => `
format: utfall-scenario/1
id: law
title: Law
priceYear: 2025
horizon: 5 years
discounting: ${rate}
programme: { years: 2 }
actors: { town: Town }
target: { size: ${size} people }
quantities: { reach: ${reach} }
funnel: { reached: reach }
outcomes:
  late:
    { title: Late, better: lower, baseline: 0.3, fidelity: ${fidelity}, effect: { points: 0.1, measuredOn: enrolled } }
consequences: { help: { of: late, amount: 90000 kr/case, gains: town } }
costs: { team: { amount: ${cost} kr/year, paidBy: town } }
${options}`;
  fc.assert(
    fc.property(values, values, (x, y) => {
      const set = `target.size: ${y.size} people, reach: ${y.reach}, outcomes.late.fidelity: ${y.fidelity}, costs.team.amount: ${y.cost} kr/year`;
      const both = compile(checked(text(x, `options: { other: { set: { ${set} } } }`)));
      const alone = compile(checked(text({ ...y, rate: x.rate })));
      const got = evaluate(both.graph, both.data, {});
      const wanted = evaluate(alone.graph, alone.data, {});
      for (const id of ["net", "pvBenefit", "pvCost", "cases.late"]) expect(got[`other/${id}`], id).toBe(wanted[id]);
      expect(got["other-base/net"]).toBe(got["other/net"] - got.net);
      const best = ["nothing", "base", "other"].map((id) => got[`best/${id}`]);
      expect(best.reduce((sum, one) => sum + one)).toBe(1);
    }),
    { numRuns: 30, seed: 8 },
  );
});

describe("closed forms", () => {
  const certain = (options: string) =>
    checked(`
format: utfall-scenario/1
id: certain
title: Certain
priceYear: 2025
horizon: 8 years
discounting: 4 %/year
programme: { start: 2026-08, years: 2 }
actors: { town: Town }
target: { size: 100 people }
outcomes:
  late:
    title: Late
    better: lower
    baseline: 30 %
    effect: { relativeReduction: 20 %, measuredOn: everyone, byComponent: { calls: 35 %, visits: rest } }
consequences: { help: { of: late, amount: 50 000 kr/case, drift: 2 %/year, gains: town } }
components: { calls: Calls, visits: Visits, rooms: Rooms }
costs:
  team: { amount: 100 000 kr/year, drift: 1 %/year, component: { calls: 30 %, visits: 60 %, rooms: rest }, paidBy: town }
  car: { amount: 7 000 kr/year, component: visits, paidBy: town }
  lead: { amount: 5 000 kr/year, paidBy: town }
options:
${options}`);
  const of = (scenario: CheckedScenario) => {
    const { graph, data } = compile(scenario);
    return evaluate(graph, data, {});
  };

  test("what components leave out is their share of costs and effects", () => {
    const got = of(certain("  calls1: { without: [visits] }\n  bare: { without: [calls, rooms] }"));
    const years = (a: number, b: number) => a + b / 1.04;
    const near = (id: string, exact: number) => expect(Math.abs(got[id] / exact - 1), id).toBeLessThan(1e-12);
    near("pvCost", years(112_000, 101_000 + 12_000));
    near("calls1/pvCost", years(0.4 * 100_000 + 5_000, 0.4 * 101_000 + 5_000));
    near("bare/pvCost", years(0.6 * 100_000 + 12_000, 0.6 * 101_000 + 12_000));
    near("cases.late", 12);
    near("calls1/cases.late", 0.35 * 12);
    near("bare/cases.late", 0.65 * 12);
  });

  test("a later start moves all money, at the prices of its own years", () => {
    const got = of(certain("  later: { set: { programme.start: 2029-08 } }"));
    const at = (year: number, growth: number) => ((1 + growth) / 1.04) ** year;
    const near = (id: string, exact: number) => expect(Math.abs(got[id] / exact - 1), id).toBeLessThan(1e-12);
    near("later/pvBenefit", 6 * 50_000 * (at(3, 0.02) + at(4, 0.02)) * 1);
    near("later/pvCost", 100_000 * (at(3, 0.01) + at(4, 0.01)) + 12_000 * (at(3, 0) + at(4, 0)));
    near("later/cases.late", 12);
  });

  test("a longer programme stands on the same horizon", () => {
    const got = of(certain("  long: { set: { programme.years: 3, costs.lead.when: year 0 } }"));
    expect(got["long/cases.late"]).toBeCloseTo(18, 12);
    expect(got["long-base/pvCost"]).toBeCloseTo((102_010 + 7_000) / 1.04 ** 2 - 5_000 / 1.04, 6);
  });

  test("a new cost is an option's own", () => {
    const got = of(certain("  staffed: { set: { costs.nurse: { amount: 30 000 kr, when: year 1, paidBy: town } } }"));
    expect(got["staffed-base/pvCost"]).toBeCloseTo(30_000 / 1.04, 8);
    expect(got["staffed-base/net"]).toBe(got["staffed/net"] - got.net);
  });
});

test("which is best, dominance and what more effect costs", async () => {
  const scenario = checked(`
format: utfall-scenario/1
id: steps
title: Steps
priceYear: 2025
horizon: 1 year
actors: { town: Town }
target: { size: 100 people }
outcomes:
  late: { title: Late, better: lower, baseline: 50 %, effect: { points: 10 %, measuredOn: everyone } }
costs: { team: { amount: 1 000 kr/year, paidBy: town } }
options:
  dear: { set: { costs.team.amount: 9 000 kr/year, outcomes.late.effect.points: 20 % } }
  between: { set: { costs.team.amount: 6 000 kr/year, outcomes.late.effect.points: 15 % } }
  worse: { set: { costs.team.amount: 1 500 kr/year } }
`);
  const { options } = await run(scenario);
  const late = options!.frontiers.find(({ effect }) => effect === "late")!;
  expect(Object.entries(late.options).map(([id, { status }]) => [id, status])).toEqual([
    ["nothing", "frontier"],
    ["base", "frontier"],
    ["dear", "frontier"],
    ["between", "extendedlyDominated"],
    ["worse", "dominated"],
  ]);
  expect(late.steps.map(({ from, to, costPerEffect }) => [from, to, costPerEffect?.value])).toEqual([
    ["nothing", "base", 100],
    ["base", "dear", 800],
  ]);
  // Nothing is gained in money: doing nothing is best.
  expect(options!.options.map(({ id, chanceBest }) => [id, chanceBest.value])).toEqual([
    ["base", 0],
    ["dear", 0],
    ["between", 0],
    ["worse", 0],
    ["nothing", 1],
  ]);
});

describe("figures of options", () => {
  const scenario = withOptions(three);

  test("are asked for by path", () => {
    const outputs = [
      "more/net.town.y2",
      "more-less/net",
      "less-nothing/pvCost.own",
      "more-base/costPer.late",
      "base/paybackYear",
      "more-base/internalRate",
    ];
    const { graph } = compile(scenario, { outputs });
    const ids = graph.outputs.map(({ id }) => id);
    for (const id of outputs.slice(0, 4)) expect(ids).toContain(id);
    expect(ids).toContain("paybackYear");
    checkGraph(graph);
  });

  test.each([
    ["mroe/net", /mroe|figure/],
    ["more-lees/net", /lees/],
    ["more/ned", /ned/],
    ["nothing/net", /nothing/],
  ])("%s is refused", (output, words) => {
    expect(() => compile(scenario, { outputs: [output] })).toThrow(words);
  });

  test("an option that there is not is told with the nearest", () => {
    expect(() => compile(scenario, { option: "mroe" })).toThrow(/mroe/);
  });

  test("a scenario without options has nothing of it", () => {
    const { graph, data, sources, comparison, assumptions } = compile(checked(head));
    expect([sources, comparison, assumptions]).toEqual([undefined, undefined, undefined]);
    expect(Object.keys(data.parameters).filter((name) => name.includes("/"))).toEqual([]);
    expect(graph.inputs.map(({ path }) => path)).not.toContain("small/outcomes.late.effect.byComponent.calls");
  });
});

test("the checked content says the same again", () => {
  const scenario = withOptions(
    `${three}  far: { set: { programme.start: 2028-08, costs.team: { amount: 5 kr/year, paidBy: town } } }\n`,
  );
  const again = checkValue(scenario.content);
  if (!again.ok) throw new Error(JSON.stringify(again.issues));
  expect(again.scenario.hash).toBe(scenario.hash);
  expect(again.scenario.options!.map(({ option }) => option)).toEqual(scenario.options!.map(({ option }) => option));
  expect(compile(again.scenario).graph).toEqual(compile(scenario).graph);
});

test("warnings of an option name it; what another option uses is not called unused", () => {
  const scenario =
    checked(`${head.replace("quantities: { reach", "quantities: { spare: 20 %, unused: 3, reach")}options:
  wide: { set: { consequences.help.amount: { as: lognormal, median: 40 000, sdlog: 2, unit: kr/case } } }
  narrow: { set: { funnel.reached: spare } }
`);
  expect(scenario.warnings.map(({ code, option }) => [code, option])).toEqual([
    ["quantityUnused", undefined],
    ["cashableMissing", undefined],
    ["wideTails", "wide"],
    ["oneDrawForMany", "wide"],
  ]);
});
