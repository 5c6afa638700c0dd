import { describe, expect, test } from "vitest";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

/** A programme of one year, whose outcome and consequence are in question. */
function checked(outcome: object, more: object = {}) {
  const { effect, ...rest } = outcome as { effect: object };
  return checkValue({
    format: "utfall-scenario/1",
    id: "a",
    title: "A",
    priceYear: 2025,
    discounting: "3 %/year",
    horizon: 5,
    actors: { town: "The town" },
    target: { size: "200 people" },
    outcomes: { x: { title: "X", better: "lower", effect: { ...effect }, ...rest } },
    ...more,
  });
}

function figures(outcome: object, more: object = {}, outputs: readonly string[] = [], inputs = {}) {
  const found = checked(outcome, more);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const { graph, data } = compile(found.scenario, { outputs });
  return evaluate(graph, data, inputs);
}

function codes(outcome: object, more: object = {}): string[] {
  const found = checked(outcome, more);
  return (found.ok ? found.scenario.warnings : found.issues).map(({ code }) => code);
}

const care = (more: object = {}) => ({
  consequences: { care: { of: "x", amount: "90 000 kr/case/year", gains: "town", ...more } },
});

describe("shares: the levels at the end", () => {
  const shares = { participants: "20 %", comparison: "55 %" };

  test("care granted to 20 % against 55 %, without any level at the start", () => {
    const found = figures({ effect: { shares } }, care(), ["pvBenefit.care"]);
    expect(found["statedEffect.x"]).toBeCloseTo(0.35, 13);
    expect(found["cases.x"]).toBeCloseTo(200 * 0.35, 10);
    expect(found["casesWithout.x"]).toBeCloseTo(200 * 0.55, 10);
    expect(found["improvementNet.x"]).toBeCloseTo(0.35 / 0.55, 12);
    expect(found["improvementGross.x"]).toBeCloseTo(0.35 / 0.55, 12);
    expect(found["pvBenefit.care"]).toBeCloseTo(70 * 90_000, 6);
  });
  test("beside a level at the start the whole change is that from it", () => {
    const found = figures({ effect: { shares }, baseline: "50 %" });
    expect(found["improvementNet.x"]).toBeCloseTo(0.35 / 0.5, 12);
    expect(found["improvementGross.x"]).toBeCloseTo(0.3 / 0.5, 12);
    expect(found["casesWithout.x"]).toBeCloseTo(200 * 0.55, 10);
  });
  test("of a score, where more is better", () => {
    const found = figures(
      {
        better: "higher",
        unit: "point/person",
        effect: { shares: { participants: "60 point/person", comparison: "51 point/person" } },
      },
      { units: { point: "point" } },
    );
    expect(found["statedEffect.x"]).toBe(9);
    expect(found["cases.x"]).toBe(1800);
  });
  test("each is held to the outcome's unit and to 0 … 100 %", () => {
    expect(codes({ effect: { shares: { ...shares, participants: "20 hours" } } })).toEqual(["unitWrong"]);
    expect(codes({ effect: { shares: { ...shares, comparison: "155 %" } } })).toEqual(["rangeProbability"]);
    expect(codes({ effect: { shares: { participants: "20 %" } } })).toEqual(["keyMissing"]);
  });
});

