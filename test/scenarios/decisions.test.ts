import { describe, expect, test } from "vitest";
import type { Figure } from "../../engine/result/estimate.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

/* Risks, rules by which it is stopped, money that moves, and an option, all in one file: against the programme reckoned anew. */

const scenario = (rules: string) => `
format: utfall-scenario/1
id: all
title: Everything at once
priceYear: 2025
programme: { years: 3 }
horizon: 5 years
discounting: 3 %/year
perspective: organisation
actors: { town: { title: Town, parts: { fund: Fund, school: School, care: Care } }, state: State }
perspectives: { organisation: [town] }
target: { size: 100 people/year }
funnel: { accepted: 80 %, harmed: 0 % }
outcomes:
  sick: { title: Sick, baseline: 50 %, better: lower, effect: { changes: { participants: -30 %, comparison: -10 % }, measuredOn: enrolled }, lasts: 2 years, measurement: { sd: 8 % } }
consequences:
  stays: { of: sick, amount: 100 tkr/case/year, gains: care, kind: fiscal, cashable: 50 % }
costs:
  team: { amount: 300 tkr/year, paidBy: fund }
  each: { amount: 1000 kr/person, per: enrolled, paidBy: school }
risks:
  turnover: { form: turnover, likelihood: medium, effectKept: 60 %, cost: { amount: 50 tkr, paidBy: school }, mitigated: { likelihood: low, cost: 10 tkr/year, paidBy: state } }
  declined: { likelihood: 20 %, when: each year, hits: { funnel.accepted: { times: 50 % } }, mitigated: { likelihood: 5 %, cost: 30 tkr, paidBy: school } }
  dearer: { likelihood: 60 %, when: from some year, hits: { costs.team: { plus: 100 tkr/year } } }
  cancelled: { form: policyCancelled, likelihood: 10 %, when: from year 2 }
${rules}
financing:
  repayment: { to: fund, from: care, share: 80 % }
  fund: { actor: fund, start: 1 mnkr, least: 200 tkr }
criteria:
  gain: { title: Gain, test: net > 1.3 mnkr }
options:
  small: { title: Small, set: { costs.team.amount: 200 000 kr/year, outcomes.sick.fidelity: 80 % } }
`;

const rules = `stopRules:
  weak: { look: [1 year, 2 years], if: observed.sick < 10 %, notice: 3 months, windDownCost: { amount: 20 tkr, paidBy: school } }
  dear: { look: every 6 months, if: observedCost > 120 %, then: windDown, notice: 6 months }`;

/** What happens: from which year the team is dearer (3: never), and in which years fewer accept. */
interface State {
  readonly turnover: boolean;
  readonly declined: readonly boolean[];
  readonly dearer: number;
  readonly cancelled: boolean;
}
interface Option {
  readonly team: number;
  readonly fidelity: number;
}
const base: Option = { team: 300_000, fidelity: 1 };
const small: Option = { team: 200_000, fidelity: 0.8 };
/** Until when people are taken in, and costs paid, in years; and by which rule it ended. */
interface End {
  readonly intake: number;
  readonly costs: number;
  readonly by?: "weak" | "dear";
}
const toItsEnd: End = { intake: 9, costs: 9 };
const horizon = [0, 1, 2, 3, 4];
const passed = (end: number, year: number) => Math.max(0, Math.min(1, end - year));
const worth = (flow: readonly number[]) => flow.reduce((sum, x, year) => sum + x / 1.03 ** year, 0);
const total = (flow: readonly number[]) => flow.reduce((sum, x) => sum + x, 0);

const changeIn = ({ turnover }: State, { fidelity }: Option) => 0.2 * fidelity * (turnover ? 0.6 : 1);

/** The programme reckoned from what the file says, year by year. */
function reckon(state: State, option: Option = base, end: End = toItsEnd) {
  const goesOn = (year: number) => (year > 2 || (state.cancelled && year === 2) ? 0 : 1);
  const people = horizon.map((year) => 80 * (state.declined[year] ? 0.5 : 1) * goesOn(year));
  const enrolled = people.map((own, year) => own * passed(end.intake, year));
  const cases = enrolled.map((own) => own * 0.5 * changeIn(state, option));
  const paid = (year: number) => passed(end.costs, year);
  const team = horizon.map((year) => (option.team + (year >= state.dearer ? 100_000 : 0)) * goesOn(year) * paid(year));
  const each = people.map((own, year) => 1000 * own * paid(year));
  const school = each.map(
    (own, year) =>
      own +
      (year === 0 && state.turnover ? 50_000 : 0) +
      (end.by === "weak" && Math.floor(end.costs) === year ? 20_000 : 0),
  );
  const benefit = cases.map((own, year) => 100_000 * (own + (cases[year - 1] ?? 0)));
  let owed = 0;
  const repaid = benefit.map((own, year) => {
    owed += team[year];
    const now = Math.min(owed, 0.8 * 0.5 * own);
    owed -= now;
    return now;
  });
  const cost = horizon.map((year) => team[year] + school[year]);
  return { enrolled, cases, team, school, benefit, repaid, cost, owed, net: worth(benefit) - worth(cost) };
}

