import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";

const head = `
format: utfall-scenario/1
id: support
title: Support
priceYear: 2025
programme: { years: 2 }
discounting: 3 %/year
actors:
  town: { title: Kommunen, parts: { education: Education, social: Social services } }
  state: The state
  youth: The young people
perspectives: { organisation: [town] }
target: { size: 100 people/year }
outcomes:
  relapse:
    title: Relapse
    better: lower
    baseline: 40 %
    effect: { relativeReduction: { mean: 15 %, sd: 5 %, min: 0 %, max: 100 % }, measuredOn: everyone }
`;

/** `code path` of what is said of these consequences and formulas, each in whole sentences in both languages. */
function warnings(rest: string, perspective = "organisation"): string[] {
  const outcome = checkText(`${head}perspective: ${perspective}\n${rest}`, "a.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  for (const issue of outcome.scenario.warnings)
    for (const language of ["en", "sv"] as const)
      expect(Object.values(say(issue, language)).join(" ")).not.toMatch(/[{]\w+[}]|undefined/);
  return outcome.scenario.warnings.map(({ code, path }) => `${code} ${path}`);
}

const consequences = (...entries: readonly string[]) => `consequences:\n${entries.map((one) => `  ${one}\n`).join("")}`;
const care = "care: { of: relapse, amount: 9000 kr/case, gains: social }";
const school = "school: { of: relapse, amount: 8000 kr/case, gains: { education: 60 %, state: rest } }";
const grants = "grants: { of: relapse, amount: 7000 kr/case, gains: state }";

describe("what can be taken out of a budget is not said", () => {
  test("of one fiscal benefit that the result rests on, or of several, once", () => {
    expect(warnings(consequences(care, grants))).toEqual(["cashableMissing consequences.care"]);
    expect(warnings(consequences(care, school, grants))).toEqual(["cashableMissing consequences"]);
  });

  test("not of benefits of others, of other kinds, or where it is said, be it nothing", () => {
    expect(warnings(consequences(grants))).toEqual([]);
    expect(warnings(consequences(grants), "state")).toEqual(["cashableMissing consequences.grants"]);
    expect(warnings(consequences(care.replace(" }", ", kind: social }")))).toEqual([]);
    expect(warnings(consequences(care.replace(" }", ", cashable: 0 % }")))).toEqual([]);
  });

  test("and accepted for the whole file or for the one", () => {
    expect(warnings(`accept: { cashableMissing: Only time is freed }\n${consequences(care, school)}`)).toEqual([]);
    const one = "accept: { cashableMissing: { consequences.care: Only time is freed } }";
    expect(warnings(`${one}\n${consequences(care)}`)).toEqual([]);
  });
});

describe("tax counted as a gain of a municipality", () => {
  const taxed = (title: string, gains = "social", id = "income") =>
    consequences(`${id}: { title: ${title}, of: relapse, amount: 9000 kr/case, gains: ${gains}, cashable: 100 % }`);

  test.each(["Skatteintäkter", "Högre kommunalskatt", "Kommunens skattekraft", "Income tax", "More taxes paid"])(
    "%s",
    (title) => {
      expect(warnings(taxed(title))).toEqual(["taxCounted consequences.income"]);
    },
  );

  test.each(["Uppskattad kostnad för vård", "Skattad vård", "Enligt skattning", "Taxi to school", "Syntax lessons"])(
    "not %s",
    (title) => {
      expect(warnings(taxed(title))).toEqual([]);
    },
  );

  test("in an id, a unit or a formula; not of the state, and accepted with a reason", () => {
    expect(warnings(taxed("Income", "social", "localTax"))).toEqual(["taxCounted consequences.localTax"]);
    expect(warnings(taxed("Skatt", "state"))).toEqual([]);
    expect(warnings("formulas: { skatter: { value: 9000 kr/year, gains: education } }")).toEqual([
      "taxCounted formulas.skatter",
    ]);
    const accepted = "accept: { taxCounted: { consequences.income: Only what stays after equalisation } }";
    expect(warnings(`${accepted}\n${taxed("Tax")}`)).toEqual([]);
    const units = "units: { taxKrona: krona of tax }";
    const own = `${units}\nconsequences:\n  work: { of: relapse, number: 4 taxKrona/case, amount: 1 kr/taxKrona, gains: social, cashable: 1 % }\n`;
    expect(warnings(own)).toEqual(["taxCounted consequences.work"]);
  });
});
