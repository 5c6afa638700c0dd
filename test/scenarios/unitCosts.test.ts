import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { about } from "../../scenarios/about.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario, CheckOutcome } from "../../scenarios/checked.ts";
import { priceFiles, shippedUnitCosts } from "../../scenarios/files.ts";
import { readPriceIndex, readUnitCosts } from "../../scenarios/unitCosts/readUnitCosts.ts";
import { yearsText } from "../../scenarios/unitCosts/yearsText.ts";

const folder = mkdtempSync(join(tmpdir(), "utfall-"));
afterAll(() => rmSync(folder, { recursive: true }));

function sound(outcome: CheckOutcome): CheckedScenario {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.scenario;
}

/** A scenario with one consequence and one cost. */
const text = (amount: string, more = "") => `
format: utfall-scenario/1
id: support
title: Support
priceYear: 2023
programme: { years: 2 }
discounting: 3 %/year
${more}
actors:
  municipality: { title: The municipality, parts: { social: Social services } }
  region: The region
target: { size: 100 people/year }
outcomes:
  relapse: { title: Relapse, better: lower, baseline: 40 %, effect: { relativeReduction: 10 %, measuredOn: enrolled } }
consequences:
  care: { of: relapse, amount: ${amount}, gains: social, cashable: 50 % }
costs:
  team: { amount: 100 tkr/year, paidBy: social }
`;

const check = (amount: string, more = "") =>
  checkText(text(amount, more), join(folder, "a.yaml"), priceFiles(join(folder, "a.yaml")));
const amountOf = (scenario: CheckedScenario) => scenario.quantities.get("consequences.care.amount");
const codes = (outcome: CheckOutcome) =>
  (outcome.ok ? outcome.scenario.warnings : outcome.issues).map(({ code }) => code);

/** SCB's annual means of KPI, 1980 = 100. */
const kpi = { 2015: 313.35, 2019: 334.26, 2023: 403.7 };

describe("the library that comes with the program", () => {
  const files = shippedUnitCosts();
  const entry = (id: string) => files.flatMap(({ entries }) => (entries[id] === undefined ? [] : [entries[id]]))[0];

  test("every file of it can be read", () => {
    const read = priceFiles();
    for (const { text, name } of read.shippedUnitCosts()) expect(readUnitCosts(text, name)).toMatchObject({ ok: true });
    for (const { text, name } of read.shippedIndices()) expect(readPriceIndex(text, name)).toMatchObject({ ok: true });
    expect(files.length).toBeGreaterThan(1);
  });

  test.each([
    ["childWelfareInvestigation", "30 561 kr/case"],
    ["preliminaryAssessment", "1 543 kr/case"],
    ["consultation", "5 588 kr/case"],
    ["collaborationMeeting", "2 640 kr/hour"],
    ["leisureSupport", "9 500 kr/month"],
    ["preschoolPlace", "96 000 kr/year"],
  ])("%s is %s at 2015 prices, with wages and employer's contributions, without premises", (id, amount) => {
    expect(entry(id)).toMatchObject({
      amount,
      priceYear: 2015,
      includes: ["wages", "employersContributions"],
      excludes: ["premises"],
    });
  });

  test("every entry has a title in both languages and a source, and what has none is a placeholder", () => {
    for (const { entries, sources } of files)
      for (const [id, { title, source, status }] of Object.entries(entries)) {
        expect(title, id).toMatchObject({ en: expect.any(String), sv: expect.any(String) });
        expect(sources[source!], id).toBeDefined();
        expect(status === "placeholder", id).toBe(source === "ours");
      }
  });

  test("an index rises from its years' figures, and none is below zero", () => {
    const [{ text, name }] = priceFiles().shippedIndices();
    const outcome = readPriceIndex(text, name);
    expect(outcome.ok && outcome.index.values).toMatchObject(kpi);
  });
});

