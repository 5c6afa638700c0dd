import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { differences, planOf } from "../kernel/sameBits.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

/** Two cohorts of 100; a case avoided is worth 100 tkr in the year after, and half of that in the year after that. */
const scenario = (implementation: string, more = "") => `
format: utfall-scenario/1
id: scaled
title: From project to ordinary operation
priceYear: 2025
programme: { years: 2 }
horizon: 5 years
discounting: 4 %/year
actors: { school: School, care: Care }
perspectives: { organisation: [school, care] }
perspective: organisation
quantities:
  group: { low: 80, best: 100, high: 120, unit: people/year }
target: { size: group }
funnel: { accepted: 80 %, dropout: 10 %, dropouts: { effectKept: 0 % } }
outcomes:
  late:
    title: Late
    better: lower
    baseline: 50 %
    effect: { relativeReduction: { mean: 20 %, sd: 4 % }, measuredOn: completed }
    starts: 1 year
    lasts: 2 years
    keeps: 50 %/year
consequences: { help: { title: Help, of: late, amount: 100 tkr/case/year, gains: care } }
costs: { run: { title: Run, amount: 300 tkr/year, paidBy: school } }
criteria: { pays: { title: Pays, test: net.organisation > 0 kr } }
implementation:
${implementation}
${more}`;

const middle = { "scaled/group": 100, "scaled/outcomes.late.effect.relativeReduction": 0.2 };

function figures(implementation: string, outputs: readonly string[] = [], inputs: Record<string, number> = {}) {
  const { graph, data } = compile(checked(scenario(implementation)), { outputs });
  return evaluate(graph, data, { ...middle, ...inputs });
}

const asProject = `
  target: group
  amount: 300 tkr/year
  paidBy: school
  effectKept: 100 %`;

const whole = `
  decision: after 2 years
  target: 260 people/year
  funnel: { accepted: 70 %, dropout: 20 % }
  stages: { year 3: 50 %, year 4: 100 % }
  amount: 700 tkr/year
  oneOff: { training: 100 tkr }
  replaces: { amount: 50 tkr/year, by: care }
  paidBy: { school: 75 %, care: 25 % }
  drift: 1 %/year
  effectKept: { fidelity: 90 %, context: 80 %, loss: 5 % }
  marginalCost: { perDoubling: 10 % }`;

/** The same by hand, in plain numbers: years 0 to 8, ordinary operation in years 3, 4 and 5. */
function byHand({ accepted = 0.7, dropout = 0.2, kept = 0.9 * 0.8 * 0.95, doubling = 0.1, first = 3, years = 3 } = {}) {
  const share = (year: number) => (year < first ? 0 : year === first ? 0.5 : 1);
  const cost = Array<number>(9).fill(0);
  const benefit = Array<number>(9).fill(0);
  let cases = 0;
  let completed = 0;
  for (let year = first; year < first + years; year++) {
    const people = 260 * share(year);
    const running = 700_000 * share(year) * (people / 100) ** Math.log2(1 + doubling);
    const once = 100_000 * (share(year) - share(year - 1));
    cost[year] = (running + once - 50_000 * share(year)) * 1.01 ** year;
    const avoided = people * accepted * (1 - dropout) * 0.5 * 0.2 * kept;
    completed += people * accepted * (1 - dropout);
    cases += avoided;
    benefit[year + 1] += 100_000 * avoided;
    benefit[year + 2] += 50_000 * avoided;
  }
  const worth = (flow: readonly number[]) => flow.reduce((sum, kr, year) => sum + kr / 1.04 ** year, 0);
  const [pvBenefit, pvCost] = [worth(benefit), worth(cost)];
  const net = (last: number) => worth(benefit.slice(0, last + 1)) - worth(cost.slice(0, last + 1));
  const paybackYear = [3, 4, 5, 6, 7, 8].find((year) => net(year) >= 0) ?? 9;
  return { pvBenefit, pvCost, net: pvBenefit - pvCost, cases, completed, cost, benefit, paybackYear };
}

