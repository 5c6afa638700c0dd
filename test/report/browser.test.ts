import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../engine/issues.ts";
import { page as pageOf } from "../../report/page.ts";
import { reference } from "./reference.ts";
import { schoolAbsence } from "./schoolAbsence.ts";

/** As much of the browser's own types as the functions below use; they run in the page, not here. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}
interface Element {
  readonly textContent: string | null;
  readonly parentElement: Element | null;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly scrollWidth: number;
  closest(selector: string): Element | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Box;
}
declare const document: {
  readonly documentElement: Element;
  readonly activeElement: Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};
declare const window: { readonly innerWidth: number };
declare function getComputedStyle(element: Element): { readonly color: string; readonly backgroundColor: string };

const executablePath = process.env.UTFALL_CHROMIUM ?? "/usr/bin/chromium";
const installed = existsSync(executablePath);
const languages: readonly Language[] = ["sv", "en"];

if (!installed) console.warn(`No Chromium at ${executablePath}: the pages are not opened in a browser here`);

describe.runIf(installed)("in a browser, from a file", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "utfall-page-"));
    const args = [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(language: Language, make: typeof schoolAbsence, width: number) {
    const { result, about } = make();
    const file = join(folder, `${about.id}-${language}.html`);
    writeFileSync(file, await pageOf(result, about, language));
    const context = await browser.newContext({ viewport: { width, height: 800 }, offline: true });
    const tab = await context.newPage();
    const [said, asked]: [string[], string[]] = [[], []];
    tab.on("console", (message) => said.push(message.text()));
    tab.on("pageerror", (error) => said.push(String(error)));
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto(pathToFileURL(file).href);
    return { tab, said, asked, file, close: () => context.close() };
  }

  test.each(languages)("says nothing, asks for nothing, and fits 320 pixels (%s)", async (language) => {
    for (const make of [schoolAbsence, reference]) {
      const { tab, said, asked, file, close } = await open(language, make, 320);
      const sizes = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(sizes[0]).toBeLessThanOrEqual(sizes[1]);
      expect(said).toEqual([]);
      expect(asked).toEqual([pathToFileURL(file).href]);
      await close();
    }
  });

  test.each(languages)("every picture is inside its page at every width (%s)", async (language) => {
    const { tab, close } = await open(language, schoolAbsence, 1280);
    for (const width of [320, 480, 720, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      const outside = await tab.evaluate(() =>
        [...document.querySelectorAll("svg text")]
          .filter(
            (text) =>
              text.getBoundingClientRect().width > 0 &&
              (text.getBoundingClientRect().right > window.innerWidth || text.getBoundingClientRect().left < 0),
          )
          .map((text) => text.textContent),
      );
      expect(outside, `${width} px`).toEqual([]);
    }
    await close();
  });

  test.each(languages)("prints to PDF with the tables behind the pictures opened (%s)", async (language) => {
    const { tab, said, close } = await open(language, schoolAbsence, 1280);
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await tab.emulateMedia({ media: "print" });
    await tab.setViewportSize({ width: 680, height: 1000 });
    const heights = await tab.evaluate(() =>
      [...document.querySelectorAll("details table")].map((table) => table.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThan(20);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(680);
    expect(said).toEqual([]);
    await close();
  });

  test("all text has a contrast of at least 4.5 to 1 against its ground", async () => {
    const { tab, close } = await open("sv", schoolAbsence, 1280);
    const faint = await tab.evaluate(() => {
      const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const light = ([r, g, b]: number[]) => {
        const [x, y, z] = [r, g, b].map((c) =>
          c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const ground = (element: Element | null): number[] => {
        if (!element) return [255, 255, 255];
        const colour = parse(getComputedStyle(element).backgroundColor);
        return colour.length === 3 || colour[3] > 0 ? colour : ground(element.parentElement);
      };
      return [...document.querySelectorAll("body *")]
        .filter(
          (element) =>
            !element.closest("svg") &&
            [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => {
          const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
          return { text: element.textContent, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
        })
        .filter(({ ratio }) => ratio < 4.5);
    });
    expect(faint).toEqual([]);
    await close();
  });

  test("the first key press leads past the head", async () => {
    const { tab, close } = await open("en", schoolAbsence, 1280);
    await tab.keyboard.press("Tab");
    expect(await tab.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#content");
    await close();
  });
});