describe("a unit cost in a scenario", () => {
  test("is converted from its price year to the scenario's", () => {
    const scenario = sound(check("{ unitCost: childWelfareInvestigation }"));
    expect(amountOf(scenario)).toMatchObject({ kind: "number", unit: { kr: 1, case: -1 } });
    const { value } = amountOf(scenario) as { value: number };
    expect(value).toBeCloseTo((30_561 * kpi[2023]) / kpi[2015], 6);
    expect(value).toBeCloseTo(39_372.83, 2);
  });

  test("with a spread is a PERT around its amount", () => {
    const scenario = sound(check("{ unitCost: childWelfareInvestigation, spread: 20 % }"));
    const [{ distribution, path }] = scenario.inputs;
    expect(path).toBe("support/consequences.care.amount");
    expect(distribution.family).toBe("pert");
    const { low, best, high } = distribution.parameters;
    expect(low / best).toBeCloseTo(0.8, 12);
    expect(high / best).toBeCloseTo(1.2, 12);
    expect(best).toBeCloseTo(39_372.83, 2);
  });

  test("may call the list's cases by a name of their own", () => {
    const more = "units: { visit: Visit }\nquantities: { one: { unitCost: consultation, unit: kr/visit } }";
    const scenario = sound(check("= one * 3 visits/case", more));
    expect(scenario.quantities.get("one")?.unit).toEqual({ kr: 1, visit: -1 });
  });

  test("goes into the checked content, which needs no file any more and checks to the same", () => {
    const scenario = sound(check("{ unitCost: childWelfareInvestigation, spread: 20 % }"));
    const again = sound(checkValue(JSON.parse(JSON.stringify(scenario.content))));
    expect(again.hash).toBe(scenario.hash);
    expect(again.inputs).toEqual(scenario.inputs);
    expect(Object.keys(scenario.content.unitCosts!.entries)).toEqual(["childWelfareInvestigation"]);
    expect(scenario.content.priceIndex?.values).toEqual({ 2015: kpi[2015], 2023: kpi[2023] });
  });

  test("says where it comes from, and what was done to it, in both languages", () => {
    const { assumptions, sources } = about(sound(check("{ unitCost: childWelfareInvestigation, spread: 20 % }")));
    const row = assumptions.find(({ place }) => place === "consequences.care.amount")!;
    expect(row.written.sv.replaceAll("\u00a0", " ")).toBe(
      "30 561 kr/fall i 2015 års priser, vilket är 39 373 kr/fall i 2023 års priser (gånger 1,2883, SCB:s KPI), plus eller minus 20 %",
    );
    expect(row.written.en).toContain("at 2015 prices");
    expect(row.note?.sv).toBe(
      "Innehåller löner, arbetsgivaravgifter; inte lokaler. Gäller: Sverige. Ur insatskostnader-2015 (1).",
    );
    expect(row.evidence).toBe("expert");
    expect(sources.find(({ id }) => id === row.source)?.title.sv).toContain("Uppdrag Psykisk Hälsa");
  });

  test("one of several years is called by its name", () => {
    const scenario = sound(check("[{ unitCost: consultation }, { unitCost: preliminaryAssessment }]"));
    const row = about(scenario).assumptions.find(({ place }) => place === "consequences.care.amount");
    expect(row?.written.sv).toBe("enhetskostnaden consultation; enhetskostnaden preliminaryAssessment (år 0–1)");
  });

  test("a scenario without files has only its own", () => {
    expect(codes(checkText(text("{ unitCost: childWelfareInvestigation }"), "a.yaml"))).toEqual(["unitCostUnknown"]);
  });
});

