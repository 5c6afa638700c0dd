import { expect, test } from "vitest";
import { csv, summaryText, view } from "../../report/index.ts";
import { plain } from "../../report/shown.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const { result, about } = schoolAbsence();
const amount = (text: string) => Number(text.replace("\u2212", "-").replace(/[\s\u00a0]/g, ""));

test("each actor's money accumulated year by year ends at its net present value", () => {
  const shown = view(result, about, "en");
  const table = shown.accounts.find(({ caption }) => caption.includes("accumulated through each year"))!;
  const last = table.rows.at(-1)!.cells.map(plain);
  expect(table.rows).toHaveLength(about.horizonYears);
  for (const [index, { title }] of table.columns.entries()) {
    const actor = about.actors.find(({ id }) => about.titles[id].en === title);
    if (actor === undefined) continue;
    const net = result.outputs[`net.${actor.id}`];
    if (net?.kind !== "number") continue;
    expect(Math.abs(amount(last[index]) - net.mean.value / 1e6), title).toBeLessThanOrEqual(0.051);
  }
});

test("a picture of how sure it is for each actor of whom the result has every year", () => {
  const leading = view(result, about, "en").pictures.filter(({ kind }) => kind === "fan");
  expect(leading).toHaveLength(1);
  const ofEducation = Object.entries(result.outputs)
    .filter(([id]) => /^cumulativeNet\.\w+\.y\d+$/.test(id))
    .map(([id, output]) => [`cumulativeNet.education.${id.split(".")[2]}`, output]);
  expect(ofEducation.length).toBeGreaterThan(1);
  const outputs = { ...result.outputs, ...Object.fromEntries(ofEducation) };
  const fans = view({ ...result, outputs }, about, "en").pictures.filter(({ kind }) => kind === "fan");
  expect(fans.map(({ title }) => title)).toEqual([
    "The money year by year",
    "The money year by year: Education committee",
  ]);
});

test("what is not counted stands in the summary and in the CSV too", () => {
  for (const language of ["sv", "en"] as const) {
    const summary = summaryText(result, about, language, 80).replace(/\s+/g, " ");
    const rows = csv(result, about, language, "plain");
    for (const one of about.notCounted) {
      expect(summary).toContain(`- ${one[language]}`);
      expect(rows).toContain(one[language]);
    }
  }
});
