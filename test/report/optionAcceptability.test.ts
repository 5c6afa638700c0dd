import { expect, test } from "vitest";
import type { OptionAcceptability } from "../../engine/result/options.ts";
import type { Result } from "../../engine/result/result.ts";
import { drawer } from "../../report/charts/render.ts";
import { csv, summaryText } from "../../report/index.ts";
import { view } from "../../report/view.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const figure = (value: number, se: number) => ({ value, se, low: value - 2 * se, high: value + 2 * se });

function withAcceptability() {
  const { result, about } = schoolAbsence();
  const point = (willingness: number, base: number, best: string, ahead: number) => ({
    willingness,
    netBenefit: { base: figure(1000 * ahead, 100), nothing: figure(0, 0) },
    chanceBest: { base: figure(base, 0.002), nothing: figure((100 - 100 * base) / 100, 0.002) },
    best,
    ahead: figure(1000 * ahead, 100),
  });
  const acceptability: OptionAcceptability = {
    outcome: "absence",
    unit: "kr/case",
    draws: 16_384,
    grid: "stated",
    curve: [
      point(0, 0.1, "nothing", 40),
      point(20_000, 0.43, "base", 0.1),
      point(50_000, 0.82, "base", 30),
      point(90_000, 0.91, "base", 60),
    ],
  };
  const options = { leading: "base", options: [], frontiers: [], acceptability: [acceptability] };
  const titles = {
    ...about.titles,
    base: { en: "As proposed", sv: "Som föreslaget" },
    nothing: { en: "Do nothing", sv: "Inte göra något" },
  };
  return { result: { ...result, options } satisfies Result, about: { ...about, titles } };
}

const flat = (text: string) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

test("the summary tells the frontier, and which step of it cannot be told, within its width", () => {
  const { result, about } = withAcceptability();
  const sv = summaryText(result, about, "sv", 80);
  expect(flat(sv)).toContain("VILKET ALTERNATIV ÄR BÄST, EFTER VAD EFFEKTEN ÄR VÄRD");
  expect(flat(sv)).toMatch(/Inte göra något 0 90 % Som föreslaget \* 20 43 % Som föreslaget 50 … 90 82 % … 91 %/);
  for (const line of sv.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
  const { result: plain } = schoolAbsence();
  expect(summaryText(plain, about, "en")).not.toContain("WHICH OPTION IS BEST");
});

test("the table has every curve, each figure with its place in the result", () => {
  const { result, about } = withAcceptability();
  const picture = view(result, about, "en").pictures.find(({ kind }) => kind === "optionAcceptability");
  const [, middle] = picture!.table.rows;
  expect(picture!.table.columns).toHaveLength(5);
  expect(middle.cells[3]).toMatchObject({ ref: "options|acceptability|0|curve|1|chanceBest|base", value: 0.43 });
  expect(middle.cells[4]).toMatchObject({ ref: "options|acceptability|0|curve|1|chanceBest|nothing", text: "57%" });
});

test("CSV has a row for each chance, and how far the best is ahead", () => {
  const { result, about } = withAcceptability();
  const rows = csv(result, about, "en", "plain")
    .split("\r\n")
    .filter((row) => row.startsWith("options."));
  expect(rows).toHaveLength(12);
  expect(rows[3]).toMatch(/^options\.base\/absence,As proposed,.*chance of being best at 20000 kr\/case,0\.43,/);
  expect(rows[8]).toMatch(/ahead of the next best by",30000,100,29800,30200,kr$/);
});

test("it is drawn for page and phone, with titles that have quotation marks", async () => {
  const { result, about } = withAcceptability();
  const titles = { ...about.titles, base: { en: 'The "whole" team', sv: "Hela laget" } };
  const picture = view(result, { ...about, titles }, "en").pictures.find(({ kind }) => kind === "optionAcceptability");
  const drawn = await (await drawer("en"))(picture!);
  expect(drawn?.wide).toContain("whole");
  expect(drawn?.narrow).toContain("Do nothing");
});