describe("difference: measured directly, the participants' change less the comparison's", () => {
  const yearly = { unit: "kr/person/year", lasts: "3 years" };
  const all = { consequences: { spared: { of: "x", amount: "100 %/year", gains: "town" } } };

  test("kr per person and year: what costs less is gained", () => {
    const found = figures({ ...yearly, effect: { difference: "-8 000 kr/person/year" } }, all, ["benefit.spared.y2"]);
    expect(found["statedEffect.x"]).toBe(8000);
    expect(found["cases.x"]).toBe(200 * 8000);
    const pv = 1.6e6 * (1 + 1 / 1.03 + 1 / 1.03 ** 2);
    expect(found.pvBenefit / pv).toBeCloseTo(1, 13);
    expect(found["benefit.spared.y2"]).toBe(1.6e6);
  });
  test("per month is twelve times as much a year, and two changes are their difference", () => {
    const monthly = figures({ ...yearly, effect: { difference: "-500 kr/person/month" } }, all);
    expect(monthly["statedEffect.x"]).toBe(6000);
    const two = { participants: "-9 000 kr/person/year", comparison: "-1 000 kr/person/year" };
    const found = figures({ ...yearly, effect: { difference: two } }, all);
    expect(found["statedEffect.x"]).toBe(8000);
    const from = figures({ ...yearly, effect: { difference: two }, baseline: "40 000 kr/person/year" }, all);
    expect(from["improvementNet.x"]).toBeCloseTo(8 / 40, 13);
    expect(from["improvementGross.x"]).toBeCloseTo(9 / 40, 13);
    expect(from["casesWithout.x"]).toBeCloseTo(200 * 39_000, 6);
  });
  test("where more is better, a rise is gained", () => {
    const found = figures({ better: "higher", effect: { difference: "6 pp" } });
    expect(found["cases.x"]).toBeCloseTo(12, 12);
  });
  test("what it leads to may be all of it, every year", () => {
    const whole = { consequences: { spared: { of: "x", amount: "100 %", gains: "town" } } };
    const found = figures({ ...yearly, effect: { difference: "-8 000 kr/person/year" } }, whole, ["benefit.spared.y2"]);
    expect(found["benefit.spared.y2"]).toBe(1.6e6);
  });
  test("both parts have to be there", () => {
    const effect = { difference: { participants: "-9 000 kr/person/year" } };
    expect(codes({ ...yearly, effect })).toContain("differenceParts");
  });
  test("with its standard error it is normal", () => {
    const found = checked({ effect: { difference: "-6 pp", se: "2 pp" } });
    expect(found.ok && found.scenario.inputs[0].distribution).toEqual({
      family: "normal",
      parameters: { mean: -0.06, sd: 0.02 },
    });
  });
});

describe("postponedBy: a case comes all the same, but later", () => {
  const first = { baseline: "55 %", effect: { postponedBy: "14 months" } };

  test("first home care 14 months later: a year and two months of care are spared", () => {
    const found = figures(first, care(), ["benefit.care.y0", "benefit.care.y1", "benefit.care.y2"]);
    const whole = 200 * 0.55 * 90_000;
    expect(found["statedEffect.x"]).toBeCloseTo(14 / 12, 14);
    expect(found["cases.x"]).toBeCloseTo(110, 11);
    expect(found["benefit.care.y0"] / whole).toBeCloseTo(1, 14);
    expect(found["benefit.care.y1"] / whole).toBeCloseTo(2 / 12, 13);
    expect(found["benefit.care.y2"]).toBe(0);
    expect(found.pvBenefit / (whole * (1 + 2 / 12 / 1.03))).toBeCloseTo(1, 13);
  });
  test("some die or move before it would have come: keeps takes them off", () => {
    const found = figures({ ...first, keeps: "90 %/year" }, care(), ["benefit.care.y1"]);
    expect(found["benefit.care.y1"] / (200 * 0.55 * 90_000)).toBeCloseTo((0.9 * 2) / 12, 13);
  });
  test("begins when it would have come, and what follows a year later is spared a year later", () => {
    const late = figures({ ...first, starts: "6 months" }, care(), ["benefit.care.y0", "benefit.care.y1"]);
    expect(late["benefit.care.y0"] / (110 * 90_000)).toBeCloseTo(0.5, 13);
    expect(late["benefit.care.y1"] / (110 * 90_000)).toBeCloseTo(14 / 12 - 0.5, 13);
    const next = figures(first, care({ starts: "1 year" }), ["benefit.care.y0", "benefit.care.y1", "benefit.care.y2"]);
    expect(next["benefit.care.y0"]).toBe(0);
    expect(next["benefit.care.y1"] / (110 * 90_000)).toBeCloseTo(1, 13);
    expect(next["benefit.care.y2"] / (110 * 90_000)).toBeCloseTo(2 / 12, 13);
  });
  test("adjusted for how it was compared, it comes less late", () => {
    const effect = { postponedBy: "14 months", adjust: { factor: "50 %", source: "ours" } };
    const found = figures({ ...first, effect }, { ...care(), sources: { ours: "Ours" } });
    expect(found["adjustedEffect.x"]).toBeCloseTo(7 / 12, 14);
    expect(found["adjusted/net"] / (110 * 90_000)).toBeCloseTo(7 / 12, 13);
    expect(found["adjusted/cases.x"]).toBeCloseTo(110, 11);
  });
  test("has no improvement of the level", () => {
    expect(() => figures(first, {}, ["improvementNet.x"])).toThrow(/later/);
    expect(Object.keys(figures(first)).filter((id) => id.startsWith("improvement"))).toEqual([]);
  });
  test("is held to what it means", () => {
    expect(codes({ ...first, better: "higher" })).toContain("postponedGood");
    expect(codes({ ...first, lasts: "3 years" })).toEqual(["postponedLasts"]);
    expect(codes(first, care({ lasts: "4 years" }))).toEqual(["postponedLonger"]);
    expect(codes(first, care({ amount: "90 000 kr/case" }))).toEqual(["postponedOnce"]);
    expect(codes({ effect: { postponedBy: "14 months" } })).toEqual(["baselineMissing"]);
    expect(codes({ ...first, effect: { postponedBy: { mean: "14 months", sd: "6 months" } } })).toEqual([
      "supportNegative",
    ]);
  });
});

