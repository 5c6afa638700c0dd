import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { about } from "../../scenarios/about.ts";
import { scheduleOfFile } from "../../scenarios/check/discounting.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { priceFiles } from "../../scenarios/files.ts";
import { evaluate } from "../model/evaluate.ts";
import { reference } from "../reference.ts";
import { resultOf, scenarioOf } from "./flows.ts";

const [greenBook] = reference("economics").cases.filter(({ id }) => id === "greenBook");

function checked(value: unknown): CheckedScenario {
  const outcome = checkValue(value, priceFiles());
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => say(issue, "en").found).join("\n"));
  return outcome.scenario;
}

/** 1 kr in each of so many years. */
const ones = (years: number, discounting: unknown) =>
  scenarioOf(
    Array.from({ length: years }, () => 1),
    discounting,
  );
const own = {
  bands: [{ through: 30, rate: "3.5 %/year" }, { through: 75, rate: "3 %/year" }, { rate: "2.5 %/year" }],
};

/** What 1 kr of each year is worth. */
async function factors(discounting: unknown, years: readonly number[]): Promise<readonly number[]> {
  const last = Math.max(...years);
  const { content } = checked(ones(last + 1, discounting));
  const ids = years.map((year) => `pvBenefit.y${year}`);
  const { outputs } = await resultOf(content, ids);
  return ids.map((id) => (outputs[id].kind === "number" ? outputs[id].mean.value : Number.NaN));
}

describe("factors", () => {
  const years = greenBook.years.filter((year: number) => year <= 125);
  const wanted = greenBook.factors.filter((_: number, i: number) => greenBook.years[i] <= 125);
  test.each([
    ["the Green Book by its name", "green-book-2022"],
    ["by its name in a map", { schedule: "green-book-2022" }],
    ["bands of one's own", own],
  ])("%s", async (_, discounting) => {
    const found = await factors(discounting, years);
    for (const [i, factor] of found.entries()) expect(Math.abs(factor / wanted[i] - 1)).toBeLessThan(1e-12);
  });

  test("one krona a year from year 1 to 125", async () => {
    const { outputs } = await resultOf(checked(ones(126, "green-book-2022")).content);
    if (outputs.net.kind !== "number") throw new Error("not a number");
    const { value } = greenBook.presentValueOfOnePerYear;
    expect(Math.abs(outputs.net.mean.value - 1 - value)).toBeLessThan(1e-12 * value);
    // The annuity of what is equal each year is what it is.
    if (outputs.annualEquivalent.kind !== "number") throw new Error("not a number");
    expect(outputs.annualEquivalent.mean.value).toBeCloseTo(1, 12);
  });

  test("a list by year: year 0 is not discounted, the last rate holds afterwards", async () => {
    const found = await factors(["9 %/year", "10 %/year", "5 %/year"], [0, 1, 2, 3]);
    const wanted = [1, 1 / 1.1, 1 / 1.1 / 1.05, 1 / 1.1 / 1.05 / 1.05];
    for (const [i, factor] of found.entries()) expect(factor).toBeCloseTo(wanted[i], 14);
  });

  test("a schedule of one rate gives the bits of that rate", async () => {
    const [one, same] = await Promise.all([factors("3.5 %/year", [0, 1, 7, 30]), factors("asek-7", [0, 1, 7, 30])]);
    expect(same).toEqual(one);
  });

  test("a rate may be uncertain: it is one number in all years of its band", () => {
    const uncertain = {
      bands: [{ through: 1, rate: "2 %/year" }, { rate: { low: 0.01, high: 0.05, best: 0.03, unit: "share/year" } }],
    };
    const { graph, data } = compile(checked(ones(4, uncertain)), { outputs: ["pvBenefit.y3"] });
    expect(graph.inputs.map(({ path }) => path)).toEqual(["flows/discounting.bands.1.rate"]);
    const values = evaluate(graph, data, { "flows/discounting.bands.1.rate": 0.04 });
    expect(values["pvBenefit.y3"]).toBeCloseTo(1 / 1.02 / 1.04 / 1.04, 14);
  });
});

describe("the checked content", () => {
  test("holds the rates with their source, and checks to the same again without any file", () => {
    const first = checked(ones(40, "green-book-2022"));
    expect(first.content.discounting).toMatchObject({
      schedule: "green-book-2022",
      version: "2022",
      title: { en: expect.stringContaining("Green Book") },
      source: { sv: expect.stringContaining("HM Treasury") },
    });
    const again = checkValue(first.content);
    expect(again.ok && again.scenario.hash).toBe(first.hash);
  });

  test("says the rates that the horizon reaches, in both languages", () => {
    const said = about(checked(ones(40, "green-book-2022")));
    expect(said.discountRates).toEqual({
      en: "3.5% a year (3% from year 31), Green Book 2022, standard rates",
      sv: "3,5\u00a0% per år (3\u00a0% från år 31), Green Book 2022, standardräntor",
    });
    const [row] = said.assumptions.filter(({ place }) => place === "discounting");
    expect(row).toMatchObject({ written: said.discountRates, uncertain: false, note: { en: expect.any(String) } });
    expect(about(checked(ones(10, "green-book-2022"))).discountRates?.en).toBe(
      "3.5% a year, Green Book 2022, standard rates",
    );
    expect(about(checked(ones(10, "3 %/year"))).discountRates).toBeUndefined();
  });
});

test("every schedule that comes with the program is dated, sourced and in order", () => {
  const files = priceFiles().shippedSchedules();
  expect(files.length).toBeGreaterThan(3);
  for (const { text, name } of files) {
    const { schedule, version, source, url } = scheduleOfFile(text, name);
    expect(name.endsWith(`${schedule}.yaml`)).toBe(true);
    expect(version).toMatch(/^20\d\d$/);
    expect([source, url].every((own) => own !== undefined)).toBe(true);
    expect(checked(ones(3, schedule)).content.discounting).toMatchObject({ schedule });
  }
});

test.each([
  ["green-book-2002", "scheduleUnknown"],
  [{ schedule: "none" }, "scheduleUnknown"],
  [{ bands: [] }, "scheduleBands"],
  [{ bands: [{ rate: "3 %/year" }, { rate: "2 %/year" }] }, "scheduleBands"],
  [
    {
      bands: [
        { through: 9, rate: "3 %/year" },
        { through: 9, rate: "2 %/year" },
      ],
    },
    "scheduleBands",
  ],
  [{ bands: [{ through: 2.5, rate: "3 %/year" }] }, "yearsExpected"],
  [{ bands: [{ until: 5, rate: "3 %/year" }] }, "unknownKey"],
  [{ bands: [{ through: 5 }] }, "keyMissing"],
  [{ bands: "3 %" }, "listExpected"],
  [{ bands: [{ rate: "3 kr" }] }, "unitWrong"],
  [["3 %/year", "3 kr"], "unitWrong"],
  [{ bands: [{ rate: "300 %/year" }] }, "rangeShare"],
])("%j: %s, and nothing else", (discounting, code) => {
  const outcome = checkValue(ones(3, discounting), priceFiles());
  expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual([code]);
});
