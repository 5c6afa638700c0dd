import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { about } from "../../scenarios/about.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

/** 100 people a year for two years, 20 % fewer cases of 50, at 100 tkr each; 300 tkr a year to run it. */
const scenario = (risks: string, more = "") => `
format: utfall-scenario/1
id: risky
title: Risky
priceYear: 2025
programme: { years: 2 }
horizon: 4 years
discounting: 0 %/year
perspective: organisation
actors: { town: { title: Town, parts: { school: School, care: Care } }, state: State }
perspectives: { organisation: [town] }
target: { size: 100 people/year }
funnel: { accepted: 80 %, harmed: 0 % }
outcomes:
  sick: { title: Sick, baseline: 50 %, better: lower, effect: { relativeReduction: 20 %, measuredOn: enrolled }, lasts: 1 year }
consequences:
  stays: { of: sick, amount: 100 tkr/case, gains: care, kind: fiscal, cashable: 100 % }
costs:
  team: { amount: 300 tkr/year, paidBy: school }
criteria: { gain: { test: net > 0 kr } }
${risks}
${more}`;

const three = `risks:
  turnover:
    likelihood: medium
    hits: { outcomes.sick.effect: { times: 60 % } }
    cost: { amount: 50 tkr, paidBy: school }
    mitigated: { likelihood: low, cost: 10 tkr/year, paidBy: state }
  declined:
    likelihood: 20 %
    hits: { funnel.accepted: { times: 50 % } }
    mitigated: { likelihood: 5 %, cost: 30 tkr, paidBy: school }
  dearer:
    likelihood: 40 %
    when: from year 1
    hits: { costs.team: { plus: 100 tkr/year } }`;

/** Net of everybody in a state of the three risks, worked out by hand. */
function netOf(turnover: boolean, declined: boolean, dearer: boolean): number {
  const enrolled = declined ? 40 : 80;
  const cases = 2 * enrolled * 0.5 * 0.2 * (turnover ? 0.6 : 1);
  return cases * 100_000 - 600_000 - (turnover ? 50_000 : 0) - (dearer ? 100_000 : 0);
}

const states = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [bits & 1, bits & 2, bits & 4].map((bit) => bit > 0));
const chances = [0.3, 0.2, 0.4];
/** Mean over all states of the risks, each with its chance. */
const meanOf = (value: (state: readonly boolean[]) => number, of = chances): number =>
  states.reduce(
    (sum, state) => sum + state.reduce((share, on, k) => share * (on ? of[k] : 1 - of[k]), 1) * value(state),
    0,
  );
const expectedNet = (of = chances) => meanOf(([a, b, c]) => netOf(a, b, c), of);

const inputsOf = ([turnover, declined, dearer]: readonly boolean[]) => ({
  "risky/turnover": turnover ? 0 : 1,
  "risky/declined": declined ? 0 : 1,
  "risky/dearer": dearer ? 0 : 1,
});