test("alike in everything, ordinary operation is the project so many years later", () => {
  const outputs = ["scaleUp/benefit.care.y3", "benefit.care.y1", "scaleUp/returnPerKrona"];
  for (const size of [90, 117]) {
    const got = figures(asProject, outputs, { "scaled/group": size });
    expect(got["scaleUp/net"]).toBeCloseTo(got.net / 1.04 ** 2, 8);
    expect(got["scaleUp/cases.late"]).toBeCloseTo(got["cases.late"], 12);
    expect(got["scaleUp/returnPerKrona"]).toBeCloseTo(got.returnPerKrona, 12);
    expect(got["scaleUp/benefit.care.y3"]).toBeCloseTo(got["benefit.care.y1"], 8);
    expect(got["criteria.scaleUp/pays"]).toBe(got["criteria.pays"]);
    for (const lost of ["Effect", "AsInProject"])
      expect(got).toHaveProperty(`scale${lost === "Effect" ? "LostTo" : "Net"}${lost}.organisation`);
    expect(got["scaleLostToEffect.organisation"]).toBe(0);
    expect(got.scaleFailsAfterSuccess).toBe(0);
  }
});

test("cases are in proportion to the people and to the effect that is kept, whatever the numbers", () => {
  const { graph, data } = compile(checked(scenario(asProject.replace("target: group", "target: 150 people/year"))));
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(20, 400), number(1, 900), number(-0.3, 0.9), number(0, 2), (group, target, effect, kept) => {
      const own = { "implementation.target": target, "implementation.effectKept": kept };
      const drawn = { "scaled/group": group, "scaled/outcomes.late.effect.relativeReduction": effect };
      const got = evaluate(graph, { ...data, parameters: { ...data.parameters, ...own } }, drawn);
      const times = (target / group) * kept;
      expect(got["scaleUp/cases.late"]).toBeCloseTo(got["cases.late"] * times, 8);
      const lost = got["scaleNetAsInProject.organisation"] - got["scaleLostToEffect.organisation"];
      expect(lost).toBeCloseTo(got["scaleUp/net.organisation"], 4);
    }),
    { numRuns: 15, seed: 1 },
  );
});

describe("by hand", () => {
  const got = figures(whole, [
    "scaleUp/cost.school.y4",
    "scaleUp/cost.oneOff.school",
    "scaleUp/cost.released",
    "scaleUp/benefit.y7",
    "implementationCost.y4",
    "scaleUp/completed.y0",
  ]);
  const hand = byHand();

  test("people, cases, money, actors and years", () => {
    expect(got["scaleUp/completed"]).toBeCloseTo(hand.completed, 10);
    expect(got["scaleUp/completed.y0"]).toBeCloseTo(260 * 0.5 * 0.7 * 0.8, 10);
    expect(got["scaleUp/cases.late"]).toBeCloseTo(hand.cases, 10);
    expect(got["scaleUp/pvBenefit.organisation"]).toBeCloseTo(hand.pvBenefit, 6);
    expect(got["scaleUp/pvCost.organisation"]).toBeCloseTo(hand.pvCost, 6);
    expect(got["scaleUp/net.organisation"]).toBeCloseTo(hand.net, 6);
    expect(got["scaleUp/net.school"] + got["scaleUp/net.care"]).toBeCloseTo(hand.net, 6);
    hand.benefit.slice(3, 6).forEach((kr, k) => {
      expect(got[`scaleUp/benefit.organisation.y${k + 3}`]).toBeCloseTo(kr, 6);
      expect(got[`scaleUp/cost.organisation.y${k + 3}`]).toBeCloseTo(hand.cost[k + 3], 6);
    });
    expect(got["scaleUp/paybackYear.organisation"]).toBe(hand.paybackYear);
    expect(got["scaleUp/benefit.y7"]).toBeCloseTo(hand.benefit[7], 6);
    const perKrona = hand.pvBenefit / hand.pvCost;
    expect(got["scaleUp/returnPerKrona.organisation"]).toBeCloseTo(perKrona, 12);
  });

  test("items of its cost, and the forecast beside the project say the same", () => {
    const drifted = 1.01 ** 4;
    const running = 700_000 * 2.6 ** Math.log2(1.1);
    expect(got["scaleUp/cost.school.y4"]).toBeCloseTo(0.75 * (running + 50_000) * drifted, 6);
    expect(got["scaleUp/cost.oneOff.school"]).toBeCloseTo(0.75 * 50_000 * (1.01 ** 3 + 1.01 ** 4), 6);
    expect(got["scaleUp/cost.released"]).toBeCloseTo(-50_000 * (0.5 * 1.01 ** 3 + 1.01 ** 4 + 1.01 ** 5), 6);
    expect(got["implementationCost.y4"]).toBeCloseTo((running + 50_000) * drifted, 6);
    expect(got.implementationYearlyCost).toBeCloseTo(running, 6);
  });

  test("what is lost on the way adds up", () => {
    const asInProject = byHand({ accepted: 0.8, dropout: 0.1, kept: 1, doubling: 0 }).net;
    const withFunnel = byHand({ kept: 1, doubling: 0 }).net;
    const withEffect = byHand({ doubling: 0 }).net;
    expect(got["scaleNetAsInProject.organisation"]).toBeCloseTo(asInProject, 6);
    expect(got["scaleLostToReach.organisation"]).toBeCloseTo(asInProject - withFunnel, 6);
    expect(got["scaleLostToEffect.organisation"]).toBeCloseTo(withFunnel - withEffect, 6);
    expect(got["scaleLostToMarginalCost.organisation"]).toBeCloseTo(withEffect - hand.net, 6);
    expect(got.scaleEffectKept).toBeCloseTo(0.684, 12);
  });

  test("a project first, or full scale at once", () => {
    const atOnce = byHand({ first: 0, years: 6 }).net;
    expect(got["scaleAtOnce.organisation"]).toBeCloseTo(atOnce, 6);
    const carriedOn = got["criteria.pays"] === 1 ? hand.net : 0;
    expect(got["pilotFirst.organisation"]).toBeCloseTo(got["net.organisation"] + carriedOn, 6);
    expect(got["pilotingGain.organisation"]).toBeCloseTo(got["pilotFirst.organisation"] - atOnce, 6);
    // With a weaker effect the project does not pay, and is not carried on.
    const weak = figures(whole, [], { "scaled/outcomes.late.effect.relativeReduction": 0.05 });
    expect(weak["criteria.pays"]).toBe(0);
    expect(weak["pilotFirst.organisation"]).toBeCloseTo(weak["net.organisation"], 8);
    expect(weak.scaleFailsAfterSuccess).toBe(0);
    const narrow = figures(whole, [], { "scaled/outcomes.late.effect.relativeReduction": 0.08 });
    expect([narrow["criteria.pays"], narrow["criteria.scaleUp/pays"], narrow.scaleFailsAfterSuccess]).toEqual([
      1, 0, 1,
    ]);
  });
});

