import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkText } from "../scenarios/check.ts";
import { priceFiles } from "../scenarios/files.ts";
import { blocksOf, root } from "./snippets.ts";

/* Every example of the guides is a scenario's part that passes the check. */

const head = `format: utfall-scenario/1
id: guide
version: 1
title: Guide
priceYear: 2023
discounting: 3.5 %/year
`;
const formula = `formulas: { y: "= 1" }
`;
/** The examples are only stated, and used nowhere. */
const unused = "quantityUnused";

const guides = ["which-distribution.md", "vilken-fordelning.md", "asking-experts.md", "fraga-experter.md"];

describe.each(guides)("docs/%s", (guide) => {
  const blocks = blocksOf(`docs/${guide}`, "yaml");
  test("has examples", () => expect(blocks.length).toBeGreaterThan(2));
  test.each(blocks)("$under", ({ text }) => {
    const outcome = checkText(head + text + formula, guide, priceFiles());
    const found = outcome.ok ? outcome.scenario.warnings : outcome.issues;
    expect(found.filter(({ code }) => code !== unused)).toEqual([]);
  });
});

test.each(["asking-experts.md", "fraga-experter.md"])("docs/%s: what explain is said to print, it prints", (guide) => {
  const folder = mkdtempSync(join(tmpdir(), "utfall-guide-"));
  try {
    const [{ text: quantities }] = blocksOf(`docs/${guide}`, "yaml");
    const [{ text: command }] = blocksOf(`docs/${guide}`, "sh");
    const [, , verb, file, ...rest] = command.trim().split(" ");
    writeFileSync(join(folder, file), head + quantities + formula);
    const options = { cwd: folder, encoding: "utf8", env: { ...process.env, COLUMNS: "80" } } as const;
    const printed = execFileSync(process.execPath, [join(root, "dist/cli/main.js"), verb, file, ...rest], options);
    const [{ text: shown }] = blocksOf(`docs/${guide}`, "text");
    expect(printed.replace(/\s*$/gm, "").replaceAll("\u00a0", " ")).toContain(shown.trim().replace(/\s*$/gm, ""));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
