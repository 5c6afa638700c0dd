import { expect, test } from "vitest";
import type { About } from "../../engine/result/about.ts";
import { contextOf } from "../../report/context.ts";
import { plain } from "../../report/shown.ts";
import { inWords } from "../../report/view/cautions.ts";
import { keyFigures } from "../../report/view/figures.ts";
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
