import { describe, expect, test } from "vitest";
import { written } from "../../scenarios/about/written.ts";
import { about } from "../../scenarios/about.ts";
import { checked, load } from "./catalogue.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("quantities in plain words", () => {
  const counting = { visit: { en: "home visit", sv: "hembesök" } };
  test.each([
    [
      { low: 37_000, best: 38_000, high: 39_000 },
      "kr/month",
      "between 37 000 and 39 000, most likely 38 000 kr/month",
      "mellan 37 000 och 39 000, troligast 38 000 kr/månad",
    ],
    [
      { low: "80 %", best: "90 %", high: "98 %" },
      "",
      "between 80 % and 98 %, most likely 90 %",
      "mellan 80 % och 98 %, troligast 90 %",
    ],
    [
      { low: 1, best: 2, high: 3, level: "90 %" },
      "years",
      "between 1 and 3 with 90 % probability, most likely 2 years",
      "mellan 1 och 3 med 90 % sannolikhet, troligast 2 år",
    ],
    [{ mean: "-40 %", sd: "6 %" }, "", "around −40 %, standard deviation 6 %", "omkring −40 %, standardavvikelse 6 %"],
    [
      { mean: 0.18, sd: 0.07, min: -0.2, unit: "share" },
      "",
      "around 18 %, standard deviation 7 %, never below −20 %",
      "omkring 18 %, standardavvikelse 7 %, aldrig under −20 %",
    ],
    [
      { quantiles: { "10 %": 200, "50 %": 300, "90 %": 450 } },
      "kr",
      "10 % below 200, 50 % below 300, 90 % below 450 kr, which puts 1 % below 103 and 1 % above 625 kr",
      "10 % under 200, 50 % under 300, 90 % under 450 kr, vilket lägger 1 % under 103 och 1 % över 625 kr",
    ],
    [
      { as: "logUniform", low: 20, high: 5000 },
      "kr",
      "between 20 and 5 000 kr (log-uniform distribution)",
      "mellan 20 och 5 000 kr (loglikformig fördelning)",
    ],
    [
      {
        parts: [
          { mean: 100, sd: 10 },
          { as: "uniform", low: 200, high: 300 },
        ],
        weights: [1, 3],
      },
      "kr",
      "one of 2: (1) around 100, standard deviation 10 kr; (2) between 200 and 300 kr, all equally likely; weights 1, 3",
      "en av 2: (1) omkring 100, standardavvikelse 10 kr; (2) mellan 200 och 300 kr, allt lika troligt; vikter 1, 3",
    ],
    [
      { as: "categorical", values: [310_000, 360_000], weights: ["70 %", "30 %"] },
      "kr",
      "stated values with weights (310 000 kr (70 %), 360 000 kr (30 %))",
      "angivna värden med vikter (310 000 kr (70 %), 360 000 kr (30 %))",
    ],
    [
      { as: "lognormal", interval: [4, 16], level: "90 %" },
      "months",
      "between 4 and 16 months with 90 % probability (lognormal distribution)",
      "mellan 4 och 16 månader med 90 % sannolikhet (lognormalfördelning)",
    ],
    [
      { quantiles: { "10 %": "a", "90 %": 3 }, low: 0 },
      "kr",
      "10 %: calculated: a; 90 %: 3 kr, at least 0",
      "10 %: beräknas: a; 90 %: 3 kr, minst 0",
    ],
    [
      { as: "weibull", shape: 1.5, scale: "4 years" },
      "",
      "Weibull distribution (shape 1.5, scale 4 years)",
      "Weibullfördelning (shape 1,5, scale 4 år)",
    ],
    [
      { as: "gamma", mean: 132_000, sd: 15_000 },
      "kr/case/year",
      "around 132 000, standard deviation 15 000 kr/case/year (gamma distribution)",
      "omkring 132 000, standardavvikelse 15 000 kr/fall/år (gammafördelning)",
    ],
    [
      { as: "uniform", low: 0.7, high: 1, unit: "share" },
      "",
      "between 70 % and 100 %, all equally likely",
      "mellan 70 % och 100 %, allt lika troligt",
    ],
    [
      { interval: ["8 %", "27 %"], level: "95 %" },
      "",
      "between 8 % and 27 % with 95 % probability",
      "mellan 8 % och 27 % med 95 % sannolikhet",
    ],
    [{ count: 12, of: 60 }, "", "12 of 60 observed", "12 av 60 observerade"],
    [
      { as: "beta", alpha: 32, beta: 8 },
      "",
      "beta distribution (alpha 32, beta 8)",
      "betafördelning (alpha 32, beta 8)",
    ],
    [[0.9, 1.5, 1.5], "", "0.9; 1.5; 1.5 (year 0–2)", "0,9; 1,5; 1,5 (år 0–2)"],
    ["3.5 %/year", "", "3.5 %/year", "3,5 %/år"],
    ["1 200 kr/visit", "", "1 200 kr/home visit", "1 200 kr/hembesök"],
    [1, "years", "1 year", "1 år"],
    ["= reach * 2", "", "calculated: reach * 2", "beräknas: reach * 2"],
    [{ value: "94 %", note: "n" }, "", "94 %", "94 %"],
    [1e-7, "", "0.0000001", "0,0000001"],
  ])("%j", (raw, unit, en, sv) => {
    const text = written(raw, { unit, counting });
    expect(plain(text.en)).toBe(en);
    expect(plain(text.sv)).toBe(sv);
  });
});

