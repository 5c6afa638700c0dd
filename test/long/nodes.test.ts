import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { nodeBinary, nodeVersions } from "./otherNodes.ts";

/* The command gives the same bits on every supported Node. */

const root = resolve(import.meta.dirname, "../..");
const binaries = nodeVersions.map(nodeBinary);

/** The compared part of a result, as another Node computes it. */
function resultOn(node: string, scenario: string, design: string): unknown {
  const args = ["dist/cli/main.js", "run", scenario, "--json", "--draws", "32768", "--design", design];
  const printed = execFileSync(node, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const { run: _, ...compared } = JSON.parse(printed);
  return compared;
}

for (const scenario of ["reference", "school-absence"])
  for (const design of ["sobol", "plain"])
    test(`${scenario}, ${design}: Node ${nodeVersions.join(", ")} give the same bits`, () => {
      const [oldest, ...later] = binaries.map((node) => resultOn(node, scenario, design));
      for (const result of later) expect(result).toEqual(oldest);
    });
