import { beforeAll, describe, expect, test } from "vitest";
import { inline, simulate } from "../../engine/index.ts";
import type { Result } from "../../engine/result/result.ts";
import { csv } from "../../report/csv.ts";
import { plain } from "../../report/shown.ts";
import { summaryText } from "../../report/terminal.ts";
import { view } from "../../report/view.ts";
import { about } from "../../scenarios/about.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { checked } from "../scenarios/catalogue.ts";

const scenario = checked(`
format: utfall-scenario/1
id: contracts
language: sv
title: Vem bär risken
priceYear: 2025
programme: { start: 2026-01, years: 2 }
horizon: 5 years
discounting: 3 %/year
perspective: organisation
actors:
  town: { title: Kommunen, parts: { fund: Fonden, school: Utbildningsnämnden } }
  investor: Stiftelsen
perspectives: { organisation: [town] }
target: { size: 1000 people/year }
outcomes:
  missed: { title: Avbrutna studier, better: lower, baseline: 50 %, effect: { relativeReduction: { low: 2 %, best: 10 %, high: 18 % } } }
consequences:
  schooling: { title: Skolgång, of: missed, amount: 60 000 kr/case, gains: school, cashable: 50 % }
costs:
  team: { title: Team, amount: 2 mnkr/year, paidBy: fund }
financing:
  note: Avtalat i nämnderna
  repayment: { to: fund, from: school }
  lossShare: { fund: 70 %, school: 30 % }
  fund: { actor: fund, start: 3 mnkr }
  contracts:
    bond:
      title: Kontraktet
      financier: investor
      payer: school
      invests: { team: 50 % }
      pays: { of: missed, per: case, tiers: [{ from: 4 %, amount: 50 tkr/case }, { from: 12 %, amount: 90 tkr/case }] }
    never:
      title: Löftet
      financier: investor
      payer: fund
      invests: {}
      pays: { of: missed, per: point, amount: 1 tkr/pp, from: 30 % }
`);

let result: Result;
beforeAll(async () => {
  const run = await simulate({ ...compile(scenario), seed: "1", design: "sobol", draws: 16_384 }, inline());
  result = run!.result;
}, 60_000);

const shownIn = (language: "en" | "sv") => view(result, about(scenario), language);

describe("who carries the risk", () => {
  test("before and after by party, what is paid, repaid and moved, and the fund", () => {
    const shown = shownIn("sv").financing!;
    const captions = shown.tables.map(({ caption }) => caption.replace(/,[^,]*$/, ""));
    expect(captions).toEqual([
      "Nettonuvärde och risk för förlust före och efter det som avtalats",
      "De dåliga utfallen före och efter det som avtalats",
      "Kontraktet: parterna, nuvärde efter det som avtalats",
      "Kontraktet: det som betalas",
      "Löftet: parterna, nuvärde efter det som avtalats",
      "Löftet: det som betalas",
      "Återfört till fonden per år",
      "Vad som flyttas mellan dem, medelvärde, odiskonterat",
      "Behållning vid slutet av varje år (fonden)",
    ]);
    expect(shown.tables[0].rows.map(({ cells }) => plain(cells[0]))).toEqual([
      "Kommunen",
      "Fonden",
      "Utbildningsnämnden",
      "Stiftelsen",
    ]);
    const lead = shown.lead.map(plain);
    expect(lead[0]).toBe("Avtalat i nämnderna");
    expect(lead[1]).toContain("När det blir förlust för kommunen delas den");
    // Every figure shown is that of the result, and stands in the table's unit.
    const [before, after] = shown.tables[0].rows[1].cells.slice(1) as unknown as { value: number; ref: string }[];
    expect(before.ref).toBe("outputs|net.fund|mean");
    expect(after.ref).toBe("outputs|financed/net.fund|mean");
    const fund = result.outputs["financed/net.fund"];
    expect(after.value).toBe(fund.kind === "number" ? fund.mean.value : undefined);
  });

  test("a contract that never pays and one that pays more than is gained are told", () => {
    const codes = shownIn("sv").cautions.map(({ code, found }) => `${code} ${found.split(":")[0]}`);
    expect(codes).toContain("contractNeverPays Löftet");
    expect(codes).toContain("contractOverpays Kontraktet");
  });

  test("terminal, CSV and JSON say it too", () => {
    expect(result.financing!.map(({ transfer }) => transfer)).toContain("bond");
    const moved = result.financing!.reduce((sum, { received }) => sum + received.value, 0);
    expect(Math.abs(moved)).toBeLessThan(1e-4);
    expect(shownIn("en").pictures.some(({ title }) => title.startsWith("Balance from year to year"))).toBe(true);
    const text = summaryText(result, about(scenario), "sv", 80);
    expect(text).toContain("VEM BÄR RISKEN?");
    for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
    const rows = csv(result, about(scenario), "sv", "plain").split("\r\n");
    expect(rows.find((row) => row.startsWith("financing.repayment.fund.y0"))).toContain("Återföring");
    expect(rows.find((row) => row.startsWith("chances.tierReached.bondTier2"))).toContain("nivå 2");
  });
});