describe("local unit costs", () => {
  const local = (amount: string, title = "Utredning") => `
format: utfall-unit-costs/1
version: 2024
language: sv
sources: { own: Egen uppföljning }
defaults: { priceYear: 2023, source: own, includes: [wages, employersContributions, premises] }
entries: { childWelfareInvestigation: { title: ${title}, amount: ${amount} } }
`;
  writeFileSync(join(folder, "first.yaml"), local("41 000 kr/case"));
  writeFileSync(join(folder, "second.yaml"), local("43 500 kr/case"));
  const value = (more: string) =>
    (amountOf(sound(check("{ unitCost: childWelfareInvestigation }", more))) as { value: number }).value;

  test("win over those of the program, later files over earlier ones, and the scenario's own over all", () => {
    expect(value("unitCosts: [first.yaml]")).toBe(41_000);
    expect(value("unitCosts: [first.yaml, second.yaml]")).toBe(43_500);
    const own = "{ title: Ours, amount: 50 000 kr/case, priceYear: 2023, source: books }";
    const entries = `unitCosts: { files: [first.yaml], sources: { books: Books }, entries: { childWelfareInvestigation: ${own} } }`;
    expect(value(entries)).toBe(50_000);
  });

  test("are named in the content with the file they came from", () => {
    const { content } = sound(check("{ unitCost: childWelfareInvestigation }", "unitCosts: [first.yaml]"));
    expect(content.unitCosts?.entries.childWelfareInvestigation.from).toBe("first (2024)");
    expect(content.unitCosts?.files).toEqual([]);
    expect(content.priceIndex).toBeUndefined();
  });

  test("what is wrong in a file is told at its own line and column", () => {
    writeFileSync(
      join(folder, "broken.yaml"),
      "format: utfall-unit-costs/1\nsources: { own: Own }\nentries:\n  a: { titel: A, amount: 5 kr/case }\n  b: { title: B, amount: 7 kr/case, source: own, priceYear: 20 }\n",
    );
    const outcome = check("1 kr/case", "unitCosts: [broken.yaml]");
    expect(outcome.ok).toBe(false);
    const issues = outcome.ok ? [] : outcome.issues;
    expect(issues.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)).toEqual([
      "4:8 unknownKey",
      "5:61 priceYearForm",
    ]);
    expect(issues.every(({ at }) => at?.file.endsWith("broken.yaml"))).toBe(true);
  });

  test("an amount without unit, an unknown source, a missing price year: all are told", () => {
    const outcome = readUnitCosts(
      "format: utfall-unit-costs/1\nentries:\n  a: { title: A, amount: 500, source: x }\n  b: { title: B, amount: 0 kr/case }\n",
      "f.yaml",
    );
    const issues = outcome.ok ? [] : outcome.issues;
    expect(issues.map(({ code, at }) => `${at?.line} ${code}`)).toEqual([
      "3 unitCostAmount",
      "3 keyMissing",
      "3 sourceUnknown",
      "4 unitCostAmount",
      "4 keyMissing",
      "4 keyMissing",
    ]);
    for (const issue of issues)
      for (const language of ["en", "sv"] as const) expect(say(issue, language).found).not.toMatch(/\?|undefined/);
  });
});

