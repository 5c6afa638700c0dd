import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

/* The same bits on every supported Node. Other versions come from the npm package `node`, fetched for the occasion. */

const root = resolve(import.meta.dirname, "../..");

/** The compared part of a result, as another Node computes it. */
function resultOn(version: string, scenario: string, design: string): unknown {
  const command = ["-y", "-p", `node@${version}`, "node", "dist/cli/main.js", "run", scenario];
  const options = ["--json", "--draws", "32768", "--design", design];
  const printed = execFileSync("npx", [...command, ...options], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const { run: _, ...compared } = JSON.parse(printed);
  return compared;
}

for (const scenario of ["reference", "school-absence"])
  for (const design of ["sobol", "plain"])
    test(`${scenario}, ${design}: Node 20, 22 and 24 give the same bits`, () => {
      const oldest = resultOn("20.19.0", scenario, design);
      expect(resultOn("22", scenario, design)).toEqual(oldest);
      expect(resultOn("24", scenario, design)).toEqual(oldest);
    });
