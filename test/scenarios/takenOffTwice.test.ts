import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { checkValue } from "../../scenarios/check.ts";

/* The same taken off twice, and one avoided case claimed twice: each is told, and each can be accepted with a reason. */

const share = { low: "10 %", best: "20 %", high: "30 %" };

/** `code path` of each warning, which is told in whole sentences in both languages. */
function warnings(parts: object): string[] {
  const found = checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    discounting: "3 %/year",
    horizon: 5,
    actors: { town: { title: "The town", parts: { social: "Social", school: "School" } }, home: "Home" },
    target: { size: "200 people" },
    ...parts,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.scenario.warnings.map((issue) => {
    for (const language of ["en", "sv"] as const) {
      const { found: said, mend } = say(issue, language);
      expect(`${said} ${mend}`).not.toMatch(/\?|undefined|NaN|\{\w+\}/);
    }
    return `${issue.code} ${issue.path}`;
  });
}

const points = { points: { mean: "8 pp", sd: "2 pp" } };
const outcome = (effect: object, deductions: object, more: object = {}) => ({
  outcomes: { x: { title: "X", better: "lower", baseline: "40 %", effect, deductions, ...more } },
  consequences: { care: { of: "x", amount: "9 000 kr/case/year", gains: "social", cashable: "50 %" } },
});
const at = (name: string) => `outcomes.x.deductions.${name}`;

describe("taken off twice", () => {
  const gross = { deadweight: { gross: share }, attribution: { gross: share } };
  const twice = [`deadweightTwice ${at("deadweight")}`, `attributionTwice ${at("attribution")}`];

  test.each([
    ["a design", { ...points, design: "matching" }],
    ["changes", { changes: { participants: { mean: "-30 %", sd: "5 %" }, comparison: { mean: "-10 %", sd: "3 %" } } }],
    ["levels", { shares: { participants: { count: 8, of: 40 }, comparison: { count: 22, of: 40 } } }],
    ["odds", { oddsRatio: 0.7, se: 0.1 }],
    ["two differences", { difference: { participants: { mean: "-9 pp", sd: "2 pp" }, comparison: "-2 pp" } }],
  ])("deadweight and what others did, beside %s", (_, effect) => {
    expect(warnings(outcome(effect, gross))).toEqual(twice);
    const net = { deadweight: { net: share }, attribution: { net: share } };
    expect(warnings(outcome(effect, net))).toEqual([]);
  });
  test("not of an effect without a comparison, nor of one where nothing changes", () => {
    expect(warnings(outcome(points, gross))).toEqual([]);
    expect(warnings(outcome({ ...points, design: "before-after" }, gross))).toEqual([]);
    const still = { changes: { participants: { mean: "-30 %", sd: "5 %" }, comparison: "0 %" } };
    expect(warnings(outcome(still, gross))).toEqual([]);
    expect(warnings(outcome({ ...points, design: "matching" }, { deadweight: { gross: "0 %" } }))).toEqual([]);
  });
  test("beside an adjustment for the design", () => {
    const effect = { ...points, design: "before-after", adjust: { factor: "60 %", source: "ours" } };
    const found = warnings({ ...outcome(effect, { deadweight: gross.deadweight }), sources: { ours: "Ours" } });
    expect(found).toEqual([`deductionAdjusted ${at("deadweight")}`]);
  });
  test("drop-off beside keeps, but not beside a step", () => {
    const dropOff = { dropOff: { gross: "20 %/year" } };
    const lasts = { lasts: "4 years" };
    expect(warnings(outcome(points, dropOff, { ...lasts, keeps: "90 %/year" }))).toEqual([
      `dropOffTwice ${at("dropOff")}`,
    ]);
    expect(warnings(outcome(points, dropOff, { keeps: { schedule: ["100 %", "50 %"] } }))).toEqual([
      `dropOffTwice ${at("dropOff")}`,
    ]);
    expect(warnings(outcome(points, dropOff, lasts))).toEqual([]);
    expect(warnings(outcome(points, dropOff))).toEqual([`dropOffIdle ${at("dropOff")}`]);
  });
  test("displacement beside somebody who loses", () => {
    const displaced = outcome(points, { displacement: { gross: share } });
    expect(warnings(displaced)).toEqual([]);
    const moved = { care: { ...displaced.consequences.care, loses: "home" } };
    expect(warnings({ ...displaced, consequences: moved })).toEqual([`displacementTwice ${at("displacement")}`]);
  });
  test("one number in two places", () => {
    const quantities = { anyway: share };
    const named = { deadweight: { gross: "anyway" } };
    expect(warnings({ quantities, ...outcome(points, named) })).toEqual([]);
    expect(warnings({ quantities, ...outcome(points, named, { fidelity: "= 1 - anyway" }) })).toEqual([
      `deductionTwice ${at("deadweight")}`,
    ]);
    expect(warnings({ quantities, ...outcome(points, { ...named, displacement: { gross: "anyway" } }) })).toEqual([
      `deductionTwice ${at("deadweight")}`,
    ]);
  });
  test("is accepted with a reason", () => {
    const parts = outcome({ ...points, design: "matching" }, { deadweight: gross.deadweight });
    expect(warnings({ ...parts, accept: { deadweightTwice: "The comparison was another town" } })).toEqual([]);
  });
});

