import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { compiled, differences, planOf } from "../kernel/sameBits.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

const parties = ["fund", "school", "care", "state", "investor", "charity"];
const years = [0, 1, 2, 3, 4, 5];

const scenario = (
  numbers: { readonly effect: string; readonly cost: string; readonly amount: string },
  financing: string,
) => `
format: utfall-scenario/1
id: moving
title: Money that moves
priceYear: 2025
programme: { years: 3 }
horizon: 6 years
discounting: 3 %/year
perspective: organisation
actors:
  town: { title: Town, parts: { fund: Fund, school: School, care: Care } }
  state: The state
  investor: Investor
  charity: Charity
perspectives: { organisation: [town], all6: all }
target: { size: { over60: 300 people/year, others: 900 people/year }, segments: { over60: Many, others: Few } }
outcomes:
  missed: { title: Missed, better: lower, baseline: 40 %, effect: { relativeReduction: ${numbers.effect} }, lasts: 2 years }
consequences:
  schooling: { of: missed, amount: ${numbers.amount}, gains: school, cashable: { share: 60 %, inStepsOf: 10 cases } }
  aid: { of: missed, amount: 20 tkr/case/year, starts: 1 year, gains: { care: 70 %, state: rest }, cashable: 50 % }
costs:
  team: { amount: ${numbers.cost}, paidBy: { fund: 80 %, school: 20 % } }
  visits: { amount: 500 kr/person, per: enrolled, paidBy: care }
financing:
${financing}`;

const everything = `
  repayment: { to: fund, from: [school, care], share: 80 %, interest: 2 %/year }
  lossShare: { fund: 50 %, school: 20 %, state: rest }
  fund: { actor: fund, start: 6 mnkr, topUps: [0 mnkr/year, 500 tkr/year], commitments: { other: 1 mnkr/year }, least: 1 mnkr }
  contracts:
    bond:
      financier: investor
      payer: { school: 75 %, state: 25 % }
      provider: charity
      invests: { team: 60 %, visits: 30 % }
      pays: { of: missed, per: case, tiers: [{ from: 5 %, amount: 20 tkr/case }, { from: 12 %, amount: 30 tkr/case }], cohorts: { each: 10 %, pooled: 6 % }, after: 1 year, cap: 3 mnkr, guarantee: 20 %, shareBefore: 90 %, shareAfter: 40 %, toProvider: 10 % }
    savings:
      financier: charity
      payer: care
      invests: { visits: 50 % }
      pays: { of: cashable, share: 80 %, shareAfter: 30 % }`;

const money = ["pvBenefit", "pvCost", "net", "benefit", "cost", "cashable"];
const yearly = ["balance", "cashable"].flatMap((figure) => years.map((year) => `${figure}.y${year}`));
const of = (figure: string, who: string) => figure.replace(/^([^.]+)/, `$1.${who}`);
const moved = [...money, ...yearly];
const outputs = [
  ...moved.flatMap((figure) => [figure, `financed/${figure}`, ...parties.map((who) => `financed/${of(figure, who)}`)]),
  ...["financed/net.town", "cost.team", "cost.visits"],
  ...years.flatMap((year) => [`repaid.y${year}`, `contractPaid.bond.y${year}`, `financed/balance.fund.y${year}`]),
];

type Draw = (id: string) => number;

