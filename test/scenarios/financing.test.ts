import { describe, expect, test } from "vitest";
import { UtfallError } from "../../engine/issues.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

/** A fund that pays, a school and a care committee that gain, and an investor. Nothing is uncertain. */
const scenario = (financing: string, more: string, rate = "0 %/year") => `
format: utfall-scenario/1
id: financed
title: Who pays whom
priceYear: 2025
programme: { years: 2 }
horizon: 6 years
discounting: ${rate}
perspective: organisation
actors:
  town: { title: Town, parts: { fund: Fund, school: School, care: Care } }
  investor: Investor
  charity: Charity
perspectives: { organisation: [town] }
target: { size: 1000 people/year }
${more}
financing:
${financing}`;

/** 50 avoided cases a year where the effect is 10 %: 3 mnkr to the school each year, 0.5 to care the year after. */
const programme = (cost = "5 mnkr/year", effect = "10 %") => `
costs: { team: { amount: ${cost}, paidBy: fund }, room: { amount: 100 tkr/year, paidBy: school } }
outcomes: { missed: { title: Missed, better: lower, baseline: 50 %, effect: { relativeReduction: ${effect} } } }
consequences:
  schooling: { of: missed, amount: 60 000 kr/case, gains: school, cashable: 100 % }
  aid: { of: missed, amount: 10 000 kr/case, starts: 1 year, gains: care, cashable: 50 % }`;

function figures(financing: string, more: string, outputs: readonly string[] = [], rate?: string) {
  const { graph, data } = compile(checked(scenario(financing, more, rate)), { outputs });
  return evaluate(graph, data, {});
}

/** Equal but for the last bits of double arithmetic. */
function near(got: number, wanted: number, of = ""): void {
  expect(Math.abs(got - wanted), `${of} ${got} is not ${wanted}`).toBeLessThanOrEqual(
    1e-12 * Math.max(1_000_000, Math.abs(wanted)),
  );
}

const years = [0, 1, 2, 3, 4, 5];
const who = ["fund", "school", "care", "investor", "charity", "town"];
const series = (got: Readonly<Record<string, number>>, figure: string) =>
  years.map((year) => got[`${figure}.y${year}`]);
const asked = (figure: string) => years.map((year) => `${figure}.y${year}`);

describe("shares of the joint result", () => {
  const alone = `
costs: { team: { amount: 5 mnkr/year, paidBy: fund } }
outcomes: { missed: { title: Missed, better: lower, baseline: 50 %, effect: { relativeReduction: 10 % } } }
consequences: { schooling: { of: missed, amount: 60 000 kr/case, gains: school, cashable: 100 % } }`;
  const results = who.map((id) => `financed/net.${id}`);

  test("70/30 of a loss of 4 mnkr is 2.8 and 1.2, whoever had it, at any rate of discount", () => {
    for (const rate of ["0 %/year", "3.5 %/year"]) {
      const got = figures("  lossShare: { fund: 70 %, school: 30 % }", alone, [...results, "financed/net"], rate);
      const loss = rate === "0 %/year" ? -4_000_000 : -2_000_000 * (1 + 1 / 1.035);
      near(got["net.organisation"], loss);
      near(got["financed/net"], loss);
      near(got["financed/net.fund"], 0.7 * loss);
      near(got["financed/net.school"], 0.3 * loss);
      near(got["financed/net.care"], 0);
    }
  });

  test("a gain is left with those who have it by lossShare, and shared by resultShare; `rest` is what the others leave", () => {
    const gain = alone.replace("5 mnkr/year", "2 mnkr/year");
    const kept = figures("  lossShare: { fund: 70 %, school: 30 % }", gain, results);
    expect(kept["financed/net.fund"]).toBe(-4_000_000);
    expect(kept["financed/net.school"]).toBe(6_000_000);
    const shared = figures("  resultShare: { fund: 70 %, investor: 10 %, school: rest }", gain, results);
    near(shared["financed/net.fund"], 1_400_000);
    near(shared["financed/net.investor"], 200_000);
    near(shared["financed/net.school"], 400_000);
    near(shared["financed/net.town"], 1_800_000);
  });
});

