import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../engine/issues.ts";
import type { About, Text } from "../../engine/result/about.ts";
import { drawer } from "../../report/charts/render.ts";
import { textWidth, wrapLabel } from "../../report/charts/widths.ts";
import { fittingLabels } from "../../report/charts/yearAxis.ts";
import { view } from "../../report/index.ts";
import { page } from "../../report/page.ts";
import { plain } from "../../report/shown.ts";
import { anyRun } from "./arbitrary.ts";
import { reference } from "./reference.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

const languages: readonly Language[] = ["sv", "en"];
const nonsense = /NaN|undefined|Infinity|\[object|\bnull\b/;

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity])
    .replace(/\s+/g, " ");

describe.each(languages)("the page in %s", (language) => {
  const { result, about } = schoolAbsence();

  test("every sentence of the view stands on it, figures included", async () => {
    const html = text((await page(result, about, language)).replace(/<svg[\s\S]*?<\/svg>/g, ""));
    const shown = view(result, about, language);
    const sentences = [
      ...shown.answer.chance.slice(0, 2),
      ...shown.effects.flatMap(({ figure, range }) => [figure, range]),
      ...shown.harm,
      ...shown.facts.flatMap(({ figure, note }) => [figure, note]),
      ...shown.payback,
      ...shown.method,
      ...shown.decision.lines,
      shown.assumptions!.count,
      shown.reproducesLead!,
    ];
    for (const sentence of sentences) expect(html).toContain(plain(sentence).replace(/\s+/g, " "));
    for (const caution of shown.cautions) expect(html).toContain(caution.found.replace(/\s+/g, " "));
    for (const table of [
      shown.criteria!,
      shown.budgetLine ?? shown.firstYears!,
      shown.firstYears!,
      ...shown.accounts,
      ...shown.figures,
      shown.reproduces!,
    ])
      for (const row of table.rows)
        for (const cell of row.cells) expect(html).toContain(plain(cell).replace(/\s+/g, " "));
  });

  test("the status stands first, then what is to be decided, then the answer", async () => {
    const html = await page(result, about, language);
    const body = html.slice(html.indexOf("<body>"));
    const shown = view(result, about, language);
    const order = [
      shown.status!,
      shown.title,
      shown.decision.question!,
      plain(shown.answer.chance[0]).slice(0, 5),
      shown.word("goals"),
      shown.word("notCounted"),
      shown.word("method"),
      result.manifest.scenarioHash,
    ];
    const words = text(body.replace(/<svg[\s\S]*?<\/svg>/g, ""));
    const places = order.map((part) => words.indexOf(part.replace(/\s+/g, " ")));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  test("asks for nothing outside itself and runs nothing", async () => {
    const html = await page(result, about, language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<iframe|<object|<img|javascript:|@import|\son\w+=/i);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\((?!#)/);
  });

  test("headings go down one step at a time, ids are unique, and pictures are named", async () => {
    const html = await page(result, about, language);
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      if (index > 0) expect(level - levels[index - 1]).toBeLessThanOrEqual(1);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, names] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const name of names.split(" ")) expect(ids).toContain(name);
    expect([...html.matchAll(/<figure role="img" aria-labelledby/g)]).toHaveLength(7);
    expect([...html.matchAll(/<details>/g)]).toHaveLength(7);
  });

  test("the contents name every section in its order, and each link has its place", async () => {
    const html = await page(result, about, language);
    const nav = html.slice(html.indexOf("<nav"), html.indexOf("</nav>"));
    const links = [...nav.matchAll(/href="#([^"]+)">([^<]+)</g)];
    expect(links.length).toBeGreaterThan(8);
    const places = links.map(([, id]) => html.indexOf(` id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const headings = [...html.slice(html.indexOf("</nav>")).matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, title]) => title);
    expect(headings).toEqual(links.map(([, , title]) => title));
  });

  test("the same result gives the same page, to the byte", async () => {
    expect(await page(result, about, language)).toBe(
      await page(structuredClone(result), structuredClone(about), language),
    );
  });

  test("hostile titles are text, never markup", async () => {
    const evil: Text = {
      en: `<script>alert("x")</script>'&<img src=x onerror=y>`,
      sv: `"><svg onload=z>${"\u0000"}</table>`,
    };
    const titles = Object.fromEntries(Object.keys(about.titles).map((id) => [id, evil]));
    const hostile: About = {
      ...about,
      title: evil,
      status: evil,
      summary: evil,
      titles,
      notCounted: [evil],
      assumptions: about.assumptions.map((one) => ({ ...one, title: evil, written: evil })),
    };
    const html = await page(result, hostile, language);
    expect(html).not.toMatch(/<script|<img|<svg onload|onerror=y>/);
    expect(html).not.toContain("\u0000");
    const tables = [...html.matchAll(/<table/g)].length;
    expect([...html.matchAll(/<\/table>/g)]).toHaveLength(tables);
  });

  test("any result makes a page", async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (run) => {
        const html = await page(run.result, run.about, language);
        expect(text(html)).not.toMatch(nonsense);
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 5, seed: 11 },
    );
  });
});

describe("pictures", () => {
  test("load nothing, even when asked to", async () => {
    const { result, about } = reference();
    const histogram = view(result, about, "sv").pictures[0];
    const draw = await drawer("sv");
    const svg = (await draw(histogram))!;
    expect(svg.wide).toMatch(/^<svg aria-hidden="true"/);
    expect(svg.wide).toContain("mnkr");
    // Numbers on the axes are Swedish.
    expect(svg.wide).toMatch(/>\d+\u00a0%</);
    expect(svg.wide).not.toBe(svg.narrow);
  });

  test("text widths are those of the font", () => {
    expect(textWidth("mnkr", 10)).toBeCloseTo(22.22, 5);
    expect(textWidth("Återbetalning", 12)).toBeGreaterThan(60);
    expect(textWidth("", 12)).toBe(0);
  });

  test("long labels are broken, and cut where they must be", () => {
    expect(wrapLabel("Blir inte klar inom ordinarie studietid", 120, 12).split("\n").length).toBeGreaterThan(1);
    expect(wrapLabel("one two three four five six seven eight nine ten eleven twelve", 60, 12)).toMatch(/…$/);
  });

  test("labels of an axis never collide, and the last one that matters stays", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 100, max: 700 }), (years, width) => {
        const labels = [...Array.from({ length: years }, (_, year) => `${2026 + year}/${27 + year}`), "aldrig"];
        const kept = fittingLabels(labels, width, "aldrig");
        expect(kept.at(-1)).toBe("aldrig");
        const cell = width / labels.length;
        const at = kept.map((label) => labels.indexOf(label) * cell);
        for (let k = 1; k < at.length; k++)
          expect(at[k] - at[k - 1]).toBeGreaterThanOrEqual(
            Math.min(cell * (labels.length - 1), textWidth("2026/27", 12)) - 1e-9,
          );
      }),
    );
  });
});
