import { expect, test } from "vitest";
import type { About } from "../../engine/result/about.ts";
import { contextOf } from "../../report/context.ts";
import { plain } from "../../report/shown.ts";
import { inWords, readersCautions } from "../../report/view/cautions.ts";
import { successList } from "../../report/view/criteria.ts";
import { keyFigures } from "../../report/view/figures.ts";
import { cashableSentence } from "../../report/view/partsOfBenefit.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const { result, about } = schoolAbsence();
const flat = (text: string) => text.replaceAll("\u00a0", " ");

test("a finding names things by their titles and years as years, and says how to write with the file's own names", () => {
  const titled: About = {
    ...about,
    titles: {
      ...about.titles,
      team: { en: "The team", sv: "Teamet" },
      grant: { en: "State grant", sv: "Statsbidrag" },
    },
  };
  const sv = contextOf(result, titled, "sv");
  expect(inWords(sv, { code: "onCostOtherYear", with: { name: "team", year: 2021, priceYear: 2026 } }).found).toBe(
    "Teamet har PO-pålägget för 2021, medan priserna gäller 2026",
  );
  const ends = inWords(sv, { code: "grantEnds", with: { name: "grant", ends: "2027-12", costs: "team, grant" } });
  expect(ends.found).toMatch(/^Statsbidrag .*\(Teamet, Statsbidrag\)/);
  const unused = inWords(sv, { code: "sourceUnused", with: { name: "team" } });
  expect(unused.mend).toContain("source: team");
});

test("shares in findings have the percent sign of the language", () => {
  const issue = { code: "divisorReachesZero", with: { path: "x", share: "2 %" } } as const;
  expect(inWords(contextOf(result, about, "en"), issue).found).toContain("in 2% of the draws");
  expect(flat(inWords(contextOf(result, about, "sv"), issue).found)).toContain("i 2 % av dragningarna");
});

test("a year of pay-back that some outcomes never reach has no mean", () => {
  const id = contextOf(result, about, "sv").leadingId("paybackYear");
  const cellsOf = (never: number) => {
    const output = result.outputs[id];
    if (output.kind !== "year") throw new Error("not a year");
    const chance = { ...output.chance, never: { value: never, se: 0, low: never, high: never } };
    const changed = { ...result, outputs: { ...result.outputs, [id]: { ...output, chance } } };
    const row = keyFigures(contextOf(changed, about, "sv"))
      .flatMap(({ rows }) => rows)
      .find((own) => own.id === id)!;
    return row.cells.slice(1, 3).map(plain);
  };
  expect(cellsOf(0.2)).toEqual(["–", "–"]);
  expect(cellsOf(0)[0]).not.toBe("–");
});

test.each([
  ["Kommunen och regionen", "kommunen och regionen"],
  ["Barn- och utbildningsnämnden", "barn- och utbildningsnämnden"],
  ["Kommunen", "kommunen"],
  ["Region Skåne", "Region Skåne"],
  ["Karlstads kommun", "Karlstads kommun"],
])("%s inside a sentence is %s", (title, inside) => {
  const id = about.actors[0].id;
  const named: About = { ...about, titles: { ...about.titles, [id]: { en: title, sv: title } } };
  expect(contextOf(result, named, "sv").running(id)).toBe(inside);
});

test("goals that make success together stand in quotes", () => {
  const context = contextOf(
    result,
    {
      ...about,
      success: ["one", "two"],
      titles: { one: { en: "It pays", sv: "Det går ihop" }, two: { en: "Ten more", sv: "Minst tio fler" } },
    },
    "sv",
  );
  expect(successList(context)).toBe("”Det går ihop” och ”Minst tio fler”");
});

test("steps that the expected number never fills are told, unless whole cases were drawn", () => {
  const plainContext = contextOf(result, about, "sv");
  const benefit = plainContext.numberOutput(plainContext.leadingId("pvBenefit"))!;
  const inSteps = { ...about.assumptions[0], place: "consequences.care.cashable.inStepsOf" };
  const withCashable = (value: number, chance?: "on") => {
    const cashable = { ...benefit, mean: { ...benefit.mean, value } };
    const outputs = { ...result.outputs, [plainContext.leadingId("pvCashable")]: cashable };
    const manifest = { ...result.manifest, ...(chance ? { chance } : {}) };
    const named: About = { ...about, assumptions: [...about.assumptions, inSteps] };
    return contextOf({ ...result, outputs, manifest }, named, "sv");
  };
  const codes = (context: ReturnType<typeof contextOf>) => readersCautions(context, []).map(({ code }) => code);
  expect(codes(withCashable(-70))).toContain("stepsNotFilled");
  expect(codes(withCashable(70_000))).not.toContain("stepsNotFilled");
  expect(codes(withCashable(-70, "on"))).not.toContain("stepsNotFilled");
  const said = cashableSentence(withCashable(-70)).map((sentence) => flat(plain(sentence)));
  expect(said[0]).toMatch(/^Av nyttan, .+ i nuvärde, går inget att ta hem/);
});