test("each stage may have its own cost for what it adds", () => {
  const text = whole.replace("{ perDoubling: 10 % }", "{ stages: { year 4: 140 % } }");
  const got = figures(text, ["scaleUp/cost.operation.y3", "scaleUp/cost.operation.y4"]);
  expect(got["scaleUp/cost.operation.y3"]).toBeCloseTo(350_000 * 1.01 ** 3, 6);
  expect(got["scaleUp/cost.operation.y4"]).toBeCloseTo((350_000 + 1.4 * 350_000) * 1.01 ** 4, 6);
  expect(got.implementationYearlyCost).toBeCloseTo(840_000, 6);
});

describe("sites that differ", () => {
  const sites = `${asProject}
  years: 3
  sites: { number: 4, open: { year 2: 1, year 3: 4 }, between: { late: { sd: 6 %, se: 5 % } } }`;
  const score = (name: string) => `scaled/implementation.sites.between.late.score.${name}`;
  const at = (scores: Record<string, number>) =>
    figures(
      sites,
      ["scaleUp/cases.late.y0", "scaleUp/cases.late.y1"],
      Object.fromEntries(["y2", "y3", "oneSite", "followUp"].map((name) => [score(name), scores[name] ?? 0] as const)),
    );
  const each = 100 * 0.8 * 0.9 * 0.5;

  test("what differs averages out as one over the sites that are open", () => {
    const none = at({});
    const [first, later] = [at({ y2: 1 }), at({ y3: 1 })];
    const moved = (one: Record<string, number>, year: string, people: number) =>
      (one[`scaleUp/cases.late.${year}`] - none[`scaleUp/cases.late.${year}`]) / (each * people);
    expect(none["scaleUp/cases.late.y0"]).toBeCloseTo((each * 0.2) / 4, 12);
    expect(moved(first, "y0", 1 / 4)).toBeCloseTo(0.06, 12);
    expect(moved(later, "y0", 1 / 4)).toBe(0);
    const variance = moved(first, "y1", 1) ** 2 + moved(later, "y1", 1) ** 2;
    expect(variance).toBeCloseTo(0.06 ** 2 / 4, 14);
  });

  test("one site taken at random, and what its own follow-up shows", () => {
    const of = (scores: Record<string, number>) => {
      const got = at(scores);
      return [got["siteWorsens.late"], got["siteSeenBetter.late"], got["siteSeenWorse.late"]];
    };
    expect(of({})).toEqual([0, 1, 0]);
    expect(of({ oneSite: -2 })).toEqual([0, 0, 0]);
    expect(of({ oneSite: -3.5 })).toEqual([1, 0, 0]);
    expect(of({ oneSite: -3.5, followUp: -2 })).toEqual([1, 0, 1]);
    expect(of({ followUp: -2.1 })).toEqual([0, 0, 0]);
  });

  test("losses add up with sites too, and kernel and interpreter agree to the bit", () => {
    const got = at({ y2: 0.7, y3: -1.1 });
    const lost = got["scaleLostToEffect.organisation"] + got["scaleLostToSites.organisation"];
    expect(got["scaleNetAsInProject.organisation"] - lost).toBeCloseTo(got["scaleUp/net.organisation"], 6);
    const { graph, data } = compile(
      checked(
        scenario(whole.replace("  stages: { year 3: 50 %, year 4: 100 % }", "").concat(sites.split("years: 3")[1])),
      ),
    );
    const model = { graph, data };
    expect(differences(model, planOf(), [0, 3])).toEqual([]);
  });
});