/** When it ends where this is what the yearly follow-ups miss by, in standard errors: what was agreed, by hand. */
function endOf(state: State, option: Option, noise: readonly number[]): End {
  const { cost } = { cost: costSoFar(state, option) };
  for (const month of [6, 12, 18, 24, 30]) {
    const look = month / 12;
    const seen = changeIn(state, option) + 0.08 * noise[look - 1];
    if (month % 12 === 0 && seen < 0.1) return { intake: look + 0.25, costs: look + 0.25, by: "weak" };
    if (cost(look) / ((option.team + 80_000) * look) > 1.2) return { intake: look, costs: look + 0.5, by: "dear" };
  }
  return toItsEnd;
}

function costSoFar(state: State, option: Option) {
  const { team, enrolled } = reckon(state, option);
  return (look: number) =>
    horizon.reduce((sum, year) => sum + (team[year] + 1000 * enrolled[year]) * passed(look, year), 0);
}

const calm: State = { turnover: false, declined: [false, false, false], dearer: 3, cancelled: false };
const states: readonly { readonly state: State; readonly noise: readonly number[] }[] = [
  { state: calm, noise: [0, 0, 0] },
  { state: calm, noise: [-2, 0, 0] },
  { state: { ...calm, turnover: true }, noise: [-0.2, -0.3, 1] },
  { state: { ...calm, dearer: 0 }, noise: [0.5, 0, 0] },
  { state: { ...calm, declined: [true, false, true], dearer: 1 }, noise: [0, -3, 0] },
  { state: { turnover: true, declined: [false, true, false], dearer: 2, cancelled: true }, noise: [0, 0, 0] },
];

const drawn = ({ turnover, declined, dearer, cancelled }: State, noise: readonly number[]) => ({
  "all/turnover": turnover ? 0 : 0.999,
  ...Object.fromEntries(declined.map((on, year) => [`all/declined.y${year}`, on ? 0 : 0.999])),
  "all/dearer": [0.1, 0.3, 0.5, 0.999][dearer],
  "all/cancelled": cancelled ? 0 : 0.999,
  ...Object.fromEntries(noise.map((z, year) => [`all/observed.sick.y${year}`, z])),
});

describe("in what may happen, with its rules, by hand", () => {
  const asked = [
    "net",
    "cost.school",
    "cost.team.y1",
    "enrolled",
    "cases.sick.y1",
    "repaid",
    "repaid.y2",
    "fundBalance",
  ];
  const more = ["fundDry", "fundRepaid", "benefit.care.y3", "pvCost.fund", "balance.y0"];
  const figures = [...asked, ...more];
  const own = ["stopped", "stopYear", "stopped.dear", "happened.declined", "happened.dearer.y1", "withStops/cost.weak"];
  const ofOption = ["small/net", "small/withStops/net", "small/stopped.weak", "small-base/withStops/net"];
  const { graph, data } = compile(checked(scenario(rules)), {
    outputs: [...figures, ...figures.map((id) => `withStops/${id}`), ...own, ...ofOption, "financed/net.fund"],
  });

  test.each(states)("$state, $noise", ({ state, noise }) => {
    const got = evaluate(graph, data, drawn(state, noise));
    const near = (id: string, wanted: number) =>
      expect(Math.abs(got[id] - wanted), `${id}: ${got[id]}, not ${wanted}`).toBeLessThan(1e-12 * 1e7);
    for (const [view, end] of [
      ["", toItsEnd],
      ["withStops/", endOf(state, base, noise)],
    ] as const) {
      const all = reckon(state, base, end);
      const held = horizon.map(
        (year) => 1e6 - total(all.team.slice(0, year + 1)) + total(all.repaid.slice(0, year + 1)),
      );
      near(`${view}net`, all.net);
      near(`${view}cost.school`, total(all.school));
      near(`${view}cost.team.y1`, all.team[1]);
      near(`${view}enrolled`, total(all.enrolled));
      near(`${view}cases.sick.y1`, all.cases[1]);
      near(`${view}repaid`, total(all.repaid));
      near(`${view}repaid.y2`, all.repaid[2]);
      near(`${view}fundBalance`, held[4]);
      near(`${view}fundDry`, Number(held.some((x) => x < 200_000)));
      near(`${view}fundRepaid`, Number(all.owed <= 0));
      near(`${view}benefit.care.y3`, all.benefit[3]);
      near(`${view}pvCost.fund`, worth(all.team));
      near(`${view}balance.y0`, all.benefit[0] - all.cost[0]);
      if (view === "") near("financed/net.fund", worth(all.repaid) - worth(all.team));
    }
    const end = endOf(state, base, noise);
    near("stopped", Number(end.by !== undefined));
    near("stopYear", Math.min(5, Math.floor(end.costs)));
    near("stopped.dear", Number(end.by === "dear"));
    near("withStops/cost.weak", end.by === "weak" ? 20_000 : 0);
    near("happened.declined", Number(state.declined.includes(true)));
    near("happened.dearer.y1", Number(state.dearer <= 1));
    const endOfSmall = endOf(state, small, noise);
    near("small/net", reckon(state, small).net);
    near("small/withStops/net", reckon(state, small, endOfSmall).net);
    near("small/stopped.weak", Number(endOfSmall.by === "weak"));
    near("small-base/withStops/net", reckon(state, small, endOfSmall).net - reckon(state, base, end).net);
  });
});

