import { expect, test } from "vitest";
import type { Result } from "../../engine/result/result.ts";
import { csv, page, summaryText } from "../../report/index.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const figure = (value: number) => ({ value, se: 0.001, low: value - 0.002, high: value + 0.002 });

function withLosers() {
  const { result, about } = schoolAbsence();
  const wanted = {
    "loses.municipality": 0.07,
    "loses.education": 0.25,
    "losesThoughTotalGains.education": 0.11,
    "losesThoughLeadingGains.education": 0.18,
  };
  const chances = Object.fromEntries(Object.entries(wanted).map(([id, value]) => [id, { probability: figure(value) }]));
  return { result: { ...result, chances } satisfies Result, about };
}

const flat = (text: string) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

test("the summary says who may lose, within its width", () => {
  const { result, about } = withLosers();
  const sv = summaryText(result, about, "sv", 80);
  expect(flat(sv)).toContain(
    "VEM KAN FÖRLORA? (NUVÄRDE) risk att förlora (a) (b) Kommunen 7 av 100 – – Utbildningsnämnden 25 av 100 18 av 100 11 av 100 (a) förlorar fast kommunen vinner (b) förlorar fast alla aktörer tillsammans vinner",
  );
  for (const line of sv.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
});

test("page and CSV say it, and nothing of it where a result has no such chances", async () => {
  const { result, about } = withLosers();
  const shown = await page(result, about, "en");
  expect(shown).toContain("<h3>Who may lose</h3>");
  expect(shown).toContain('data-ref="chances|losesThoughLeadingGains.education|probability"');
  expect(csv(result, about, "en", "plain")).toContain(
    'chances.losesThoughTotalGains.education,"Loses though all actors together gain, Education committee",chance,0.11',
  );
  const { result: without } = schoolAbsence();
  expect(await page(without, about, "en")).not.toContain("Who may lose");
  expect(summaryText(without, about, "en", 80)).not.toContain("WHO MAY LOSE");
});