/** What holds in every draw, whatever the numbers are. */
function laws(
  at: Draw,
  transfers: readonly { readonly transfer: string; readonly year: number; readonly received: string }[],
): void {
  const size = 1e6 + moved.reduce((most, id) => Math.max(most, Math.abs(at(id))), 0);
  const near = (got: number, wanted: number, what: string) =>
    expect(Math.abs(got - wanted), `${what}: ${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * size * 10);
  for (const id of moved) {
    near(at(`financed/${id}`), at(id), id);
    near(
      parties.reduce((sum, who) => sum + at(`financed/${of(id, who)}`), 0),
      at(id),
      `parties of ${id}`,
    );
  }
  const sums = new Map<string, number>();
  for (const { transfer, year, received } of transfers)
    sums.set(`${transfer}.y${year}`, (sums.get(`${transfer}.y${year}`) ?? 0) + at(received));
  for (const [transfer, sum] of sums) near(sum, 0, transfer);
}

describe("in every draw", () => {
  const uncertain = {
    effect: "{ mean: 10 %, sd: 8 % }",
    cost: "{ low: 1 000 000, best: 2 500 000, high: 6 000 000, unit: kr/year }",
    amount: "{ mean: 40 000, sd: 15 000, unit: kr/case/year }",
  };
  const made = compile(checked(scenario(uncertain, everything)), { outputs });

  test("nothing is made or lost by what moves, the fund is conserved, and thresholds, cap and shares hold", () => {
    const kernel = compiled(made, planOf());
    const columns = made.graph.outputs.map(() => new Float64Array(blockSize));
    kernel.run(0, columns);
    const index = new Map(made.graph.outputs.map(({ id }, k) => [id, k]));
    const seen = { loss: 0, gain: 0, pooled: 0, capped: 0, dry: 0 };
    for (let draw = 0; draw < blockSize; draw += 8) {
      const at: Draw = (id) => columns[index.get(id)!][draw];
      laws(at, made.financing!);
      let held = 6_000_000;
      let least = held;
      for (const year of years) {
        held += (year === 0 ? 0 : 500_000) - 1_000_000 + at(`financed/balance.fund.y${year}`);
        expect(Math.abs(at(`fundBalance.y${year}`) - held)).toBeLessThan(1e-4);
        least = Math.min(least, at(`fundBalance.y${year}`));
        expect(at(`fundDry.y${year}`)).toBe(least < 1_000_000 ? 1 : 0);
      }
      seen.dry += at("fundDry");
      // Who pays less by results than the cap pays no more with the guarantee than the guarantee is worth.
      const invested = 0.6 * at("cost.team") + 0.3 * at("cost.visits");
      expect(at("contractPaid.bond")).toBeLessThanOrEqual(3_000_000 + 0.2 * invested + 1e-6);
      expect(at("contractPaid.bond")).toBeGreaterThanOrEqual(0.2 * invested - 1e-6);
      if (at("contractPaid.bond") > 2_999_999) seen.capped++;
      if (at("tierReached.bondTier1") === 1) seen.pooled++;
      if (at("financed/net.town") < 0) seen.loss++;
      else seen.gain++;
    }
    // Every branch is met.
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
  });

  test("the compiled kernel gives the interpreter's bits", () => {
    expect(differences(made, planOf({ design: "sobol" }), [0])).toEqual([]);
  });
});

test("of random programmes and agreements: nothing is made or lost by what moves", () => {
  const share = fc.integer({ min: 0, max: 100 }).map((percent) => `${percent} %`);
  const agreements = fc.record({
    base: fc.constantFrom("cashable", "benefit", "net"),
    until: fc.constantFrom("cost repaid", "to horizon", "year 3", "1.5 mnkr"),
    starts: fc.constantFrom("", ", starts: 2 years"),
    kind: fc.constantFrom("lossShare", "resultShare"),
    shares: fc.tuple(share, share, share, share),
    per: fc.constantFrom("per: case, amount: 30 tkr/case, from: 4 %", "per: point, amount: 100 tkr/pp, cap: 2 mnkr"),
    effect: fc.integer({ min: -20, max: 60 }),
    cost: fc.integer({ min: 0, max: 9_000 }),
    amount: fc.integer({ min: -20, max: 90 }),
  });
  fc.assert(
    fc.property(agreements, ({ base, until, starts, kind, shares, per, effect, cost, amount }) => {
      const [a, b, c, d] = shares;
      const financing = `
  repayment: { to: fund, from: { school: ${a}, care: ${b} }, of: ${base}, until: ${until}${starts} }
  ${kind}: { fund: ${c}, state: rest }
  contracts:
    bond: { financier: investor, payer: school, invests: { team: ${d} }, pays: { of: missed, ${per} } }`;
      const numbers = { effect: `${effect} %`, cost: `${cost} tkr/year`, amount: `${amount} tkr/case/year` };
      const { graph, data, financing: transfers } = compile(checked(scenario(numbers, financing)), { outputs });
      const got = evaluate(graph, data, {});
      laws((id) => got[id], transfers!);
    }),
    { numRuns: 4, seed: 7 },
  );
});