describe("apart from the project", () => {
  test("nothing else moves, and what only ordinary operation draws stands in a suite of its own", () => {
    const more = whole.replace("context: 80 %", "context: { low: 60 %, best: 80 %, high: 95 % }");
    const own = compile(checked(scenario(more)));
    const bare = compile(checked(scenario(more.slice(0, more.indexOf("  effectKept")).replace(/ {2}funnel.*\n/, ""))));
    const before = evaluate(bare.graph, bare.data, middle);
    const got = evaluate(own.graph, own.data, { ...middle, "scaled/implementation.effectKept.context": 0.8 });
    for (const [id, value] of Object.entries(before))
      if (!id.startsWith("implementation")) expect(got[id], id).toBe(value);
    expect(bare.graph.outputs.some(({ id }) => /scale|pilot/i.test(id))).toBe(false);
    expect(own.graph.inputs.map(({ suite }) => suite)).toEqual([
      "scaled/parameters",
      "scaled/parameters",
      "scaled/scale",
    ]);
  });

  test("what the file does not say enough for is refused", () => {
    const codes = (implementation: string, figure: string) => {
      const text = scenario(implementation, `success: { all: [pays, ${figure} > 0] }`);
      const outcome = checkText(text, "a.yaml");
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
    };
    const bare = asProject.replace(/\n {2}effectKept.*/, "");
    expect(codes(bare, "scaleUp/cases.late")).toEqual(["figureScale"]);
    expect(codes(bare, "scaleEffectKept")).toEqual(["figureImplementation"]);
    expect(codes(asProject, "siteWorsens.late")).toEqual(["figureImplementation"]);
    expect(codes(asProject, "scaleUp/scaleEffectKept")).toEqual(["figureForecast"]);
    expect(codes(asProject, "scaleUp/net.y6")).toEqual([]);
    expect(codes(asProject, "scaleUp/net.y7")).toEqual(["figureYear"]);
    expect(codes(asProject, "scaleUp/cost.run")).toEqual(["figurePart"]);
    expect(codes(asProject, "scaleEffectKept")).toEqual([]);
    expect(() => compile(checked(scenario(asProject, "success: { all: [pays, pilotFirst > 0 kr] }")))).toThrow(
      UtfallError,
    );
  });
});

describe("learning between cohorts", () => {
  const cases = (learning: string) => {
    const text = scenario(asProject).replace("    starts: 1 year", `    learning: ${learning}\n    starts: 1 year`);
    const long = text.replace("years: 2 }", "years: 4 }").replace("horizon: 5", "horizon: 8");
    const { graph, data } = compile(checked(long), { outputs: [0, 1, 2, 3].map((year) => `cases.late.y${year}`) });
    const got = evaluate(graph, data, middle);
    expect(got["statedEffect.late"]).toBe(0.2);
    return [0, 1, 2, 3].map((year) => got[`cases.late.y${year}`] / 7.2);
  };

  test("a share of the first one's effect for each, up to the most; or as listed", () => {
    expect(cases("{ perCohort: 5 %, most: 12 % }")).toEqual([1, 1.05, 1.1, 1.12].map((x) => expect.closeTo(x, 12)));
    expect(cases("{ perCohort: 5 % }")).toEqual([1, 1.05, 1.1, 1.15].map((x) => expect.closeTo(x, 12)));
    expect(cases("[0 %, 8 %, 10 %]")).toEqual([1, 1.08, 1.1, 1.1].map((x) => expect.closeTo(x, 12)));
  });
});