describe("repayment", () => {
  const repay = (rest: string) => `  repayment: { to: fund, from: [school, care]${rest} }`;
  const outputs = [...asked("repaid"), ...asked("financed/balance.fund"), ...asked("financed/cashable.school")];
  const of = (rest: string, more = programme()) => figures(repay(rest), more, outputs);

  test("what can be taken out is handed on, year by year, until the cost is repaid", () => {
    const got = of("");
    expect(series(got, "repaid")).toEqual([3_000_000, 3_250_000, 250_000, 0, 0, 0]);
    expect(got.repaid).toBe(6_500_000);
    expect(got["repaid.school"]).toBe(6_000_000);
    expect(got["repaid.care"]).toBe(500_000);
    expect(series(got, "financed/balance.fund")).toEqual([-2_000_000, -1_750_000, 250_000, 0, 0, 0]);
    expect(series(got, "financed/cashable.school")).toEqual([0, 0, 0, 0, 0, 0]);
    expect(got.fundRepaid).toBe(0);
    expect(got.repaidYear).toBe(6);
  });

  test("once the cost is repaid no more is, and payers then pay in proportion to what they can", () => {
    const got = of("", programme("1 mnkr/year"));
    expect(series(got, "repaid")).toEqual([1_000_000, 1_000_000, 0, 0, 0, 0]);
    near(got["repaid.school"], 1_000_000 + (1_000_000 * 3) / 3.25);
    near(got["repaid.care"], (1_000_000 * 0.25) / 3.25);
    expect(got.fundRepaid).toBe(1);
    expect(got.repaidYear).toBe(0);
    expect(series(got, "financed/balance.fund")).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("a share, a later start, a last year, an amount, interest, another base, and shares of one's own", () => {
    expect(series(of(", share: 50 %"), "repaid")).toEqual([1_500_000, 1_625_000, 125_000, 0, 0, 0]);
    expect(series(of(", starts: 1 year"), "repaid")).toEqual([0, 3_250_000, 250_000, 0, 0, 0]);
    expect(series(of(", until: year 1"), "repaid")).toEqual([3_000_000, 3_250_000, 0, 0, 0, 0]);
    expect(series(of(", until: 3.1 mnkr"), "repaid")).toEqual([3_000_000, 100_000, 0, 0, 0, 0]);
    expect(series(of(", of: benefit"), "repaid")).toEqual([3_000_000, 3_500_000, 500_000, 0, 0, 0]);
    expect(series(of(", of: net"), "repaid")).toEqual([2_900_000, 3_400_000, 500_000, 0, 0, 0]);
    const own = figures("  repayment: { to: fund, from: { school: 50 %, care: 100 % } }", programme(), outputs);
    expect(series(own, "repaid")).toEqual([1_500_000, 1_750_000, 250_000, 0, 0, 0]);
    // 3.1 mnkr with 10 % a year: 0.1 mnkr is left of it after the first year.
    const dear = of(", until: 3.1 mnkr, interest: 10 %/year");
    near(dear["repaid.y1"], 110_000);
    expect(dear.repaidYear).toBe(1);
    // Past the cost, to the horizon.
    const all = of(", until: to horizon", programme("1 mnkr/year"));
    expect(all.repaid).toBe(6_500_000);
    expect(all.fundRepaid).toBe(1);
  });
});

describe("fund", () => {
  const fund = `
  repayment: { to: fund, from: school }
  fund:
    actor: fund
    start: 7 mnkr
    topUps: [0 mnkr/year, 1 mnkr/year]
    commitments: { visits: [2 mnkr/year, 1 mnkr/year], groups: 500 tkr/year }
    least: 1 mnkr`;

  test("its balance is what it held, what came and what went; it is dry below its least", () => {
    const got = figures(fund, programme(), asked("fundShortfall"));
    // Comes: 3 mnkr repaid in years 0 and 1. Goes: 5 mnkr in each, with the other programmes.
    const balances = [2_500_000, 0, -500_000, -1_000_000, -1_500_000, -2_000_000];
    expect(series(got, "fundBalance")).toEqual([2_500_000, 0, -500_000, -1_000_000, -1_500_000, -2_000_000]);
    expect(got.fundBalance).toBe(balances[5]);
    expect(series(got, "fundDry")).toEqual([0, 1, 1, 1, 1, 1]);
    expect(got.fundDry).toBe(1);
    expect(got.fundShortfall).toBe(3_000_000);
    expect(series(got, "fundShortfall")).toEqual([0, ...balances.slice(1).map((own) => 1_000_000 - own)]);
  });
});

describe("outcome contracts", () => {
  const contract = (pays: string, rest = "") => `
  contracts:
    bond:
      financier: investor
      payer: school
      invests: { team: 100 % }${rest}
      pays: { of: missed, ${pays} }`;
  const outputs = [
    ...asked("contractPaid.bond"),
    ...who.map((id) => `financed/balance.${id}`),
    "financed/balance",
    "financed/cost.team.investor",
    "financed/cost.fund",
  ];
  const paid = (pays: string, effect?: string, rest = "") =>
    series(figures(contract(pays, rest), programme("1 mnkr/year", effect), outputs), "contractPaid.bond");
  const case10 = "per: case, amount: 10 tkr/case";

  test("the financier bears what it invests in and is paid by each avoided case", () => {
    const got = figures(contract(case10), programme("1 mnkr/year"), outputs);
    expect(series(got, "contractPaid.bond")).toEqual([500_000, 500_000, 0, 0, 0, 0]);
    expect(got["financed/balance.investor"]).toBe(-1_000_000);
    expect(got["financed/cost.team.investor"]).toBe(2_000_000);
    expect(got["financed/cost.fund"]).toBe(0);
    expect(got["financed/balance.school"]).toBe(6_000_000 - 200_000 - 1_000_000);
    expect(got["financed/moneyMultiple.investor"]).toBe(0.5);
    expect(got["financed/balance"]).toBe(6_000_000 + 1_000_000 - 2_200_000);
  });

  test("cohorts of 8.4 % and 9.7 % miss 10 % each, and are paid together at 9.05 %", () => {
    const cohorts = `${case10}, cohorts: { each: 10 %, pooled: 7.5 % }`;
    const both = paid(cohorts, "[8.4 %, 9.7 %]");
    near(both[1], 10_000 * (42 + 48.5));
    expect(both[0]).toBe(0);
    const points = paid("per: point, amount: 10 tkr/pp, cohorts: { each: 10 %, pooled: 7.5 % }", "[8.4 %, 9.7 %]");
    near(points[1], 2 * 9.05 * 10_000);
    // Exactly at the threshold they are paid; just above it they are not.
    near(paid(`${case10}, cohorts: { each: 10 %, pooled: 9.04999 % }`, "[8.4 %, 9.7 %]")[1], 905_000);
    expect(paid(`${case10}, cohorts: { each: 10 %, pooled: 9.05001 % }`, "[8.4 %, 9.7 %]")).toEqual([0, 0, 0, 0, 0, 0]);
    // One that passes by itself is paid by itself, and the other not.
    near(paid(cohorts, "[10 %, 9.7 %]")[0], 500_000);
    expect(paid(cohorts, "[10 %, 9.7 %]")[1]).toBe(0);
  });

  test("what a follow-up sees is paid for, not what is true", () => {
    const seen = programme("1 mnkr/year").replace("better: lower,", "better: lower, measurement: { sd: 4 % },");
    const { graph, data } = compile(checked(scenario(contract(`${case10}, measured: observed, from: 9 %`), seen)));
    const errors = Object.fromEntries(graph.inputs.map(({ path }, k) => [path, k === 0 ? 0.5 : -0.75]));
    const got = evaluate(graph, data, errors);
    expect(graph.inputs.length).toBe(2);
    // 12 % of 500 cases are seen in the first year, and 7 % in the second.
    near(got["contractPaid.bond.y0"], 600_000);
    expect(got["contractPaid.bond.y1"]).toBe(0);
  });

  test("threshold, tiers, time, cap, guarantee, and the part of a provider", () => {
    expect(paid(`${case10}, from: 9 %`, "[8.4 %, 9.7 %]").map(Math.round)).toEqual([0, 485_000, 0, 0, 0, 0]);
    const tiers = "per: case, tiers: [{ from: 5 %, amount: 5 tkr/case }, { from: 9 %, amount: 12 tkr/case }]";
    const got = figures(contract(tiers), programme("1 mnkr/year", "[8.4 %, 9.7 %]"), outputs);
    near(got["contractPaid.bond"], 42 * 5_000 + 48.5 * 12_000);
    near(got["tierPaid.bondTier1"], 42 * 5_000);
    near(got["tierPaid.bondTier2"], 48.5 * 12_000);
    expect(got["tierReached.bondTier1"]).toBe(1);
    expect(paid(`${case10}, after: 2 years`)).toEqual([0, 0, 500_000, 500_000, 0, 0]);
    expect(paid(`${case10}, cap: 600 tkr`)).toEqual([500_000, 100_000, 0, 0, 0, 0]);
    expect(paid(`${case10}, guarantee: 75 %`)).toEqual([500_000, 1_000_000, 0, 0, 0, 0]);
    expect(paid(`${case10}, guarantee: 25 %`)).toEqual([500_000, 500_000, 0, 0, 0, 0]);
    expect(paid(case10, "-10 %")).toEqual([0, 0, 0, 0, 0, 0]);
    const provided = figures(
      contract(`${case10}, toProvider: 20 %`, "\n      provider: charity"),
      programme("1 mnkr/year"),
      outputs,
    );
    expect(provided["financed/balance.charity"]).toBe(200_000);
    expect(provided["financed/balance.investor"]).toBe(-1_200_000);
  });

  test("a share of what the payer gains before and after as much has been paid as was invested", () => {
    const savings = `
  contracts:
    bond:
      financier: investor
      payer: school
      invests: team
      pays: { of: cashable, share: 50 %, shareBefore: 80 %, shareAfter: 25 % }`;
    // 1.5 mnkr is due a year. In year 0 1 mnkr of 1.25 makes good what is invested, and of the rest a quarter is paid; the 62 500 kr
    // too much come off what is invested in year 1.
    const got = figures(savings, programme("1 mnkr/year"), outputs);
    near(got["contractPaid.bond.y0"], 1_000_000 + 0.25 * 250_000);
    near(got["contractPaid.bond.y1"], 937_500 + 0.25 * (1_500_000 - 937_500 / 0.8));
  });

  test("several payers share what is paid, and a contract is no option's own where the file has none", () => {
    const shared = contract(case10).replace("payer: school", "payer: { school: 60 %, care: 40 % }");
    const got = figures(shared, programme("1 mnkr/year"), outputs);
    near(got["financed/balance.care"], 1_000_000 - 400_000);
    expect(() => figures("  fund: { actor: fund, start: 1 mnkr }", programme(), ["financed/net"])).toThrow(UtfallError);
  });
});

test("who is to repay without gaining anything cashable is told, and the checked content is a scenario that says the same", () => {
  const file = checked(scenario("  repayment: { to: fund, from: [school, charity] }\n  contracts: {}", programme()));
  const told = file.warnings.filter(({ code }) => code === "repayerGainsNothing");
  expect(told.map(({ path, at }) => [path, at?.line])).toEqual([["financing.repayment.from.1", 23]]);
  const short = `
  contracts:
    bond: { financier: investor, payer: school, invests: team, pays: { of: cashable, cap: 1 mnkr } }`;
  const once = checked(scenario(short, programme()));
  const again = checkValue(JSON.parse(JSON.stringify(once.content)));
  expect(again.ok && again.scenario.hash).toBe(once.hash);
});

test("all together have what they had, whatever moves: all money figures, each year", () => {
  const financing = `
  repayment: { to: fund, from: [school, care], interest: 2 %/year }
  lossShare: { fund: 50 %, school: 20 %, investor: rest }
  contracts:
    bond: { financier: investor, payer: school, provider: charity, invests: { team: 60 % }, pays: { of: missed, per: case, amount: 30 tkr/case, from: 5 %, cap: 2 mnkr, guarantee: 10 %, toProvider: 5 %, shareBefore: 90 %, shareAfter: 40 % } }`;
  const money = ["pvBenefit", "pvCost", "net", "benefit", "cost", "balance", "cashable", "pvCashable"];
  const yearly = ["pvBenefit", "pvCost", "net", "cumulativeNet", "benefit", "cost", "balance", "cashable"];
  const all = [...money, ...yearly.flatMap(asked)];
  const parts = ["fund", "school", "care", "investor", "charity"];
  for (const cost of ["2 mnkr/year", "9 mnkr/year"]) {
    const outputs = [...all, ...all.map((id) => `financed/${id}`), ...parts.map((id) => `financed/net.${id}`)];
    const got = figures(financing, programme(cost), outputs, "3 %/year");
    for (const id of all) near(got[`financed/${id}`], got[id], id);
    near(
      parts.reduce((sum, id) => sum + got[`financed/net.${id}`], 0),
      got.net,
    );
  }
});