describe("measuredOn", () => {
  const funnel = { funnel: { reached: "80 %", accepted: "50 %", dropout: "20 %" } };
  const ways: readonly (readonly [string, object])[] = [
    ["relativeReduction", { relativeReduction: "20 %" }],
    ["points", { points: "8 pp" }],
    ["changes", { changes: { participants: "-30 %", comparison: "-10 %" } }],
    ["shares", { shares: { participants: "20 %", comparison: "40 %" } }],
    ["relativeRisk", { relativeRisk: 0.7 }],
    ["oddsRatio", { oddsRatio: 0.7 }],
    ["hazardRatio", { hazardRatio: 0.7 }],
    ["smd", { smd: "-0.3" }],
    ["difference", { difference: "-8 pp" }],
    ["postponedBy", { postponedBy: "14 months" }],
  ];

  test("has to be said where there is a funnel, and only there", () => {
    const own = { baseline: "40 %", effect: { points: "8 pp" } };
    expect(codes(own, funnel)).toEqual(["measuredOnMissing"]);
    expect(codes(own)).toEqual([]);
    expect(codes({ ...own, among: "50 people" }, funnel)).toEqual([]);
    const found = checked(own);
    expect(found.ok && found.scenario.content.outcomes.x.effect.measuredOn).toBe("everyone");
  });
  test.each(ways)("%s: what was measured on everyone never passes the funnel again", (_, way) => {
    const of = (measuredOn: string, more: object) =>
      figures({ baseline: "40 %", effect: { ...way, measuredOn } }, { ...care(), ...more });
    const [all, funnelled] = [of("everyone", {}), of("everyone", funnel)];
    for (const id of ["cases.x", "casesWithout.x", "pvBenefit", "statedEffect.x"]) expect(funnelled[id]).toBe(all[id]);
    expect(all["cases.x"]).toBeGreaterThan(1);
    expect(of("enrolled", funnel)["cases.x"] / all["cases.x"]).toBeCloseTo(0.4, 13);
    expect(of("completed", funnel)["cases.x"] / all["cases.x"]).toBeCloseTo(0.32, 13);
  });
});
