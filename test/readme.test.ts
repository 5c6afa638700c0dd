import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { starter } from "../cli/starter.ts";
import { checkText } from "../scenarios/check.ts";

/* The README's commands and snippets are run, so they cannot rot. */

const root = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map((match) => match[1]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "utfall-readme-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the two commands are those of the package", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(blocks("sh").slice(0, 2)).toEqual(["npm ci && npm start\n", "npm ci && npm test\n"]);
  expect(scripts.start).toContain("run school-absence --out out");
});

test("a scenario of your own: every command, one after the other", () => {
  const commands = blocks("sh").slice(2).join("").trim().split("\n");
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) {
    const [npx, name, ...rest] = command.replace(/\s+#.*$/, "").split(" ");
    expect([npx, name]).toEqual(["npx", "utfall"]);
    execFileSync(process.execPath, [join(root, "dist/cli/main.js"), ...rest], { cwd: folder, stdio: "pipe" });
  }
  expect(readFileSync(join(folder, "out/my-programme.html"), "utf8")).toContain('<html lang="en"');
});

test("the error it shows is the one that its slip in the first scenario gives", () => {
  const [shown] = blocks("text");
  const line = /^ 40 \| (.*)$/m.exec(shown)![1];
  const begun = starter.en.split("\n");
  expect(begun[39]).toBe(line.replace("67,5 %", "70 %"));
  begun[39] = line;
  writeFileSync(join(folder, "my-programme.yaml"), begun.join("\n"));
  const command = [join(root, "dist/cli/main.js"), "check", "my-programme.yaml", "--lang", "en"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
  expect(status).toBe(2);
  expect(stdout + stderr).toContain(shown);
});

describe("the ways to say how unsure a number is", () => {
  const quantities = blocks("yaml")[0];
  test.each(quantities.trim().split("\n"))("%s", (line) => {
    const [name, written] = line.replace(/\s+#.*$/, "").split(/:\s+(.*)/);
    const outcome = checkText(
      [
        "format: utfall-scenario/1",
        "id: ways",
        "version: 1",
        "language: en",
        "title: Ways",
        "currency: SEK",
        "priceYear: 2025",
        "programme: { years: 1 }",
        "horizon: 1 year",
        "discounting: 3.5 %/year",
        "actors: { municipality: Municipality }",
        `quantities:\n  ${name}Written: ${written}`,
        "formulas:",
        "  f: { value: '= 1 kr', gains: municipality }",
      ].join("\n"),
      "ways.yaml",
    );
    expect(outcome.ok ? [] : outcome.issues).toEqual([]);
  });
});

test("the TypeScript example runs and prints a chance", () => {
  const [snippet] = blocks("ts");
  const library = pathToFileURL(join(root, "dist/index.js")).href;
  const { code } = transformSync(snippet.replace('from "utfall"', `from ${JSON.stringify(library)}`), { loader: "ts" });
  const file = join(folder, "example.mjs");
  writeFileSync(file, code);
  const printed = execFileSync(process.execPath, [file], { encoding: "utf8" });
  expect(printed).toMatch(/value: 0\.\d+,\s+se: 0\.\d+,\s+low: 0\.\d+,\s+high: 0\.\d+/);
});