describe("the school", () => {
  const school = about(load("school-absence.yaml"));

  test("has titles in both languages for everything with an id", () => {
    for (const [id, { en, sv, missing }] of Object.entries(school.titles)) {
      expect([id, missing]).toEqual([id, undefined]);
      expect(en.length * sv.length).toBeGreaterThan(0);
    }
    expect(school.titles.publicSector).toMatchObject({ sv: "Offentlig sektor" });
    expect(school.status).toEqual({ en: "fictional example", sv: "Påhittat exempel" });
  });

  test("lists every number it states, in file order, with its source and row, and no default", () => {
    const places = school.assumptions.map(({ place }) => place);
    expect(places.slice(0, 4)).toEqual(["discounting", "budget.inflation", "target.size.over60", "target.size.others"]);
    expect(places).not.toContain("costs.team.post.overhead");
    expect(places).not.toContain("costs.premises.drift");
    expect(school.assumptions.filter(({ uncertain }) => uncertain)).toHaveLength(35);
    for (const { source, evidence } of school.assumptions) expect([source, evidence]).not.toContain(undefined);
    const salary = school.assumptions.find(({ place }) => place === "costs.team.post.salary")!;
    expect(salary).toMatchObject({
      title: { en: "Cost: Attendance team, salary", sv: "Kostnad: Närvaroteam, lön" },
      row: "resources",
      source: "ours",
      evidence: "assumption",
      input: "school-absence/costs.team.post.salary",
    });
    expect(plain(salary.written.sv)).toBe("mellan 37 000 och 39 000, troligast 38 000 kr/månad");
    const change = school.assumptions.find(({ place }) => place.endsWith("participants.over60"))!;
    expect(change).toMatchObject({ source: "guide", evidence: "data", row: "shortTerm" });
  });

  test("shows each goal beside its net twin", () => {
    expect(school.criteria.map(({ id, netTwin, added }) => [id, netTwin, added])).toEqual([
      ["absenceAll", "absenceAllNet", undefined],
      ["absenceAllNet", undefined, true],
      ["absenceHigh", "absenceHighNet", undefined],
      ["absenceHighNet", undefined, true],
      ["finishing", "finishingNetTwin", undefined],
      ["finishingNetTwin", undefined, true],
      ["finishingNet", undefined, undefined],
      ["paysBack", undefined, undefined],
    ]);
    expect(school.success).toEqual(["finishingNet", "paysBack"]);
    expect(school.leading).toBe("organisation");
    expect(school.perspectives.publicSector).toEqual(["fund", "education", "social", "state"]);
    expect(school.reproduces).toContainEqual({
      figure: "cost.organisation",
      value: 4e6,
      within: 1e5,
      unit: "kr",
      source: "guide",
    });
    expect(school.discountRatePerYear).toBe(0.035);
  });
});

test("named numbers are told by what they are used for", () => {
  const reference = about(load("reference.yaml"));
  const titles = Object.fromEntries(reference.assumptions.map(({ place, title, row }) => [place, [title.sv, row]]));
  expect(titles.targetGroup).toEqual(["Målgrupp: antal", "reach"]);
  expect(titles.baselineRisk).toEqual(["Utfall: Har problemet igen, utgångsläge", "shortTerm"]);
  expect(titles.unitCostA[1]).toBe("economy");
});

test("a text in one language stands in for the other, and is marked", () => {
  const scenario = checked(`
format: utfall-scenario/1
id: small
language: sv
title: Liten satsning
priceYear: 2025
horizon: 3 years
discounting: 3 %/year
actors: { town: Kommunen }
costs: { team: { amount: 1 mnkr, paidBy: town } }
`);
  const { title, titles } = about(scenario);
  expect(title).toEqual({ en: "Liten satsning", sv: "Liten satsning", missing: ["en"] });
  expect(titles.town).toEqual({ en: "Kommunen", sv: "Kommunen", missing: ["en"] });
  expect(titles.team).toEqual({ en: "Team", sv: "Team" });
});

test("what an option adds is called by the title that it has there", () => {
  const { changes } = about(load("home-visits.yaml")).options!.find(({ id }) => id === "twoTeams")!;
  const titles = changes.filter(({ place }) => place.startsWith("costs.management.")).map(({ title }) => title.sv);
  expect(titles).toContain("Kostnad: Ledning, lön");
  expect(titles.every((title) => title.startsWith("Kostnad: Ledning,"))).toBe(true);
});

test("a quantity's title is translated by its name, and stays what it is in the file's own language", () => {
  const moved = about(load("parent-support.yaml")).assumptions.find(({ place }) => place === "attendanceMoved")!;
  expect(moved.title).toEqual({
    en: "Attendance until the leader was coached",
    sv: "Närvaro tills ledaren fick handledning",
  });
});