describe("three risks with fixed numbers", () => {
  const { graph, data } = compile(checked(scenario(three)), { outputs: ["pvCost.turnover", "happened.dearer.y0"] });

  test("net in each of the eight states, and what each risk takes there", () => {
    for (const state of states) {
      const got = evaluate(graph, data, inputsOf(state));
      const [turnover, declined, dearer] = state;
      const own = netOf(turnover, declined, dearer);
      expect(got.net).toBeCloseTo(own, 6);
      expect(got["risks/turnover/expectedLoss"]).toBeCloseTo(netOf(false, declined, dearer) - own, 6);
      expect(got["risks/declined/expectedLoss.organisation"]).toBeCloseTo(netOf(turnover, false, dearer) - own, 6);
      expect(got["risks/dearer/successChange"]).toBe(Number(own > 0) - Number(netOf(turnover, declined, false) > 0));
      expect(got["happened.dearer"]).toBe(Number(dearer));
      expect(got["happened.dearer.y0"]).toBe(0);
      expect(got["pvCost.turnover"]).toBe(turnover ? 50_000 : 0);
      expect(got["statedEffect.sick"]).toBe(0.2);
    }
  });

  test("the mixture: expected net, expected losses, worth of mitigation", async () => {
    const request = { ...compile(checked(scenario(three))), seed: "1", design: "sobol" as const, draws: 65_536 };
    const { result } = (await simulate(request, inline()))!;
    const within = (figure: { value: number; se: number }, expected: number) => {
      expect(Math.abs(figure.value - expected)).toBeLessThan(5 * figure.se + 1e-6);
      expect(figure.se).toBeLessThan(2_000);
    };
    const net = result.outputs.net;
    if (net.kind !== "number") throw new Error("net is a number");
    within(net.mean, expectedNet());
    const { risks, allMitigated } = result.risks!;
    const without = (k: number) => chances.map((chance, j) => (j === k ? 0 : chance));
    risks.forEach((risk, k) => {
      const loss = expectedNet(without(k)) - expectedNet();
      within(risk.expectedLoss.all, loss);
      within(risk.lossIfHappens!.all, loss / chances[k]);
      expect(Math.abs(risk.chance.value - chances[k])).toBeLessThan(5 * risk.chance.se + 1e-9);
    });
    expect(risks.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    // Nobody in the organisation pays what the state does.
    within(risks[0].mitigation!.worth.all, expectedNet([0.1, 0.2, 0.4]) - expectedNet() - 20_000);
    within(risks[0].mitigation!.worth.leading!, expectedNet([0.1, 0.2, 0.4]) - expectedNet());
    within(risks[1].mitigation!.worth.all, expectedNet([0.3, 0.05, 0.4]) - expectedNet() - 30_000);
    expect(risks[1].mitigation!.cost!.value).toBe(30_000);
    within(allMitigated!.all, expectedNet([0.1, 0.05, 0.4]) - expectedNet() - 50_000);
    expect(risks[2].mitigation).toBeUndefined();
    expect(result.manifest.chance).toBeUndefined();
    expect(result.varianceByLevel).toBeUndefined();
  });
});

describe("warnings", () => {
  const codes = (risks: string, funnel = "harmed: 0 %") =>
    checked(scenario(risks).replace("harmed: 0 %", funnel)).warnings.map(({ code }) => code);

  test("harm is always a risk, a risk does something, and a share stays one", () => {
    const idle = "risks: { idle: { likelihood: low } }";
    expect(codes(idle, "dropout: 0 %")).toEqual(expect.arrayContaining(["riskHarm", "riskIdle"]));
    expect(codes(idle)).not.toContain("riskHarm");
    expect(codes("risks: { harm: { likelihood: low, harm: yes } }", "dropout: 0 %")).not.toContain("riskHarm");
    const more = (by: string) => `risks: { more: { likelihood: low, hits: { funnel.accepted: { plus: ${by} } } } }`;
    expect(codes(more("{ low: 0 %, best: 10 %, high: 30 % }"))).toContain("riskHitKept");
    expect(codes(more("20 %"))).not.toContain("riskHitKept");
  });
});

describe("when it happens", () => {
  /** Each with one risk at 50 %, in a programme of two years and a horizon of four. */
  const { graph, data } = compile(
    checked(
      scenario(`risks:
  once: { likelihood: 50 %, when: year 1, hits: { costs.team: { times: 200 % } }, cost: { amount: 7 tkr, paidBy: care } }
  anew: { likelihood: [50 %, 100 %], when: each year, hits: { outcomes.sick.effect: { times: 0 % } }, cost: { amount: 1 kr, paidBy: care } }
  anyYear: { likelihood: 50 %, when: from some year, hits: { consequences.stays: { plus: -10 kr/year } }, cost: { amount: 3 kr/year, paidBy: care } }
  late: { likelihood: 50 %, when: from year 3, cost: { amount: 11 kr/year, paidBy: care } }
  cancelled: { form: policyCancelled, likelihood: 50 %, cost: { amount: 20 tkr, paidBy: school } }`),
    ),
    {
      outputs: [
        "balance.y0",
        "cases.sick.y0",
        "enrolled.y1",
        "cost.anyYear",
        "cost.anew.y1",
        "cost.late",
        "happened.anew.y0",
      ],
    },
  );
  const paths = ["once", "anew.y0", "anew.y1", "anyYear", "late", "cancelled"];
  const at = (own: Readonly<Record<string, number>>) =>
    evaluate(graph, data, Object.fromEntries(paths.map((path) => [`risky/${path}`, own[path] ?? 0.999])));
  // Of two programme years the second one's effect is lost for certain.
  const none = 8 * 100_000 - 600_000 - 1;

  test("in one year, anew each year, from a year that is drawn, from a later year", () => {
    expect(at({}).net).toBeCloseTo(none, 6);
    expect(at({ once: 0.4 }).net).toBeCloseTo(none - 300_000 - 7_000, 6);
    expect(at({ "anew.y0": 0.4 }).net).toBeCloseTo(none - 800_000 - 1, 6);
    expect(at({ "anew.y0": 0.4 })["happened.anew.y0"]).toBe(1);
    expect(at({})["cost.anew.y1"]).toBe(1);
    // Below a quarter it begins in year 0, else up to a half in year 1; what it takes of a flow comes while that lasts.
    expect(at({ anyYear: 0.2 })["cost.anyYear"]).toBe(6);
    expect(at({ anyYear: 0.3 })["cost.anyYear"]).toBe(3);
    expect(at({ anyYear: 0.3 }).net).toBeCloseTo(none - 10 - 3, 6);
    expect(at({ late: 0.4 })["cost.late"]).toBe(11);
  });

  test("a cancelled programme costs and does nothing from then on, but for winding it down", () => {
    const got = at({ cancelled: 0.4 });
    expect(got.net).toBeCloseTo(800_000 - 300_000 - 20_000 - 1, 6);
    expect(got["enrolled.y1"]).toBe(0);
    expect(got["cases.sick.y0"]).toBe(8);
    expect(got["statedEffect.sick"]).toBe(0.2);
  });
});

describe("laws", () => {
  const hurts = (likelihood: string, more = "") =>
    scenario(`risks:
  hurts:
    likelihood: ${likelihood}
    hits:
      outcomes.sick.effect: { times: { low: 20 %, best: 50 %, high: 90 % } }
      funnel.accepted: { plus: -10 % }
      costs.team: { plus: 40 tkr/year }
    cost: { amount: 10 tkr/year, paidBy: { school: 30 %, care: 70 % } }${more}`);

  test("a risk that can't happen changes nothing in any figure, to the bit", async () => {
    const run = async (text: string) => {
      const spread = text.replace("baseline: 50 %", "baseline: { low: 30 %, best: 50 %, high: 70 % }");
      const request = { ...compile(checked(spread)), seed: "7", design: "sobol" as const, draws: 16_384 };
      return (await simulate(request, inline()))!.result;
    };
    const [without, withNone] = [await run(scenario("")), await run(hurts("0 %"))];
    for (const [id, output] of Object.entries(without.outputs)) expect(withNone.outputs[id], id).toEqual(output);
    expect(withNone.criteria).toEqual(without.criteria);
    expect(withNone.chances!["happened.hurts"].probability.value).toBe(0);
    expect(withNone.risks!.risks[0].expectedLoss.all).toMatchObject({ value: 0, se: 0 });
    expect(withNone.risks!.risks[0].lossIfHappens).toBeUndefined();
  });

  test("more of what hurts is never better, in any draw", () => {
    const { graph, data } = compile(checked(hurts("30 %")));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (luck, one, other) => {
        const netAt = (likelihood: number) =>
          evaluate(
            graph,
            { ...data, parameters: { ...data.parameters, "risks.hurts.likelihood": likelihood } },
            { "risky/hurts": luck, "risky/risks.hurts.hits.outcomes.sick.effect.times": 0.5 },
          ).net;
        expect(netAt(Math.max(one, other))).toBeLessThanOrEqual(netAt(Math.min(one, other)));
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test("what is written out checks to the same again, and a risk's draws stand apart from all others", () => {
    const first = checked(
      scenario(three.replace("mitigated: { likelihood: low", "mitigated: { chosen: yes, likelihood: low")),
    );
    const again = checkValue(first.content);
    expect(again.ok && again.scenario.hash).toBe(first.hash);
    expect(first.content.likelihoodWords).toEqual({ low: "10 %", medium: "30 %", high: "60 %" });
    const { graph, risks } = compile(first);
    expect(graph.inputs.map(({ path, suite, level }) => [path, suite, level])).toEqual(
      ["turnover", "declined", "dearer"].map((id) => [`risky/${id}`, "risky/risks", "chance"]),
    );
    expect(risks!.risks.map(({ mitigation }) => mitigation?.chosen)).toEqual([true, false, undefined]);
  });

  test("a chosen prevention is paid for in every figure, and worth what it is worth unchosen", () => {
    const worth = (chosen: string) => {
      const text = scenario(
        three.replace("mitigated: { likelihood: low", `mitigated: { chosen: ${chosen}, likelihood: low`),
      );
      const { graph, data } = compile(checked(text));
      return [0.05, 0.2].map((luck) =>
        evaluate(graph, data, { "risky/turnover": luck, "risky/declined": 1, "risky/dearer": 1 }),
      );
    };
    const [no, yes] = [worth("no"), worth("yes")];
    for (const [k, got] of no.entries()) {
      expect(yes[k]["risks/turnover/mitigationWorth"]).toBeCloseTo(got["risks/turnover/mitigationWorth"], 6);
      expect(yes[k].net - got.net).toBeCloseTo(got["risks/turnover/mitigationWorth"], 6);
    }
    expect(no.map((got) => got["risks/turnover/mitigationWorth"])).toEqual([-20_000, expect.closeTo(670_000, 6)]);
  });
});

test("a ready form has a name in both languages where the file gives none", () => {
  const { titles } = about(
    checked(
      scenario(`risks:
  staff: { form: turnover, likelihood: high, effectKept: 80 % }
  election: { form: policyCancelled, likelihood: 10 % }
  ours: { form: policyCancelled, title: A new majority, likelihood: 10 % }`),
    ),
  );
  expect(titles.staff).toEqual({ en: "Key people leave", sv: "Nyckelpersoner slutar" });
  expect(titles.election?.sv).toBe("Satsningen avbryts genom politiskt beslut");
  expect(titles.ours?.en).toBe("A new majority");
});