/** Every state with its chance, given how likely each risk is. */
function everyState(turnover: number, declined: number, dearer: number, cancelled: number) {
  const all: { readonly state: State; readonly chance: number }[] = [];
  const of = (on: boolean, chance: number) => (on ? chance : 1 - chance);
  for (let bits = 0; bits < 32; bits++) {
    const on = [1, 2, 4, 8, 16].map((bit) => (bits & bit) > 0);
    for (const year of [0, 1, 2, 3])
      all.push({
        state: { turnover: on[0], cancelled: on[1], declined: on.slice(2), dearer: year },
        chance:
          of(on[0], turnover) *
          of(on[1], cancelled) *
          on.slice(2).reduce((share, one) => share * of(one, declined), 1) *
          (year === 3 ? 1 - dearer : dearer / 3),
      });
  }
  return all;
}

/** Φ of a normal score, by a series that holds within two of zero. */
function phi(z: number): number {
  let [sum, term] = [z, z];
  for (let k = 1; k < 60; k++) {
    term *= (-z * z) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

describe.each([
  ["the file", base, undefined],
  ["an option", small, "small"],
] as const)("what risks and rules take of %s on average: every state with its chance", (_, option, id) => {
  const likely = [0.3, 0.2, 0.6, 0.1] as const;
  const mean = (value: (state: State) => number, [a, b, c, d]: readonly number[] = likely) =>
    everyState(a, b, c, d).reduce((sum, { state, chance }) => sum + chance * value(state), 0);
  const net = (of?: readonly number[]) => mean((state) => reckon(state, option).net, of);
  const but = (k: number, chance: number) => likely.map((own, j) => (j === k ? chance : own));

  test("expected losses, what mitigation is worth, what the rules are worth", async () => {
    const leading = id === undefined ? {} : { option: id };
    const made = compile(checked(scenario(rules)), { ...leading, options: id === undefined ? "none" : "all" });
    const { result } = (await simulate({ ...made, seed: "1", design: "sobol", draws: 16_384 }, inline()))!;
    const near = (what: string, figure: Figure, wanted: number, scale = 1_000_000) => {
      const off = Math.abs(figure.value - wanted);
      expect(off, `${what}: ${figure.value} ± ${figure.se}, not ${wanted}`).toBeLessThan(5 * figure.se + 1e-4 * scale);
      expect(figure.se, what).toBeLessThan(0.006 * scale);
    };
    const { risks, allMitigated } = result.risks!;
    risks.forEach((risk, k) => {
      near(risk.id, risk.expectedLoss.all, net(but(k, 0)) - net());
    });
    near("chance in any year", risks[1].chance, 1 - 0.8 ** 3, 1);
    const yearly = worth([10_000, 10_000, 10_000, 0, 0]);
    const kept = mean(({ cancelled }) => (cancelled ? worth([10_000, 10_000, 0, 0, 0]) : yearly));
    near("turnover mitigated", risks[0].mitigation!.worth.all, net(but(0, 0.1)) - net() - kept);
    near("declined mitigated", risks[1].mitigation!.worth.all, net(but(1, 0.05)) - net() - 30_000);
    near("both", allMitigated!.all, net([0.1, 0.05, 0.6, 0.1]) - net() - 30_000 - kept);

    const stopped = mean((state) => {
      // What is missed by decides: a look at the first year, and at the second.
      const weak = phi((0.1 - changeIn(state, option)) / 0.08);
      const ends = [
        { chance: weak, noise: [-9, 0, 0] },
        { chance: (1 - weak) * weak, noise: [9, -9, 0] },
        { chance: (1 - weak) ** 2, noise: [9, 9, 0] },
      ];
      return ends.reduce(
        (sum, { chance, noise }) => sum + chance * reckon(state, option, endOf(state, option, noise)).net,
        0,
      );
    });
    near("value of the rules", result.stopRules!.value, stopped - net());
  });
});