test.each([
  ["changes", { participants: "30 %", comparison: { mean: "12 %", sd: "3 %" } }, {}],
  ["shares", { participants: { count: 22, of: 40 }, comparison: { count: 8, of: 40 } }, {}],
  ["difference", { mean: "6 pp", sd: "2 pp" }, {}],
  ["difference", { participants: "-6 pp", comparison: { mean: "2 pp", sd: "1 pp" } }, { better: "higher" }],
] as const)("an effect for the worse, by the sign of %s", (way, effect, more) => {
  const parts = outcome({ [way]: effect }, {}, more);
  expect(warnings(parts).filter((own) => !own.startsWith("effectCertain"))).toEqual([
    `effectWrongWay outcomes.x.effect.${way}`,
  ]);
});

describe("one avoided case claimed twice", () => {
  const quantities = { yearOfCare: { as: "gamma", mean: 90_000, sd: 20_000, unit: "kr/case/year" } };
  const one = { title: "X", better: "lower", effect: points };
  const outcomes = { x: one, y: { ...one, title: "Y" } };
  const base = { quantities, outcomes };
  const care = (more: object = {}) => ({ of: "x", amount: "yearOfCare", gains: "social", cashable: "50 %", ...more });

  test("by two outcomes", () => {
    const both = (more: object) => ({ ...base, consequences: { a: care(), b: care({ of: "y", ...more }) } });
    expect(warnings(both({}))).toEqual(["caseTwiceOutcomes consequences.b"]);
    expect(warnings(both({ gains: "school" }))).toEqual([]);
    expect(warnings(both({ amount: "= yearOfCare * 2" }))).toEqual([]);
    const titled = both({ amount: "= yearOfCare * 2", title: "Care" });
    Object.assign(titled.consequences.a, { title: "Care" });
    expect(warnings(titled)).toEqual(["caseTwiceOutcomes consequences.b"]);
  });
  test("not where the outcomes are about other people", () => {
    const elsewhere = { ...outcomes, y: { ...one, title: "Y", among: "50 people" } };
    const consequences = { a: care(), b: care({ of: "y" }) };
    expect(warnings({ ...base, outcomes: elsewhere, consequences })).toEqual([]);
  });
  test("by shares of more than all, and in full by two actors", () => {
    const two = (a: object, b: object) => ({
      quantities,
      outcomes: { x: one },
      consequences: { a: care(a), b: care(b) },
    });
    expect(warnings(two({}, {}))).toEqual(["caseTwiceShares consequences.b"]);
    expect(warnings(two({}, { gains: "school" }))).toEqual(["caseTwiceActors consequences.b"]);
    const part = { low: "40 %", best: "50 %", high: "75 %" };
    expect(warnings(two({ share: "70 %" }, { share: part, gains: "school" }))).toEqual([
      "caseTwiceActors consequences.b",
    ]);
    expect(warnings(two({ share: "60 %" }, { share: "40 %", gains: "school" }))).toEqual([]);
    expect(warnings(two({ lasts: "2 years" }, { starts: "2 years" }))).toEqual([]);
  });
  test("a plain number counts where no titles tell the two apart", () => {
    const two = (a: object, b: object) => ({ outcomes: { x: one }, consequences: { a: care(a), b: care(b) } });
    const amount = "12 000 kr/case";
    expect(warnings(two({ amount }, { amount, gains: "school" }))).toEqual(["caseTwiceActors consequences.b"]);
    const titles = [{ title: "Visits" }, { title: "Schooling" }] as const;
    expect(warnings(two({ amount, ...titles[0] }, { amount, gains: "school", ...titles[1] }))).toEqual([]);
  });
  test("is accepted with a reason", () => {
    const consequences = { a: care(), b: care({ gains: "school" }) };
    const accept = { caseTwiceActors: { "consequences.b": "Both pay for a place of their own" } };
    expect(warnings({ quantities, outcomes: { x: one }, consequences, accept })).toEqual([]);
  });
});