describe("price years", () => {
  test("amounts of another year are converted, every number of a distribution with them", () => {
    const factor = kpi[2023] / kpi[2019];
    const plain = sound(check("{ value: 42 000 kr/case, year: 2019 }"));
    expect((amountOf(plain) as { value: number }).value).toBeCloseTo(42_000 * factor, 6);
    const pert = sound(check("{ low: 10 000, best: 20 000, high: 40 000, unit: kr/case, year: 2019 }"));
    expect(pert.inputs[0].distribution.parameters).toMatchObject({ low: 10_000 * factor, high: 40_000 * factor });
    const gamma = sound(check("{ as: gamma, mean: 42 000, sd: 9 000, unit: kr/case, year: 2019, max: 90 000 }"));
    const { alpha, beta } = gamma.inputs[0].distribution.parameters;
    expect(alpha / beta).toBeCloseTo(42_000 * factor, 6);
    expect(gamma.inputs[0].distribution.max).toBeCloseTo(90_000 * factor, 6);
    const again = sound(checkValue(JSON.parse(JSON.stringify(gamma.content))));
    expect(again.inputs).toEqual(gamma.inputs);
    expect(again.hash).toBe(gamma.hash);
  });

  test("the scenario's own year changes nothing", () => {
    expect(amountOf(sound(check("{ value: 42 000 kr/case, year: 2023 }")))).toMatchObject({ value: 42_000 });
  });

  test("an index of one's own takes the place of KPI, with its years", () => {
    const index = "priceIndex: { title: PKV, source: SKR, values: { 2020: 100, 2021: 101.5, 2023: 112 } }";
    const scenario = sound(check("{ value: 1 000 kr/case, year: 2020 }", index));
    expect((amountOf(scenario) as { value: number }).value).toBeCloseTo(1_120, 9);
    const { written } = about(scenario).assumptions.find(({ place }) => place === "consequences.care.amount")!;
    expect(written.sv).toContain("(gånger 1,12, PKV)");
    const missing = check("{ value: 1 000 kr/case, year: 2019 }", index);
    expect(missing.ok ? [] : missing.issues).toMatchObject([
      { code: "priceIndexYearOwn", with: { year: 2019, index: "PKV", years: "2020–2021, 2023" } },
    ]);
  });

  const later = (more: string) =>
    checkText(
      text("{ unitCost: childWelfareInvestigation }", more).replace("priceYear: 2023", "priceYear: 2025"),
      join(folder, "a.yaml"),
      priceFiles(join(folder, "a.yaml")),
    );
  const wordsOf = (outcome: CheckOutcome) => (outcome.ok ? "" : say(outcome.issues[0], "en").mend);

  test("a year that KPI lacks: the error says how to add it, and what it says works", () => {
    const missing = later("");
    expect(missing.ok ? [] : missing.issues).toMatchObject([
      { code: "priceIndexYear", with: { year: 2025, last: 2023 } },
    ]);
    expect(wordsOf(missing)).toContain("2023 is 403.7: priceIndex: { extends: kpi, source: …, values: { 2025: … } }");
    const index = "priceIndex: { extends: kpi, source: SCB, values: { 2025: 420 } }";
    const scenario = sound(later(index));
    expect((amountOf(scenario) as { value: number }).value).toBeCloseTo((30_561 * 420) / kpi[2015], 6);
    expect(scenario.content.priceIndex).toEqual({
      title: { en: "Statistics Sweden's KPI, own values for 2025", sv: "SCB:s KPI, egna värden för 2025" },
      source: { en: "SCB" },
      values: { 2015: kpi[2015], 2025: 420 },
    });
    const again = sound(checkValue(JSON.parse(JSON.stringify(scenario.content))));
    expect(again.hash).toBe(scenario.hash);
  });

  test("years in a file of one's own", () => {
    const head = "format: utfall-price-index/1\nid: later\n";
    writeFileSync(join(folder, "later.yaml"), `${head}extends: kpi\nvalues: { 2025: 420 }\n`);
    writeFileSync(join(folder, "broken.yaml"), `${head}values: { 2025: 420 }\n`);
    expect((amountOf(sound(later("priceIndex: later.yaml"))) as { value: number }).value).toBeCloseTo(
      (30_561 * 420) / kpi[2015],
      6,
    );
    expect(codes(later("priceIndex: broken.yaml"))).toEqual(["keyMissing"]);
    expect(codes(later("priceIndex: nowhere.yaml"))).toEqual(["companionMissing"]);
    expect(codes(checkText(text("{ value: 1 kr/case, year: 2001 }", "priceIndex: later.yaml"), "a.yaml"))).toEqual([
      "priceIndexFile",
    ]);
  });

  test.each([
    ["on another base", "{ extends: kpi, values: { 2025: 118.2 } }", "priceIndexBase"],
    ["of an index that there is not", "{ extends: kip, values: { 2025: 420 } }", "priceIndexUnknown"],
    ["of a file", "{ extends: later.yaml, values: { 2025: 420 } }", "priceIndexExtends"],
    ["of no year", "{ extends: kpi, values: { next: 420 } }", "priceYearForm"],
    ["of another year", "{ extends: kpi, values: { 2024: 412 } }", "priceIndexYearOwn"],
  ])("values %s are refused", (_, index, code) => {
    expect(codes(later(`priceIndex: ${index}`))).toEqual([code]);
  });

  test("years in words", () => {
    expect(yearsText([2006, 2008, 2007])).toBe("2006–2008");
    expect(yearsText([2020, 2015, 2016, 2018])).toBe("2015–2016, 2018, 2020");
  });
});

describe("warnings where a unit cost does not fit", () => {
  test("none where nothing was asked for and the actor is right", () => {
    expect(codes(check("{ unitCost: childWelfareInvestigation }"))).toEqual([]);
  });

  test("a placeholder", () => {
    expect(codes(check("{ unitCost: socialAssistance }"))).toEqual(["unitCostPlaceholder"]);
  });

  test("parts that the scenario needs and the unit cost lacks, does not mention, or has besides", () => {
    const warnings = (needs: string) => {
      const outcome = check("{ unitCost: childWelfareInvestigation }", `unitCosts: { needs: [${needs}] }`);
      return sound(outcome).warnings.map((issue) => `${issue.code} ${issue.with?.parts}`);
    };
    expect(warnings("wages, employersContributions")).toEqual([]);
    expect(warnings("wages, employersContributions, premises, overhead")).toEqual([
      "unitCostLacks premises",
      "unitCostUnclear overhead",
    ]);
    expect(warnings("wages")).toEqual(["unitCostMore employersContributions"]);
  });

  test("a cost of another actor, seen through a name and a formula; a part of the actor will do", () => {
    const more = "quantities: { one: { unitCost: childWelfareInvestigation } }";
    const other = checkText(text("= 2 * one", more).replace("gains: social", "gains: region"), "a.yaml", priceFiles());
    expect(sound(other).warnings).toMatchObject([
      { code: "unitCostActor", with: { actor: "municipality", found: "region" } },
    ]);
    expect(codes(check("= 2 * one", more))).toEqual([]);
  });
});
