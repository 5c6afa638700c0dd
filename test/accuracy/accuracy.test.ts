import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { relativeTo } from "./answer.ts";
import { sections, tablesOf } from "./report.ts";

/* The page on how near the reference is made here. When this test says that it is stale: vitest run test/accuracy -u */

const head = `# How near the values of other programs

Everything that is computed by a formula of its own is held to values that other programs have given (mpmath with 50 digits, R,
SciPy, OpenTURNS; each file in \`test/reference/\` names its source). \`npm run accuracy\` prints this table:

- *values*: how many were compared
- *largest error*: relative to the value; of correlations, chances and matrices, and beside 0, in the value's own unit
- *of what is allowed*: that error as a share of what the reference allows there, given how well the value is determined at all
- *where*: at which case and value

The family \`histogram\` has no reference of its own: a test holds it to the quantile table that says the same. The copulas of
Clayton, Gumbel and Frank, which the reference also has, are not in the engine. How true the error bars of a run are:
[accuracy.md](accuracy.md).`;

const all = sections();

test("nothing errs more than its reference allows", () => {
  expect(all.map(({ lines }) => lines.length)).toEqual([30, 16, 46, 15]);
  for (const { lines } of all)
    for (const { what, values, share } of lines) {
      expect(values, what).toBeGreaterThan(0);
      expect(share, what).toBeLessThanOrEqual(1);
    }
});

test("a wrong value, and none at all, would be seen", () => {
  for (const [found, right] of [
    [1 + 1e-9, 1],
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [1, Number.POSITIVE_INFINITY],
  ]) {
    const { error, allowed } = relativeTo("x", "here", found, right, 1e-12);
    expect(error <= allowed, `${found} for ${right}`).toBe(false);
  }
});

test("docs/reference-values.md is fresh", async () => {
  await expect(`${head}\n\n${tablesOf(all)}\n`).toMatchFileSnapshot("../../docs/reference-values.md");
});

test("npm run accuracy prints it, and ends well", () => {
  const script = resolve(import.meta.dirname, "../../scripts/accuracy.mjs");
  const { stdout, status } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(status).toBe(0);
  for (const { title, lines } of all) {
    expect(stdout).toContain(title);
    for (const { what } of lines) expect(stdout).toContain(`\n${what} `);
  }
});
