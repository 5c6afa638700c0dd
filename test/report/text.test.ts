import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../engine/issues.ts";
import { csv } from "../../report/csv.ts";
import { plain } from "../../report/shown.ts";
import { wrap } from "../../report/terminal/textTable.ts";
import { summaryText } from "../../report/terminal.ts";
import { view } from "../../report/view.ts";
import { anyRun } from "./arbitrary.ts";
import { reference } from "./reference.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const languages: readonly Language[] = ["sv", "en"];
const nonsense = /NaN|undefined|Infinity|\[object|\bnull\b/;

describe.each(languages)("the terminal in %s", (language) => {
  test.each([schoolAbsence, reference])("keeps to 80 columns and says the main things", (make) => {
    const { result, about } = make();
    const text = summaryText(result, about, language);
    for (const line of text.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
    expect(text).toContain(about.title[language]);
    expect(text).toContain(about.status![language]);
    expect(text).toContain("█");
    expect(text).toContain("2026");
    expect(text).not.toMatch(nonsense);
  });

  test("in brief it says what a decision hangs on, on few screens, and how to see the rest", () => {
    const { result, about } = schoolAbsence();
    const shown = view(result, about, language);
    const brief = summaryText(result, about, language, 80, "brief");
    const lines = brief.split("\n");
    expect(lines.length).toBeLessThanOrEqual(125);
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(80);
    const said = brief.replace(/\s+/g, " ");
    const sentences = [...shown.answer.chance, ...shown.answer.money, ...shown.forTarget, ...shown.payback];
    for (const sentence of sentences) expect(said).toContain(plain(sentence).replace(/\s+/g, " "));
    for (const heading of ["t_goals", "t_actors", "t_hangs", "t_notCounted"] as const)
      expect(brief).toContain(shown.word(heading));
    expect(brief).toContain("--full");
    const full = summaryText(result, about, language);
    expect(full.split("\n").length).toBeGreaterThan(lines.length);
    expect(full).not.toContain("--full");
  });

  test("a narrower screen is kept to as well", () => {
    const { result, about } = reference();
    const lines = summaryText(result, about, language, 60).split("\n");
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(60);
  });

  test("any result can be said", () => {
    fc.assert(
      fc.property(anyRun, ({ result, about }) => {
        expect(summaryText(result, about, language)).not.toMatch(nonsense);
        expect(summaryText(result, about, language, 80, "brief")).not.toMatch(nonsense);
        expect(csv(result, about, language, "plain")).not.toMatch(nonsense);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

test("wrapping breaks at spaces only, and never inside a number", () => {
  expect(wrap("i 92\u00a0av\u00a0100 beräknade utfall", 14)).toEqual(["i 92\u00a0av\u00a0100", "beräknade", "utfall"]);
  expect(wrap("", 10)).toEqual([]);
  expect(wrap("averyverylongword b", 5, 2)).toEqual(["  averyverylongword", "  b"]);
});

describe("csv", () => {
  const { result, about } = schoolAbsence();

  test("plain: every figure of the result, unrounded", () => {
    const lines = csv(result, about, "en", "plain").trimEnd().split("\r\n");
    expect(lines[0]).toBe("id,what,statistic,value,standard error,95% low,95% high,unit");
    const net = result.outputs["net.organisation"];
    if (net.kind !== "number") throw new Error("net is a number");
    const { value, se, low, high } = net.mean;
    expect(lines).toContain(
      `net.organisation,"Net present value, the municipality",mean,${value},${se},${low},${high},kr`,
    );
    const perOutput = Object.values(result.outputs).length;
    expect(lines.length).toBeGreaterThan(perOutput * 10);
    expect(lines.filter((line) => line.startsWith("criteria."))).toHaveLength(Object.keys(result.criteria).length);
    expect(lines.filter((line) => line.startsWith("accounts."))).toHaveLength(2 * result.accounts.length);
  });

  test("for a Swedish Excel: byte order mark, semicolons, decimal commas", () => {
    const text = csv(result, about, "sv", "excel-sv");
    expect(text.startsWith("\ufeffid;vad;mått;värde;medelfel;")).toBe(true);
    const row = text.split("\r\n").find((line) => line.startsWith("returnPerKrona.organisation;"))!;
    expect(row).toMatch(/;kvot av medelvärden;2,\d+;0,\d+;2,\d+;2,\d+;share$/);
    expect(row).not.toContain(".4");
  });

  test("accounts: money in the scenario's currency, and what is not divided into segments is not the total", () => {
    const [first, ...others] = result.accounts;
    const parted = { ...result, accounts: [first, { ...first, segment: "over60" }, ...others] };
    const lines = csv(parted, { ...about, currency: "EUR" }, "en", "plain").split("\r\n");
    const own = lines.filter((line) => line.startsWith(`accounts.${first.actor}.`));
    expect(own.some((line) => line.includes("not divided into segments"))).toBe(true);
    expect(own.some((line) => line.includes("more than 60"))).toBe(true);
    for (const line of own) expect(line).toMatch(/,EUR$/);
  });

  test("a text that a spreadsheet would run is made text", () => {
    const hostile = {
      ...about,
      titles: { ...about.titles, paysBack: { en: '=HYPERLINK("http://x")', sv: "@SUM(A1)" } },
    };
    const rows = csv(result, hostile, "en", "plain").split("\r\n");
    expect(rows.find((line) => line.startsWith("criteria.paysBack"))).toContain(`"'=HYPERLINK(""http://x"")"`);
    const swedish = csv(result, hostile, "sv", "excel-sv").split("\r\n");
    expect(swedish.find((line) => line.startsWith("criteria.paysBack"))).toContain(`"'@SUM(A1)"`);
  });
});
