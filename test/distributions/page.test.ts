import { expect, test } from "vitest";
import type { ParameterMeaning, ParameterUnit } from "../../engine/distributions/distribution.ts";
import { distributions, type Family, familyOf } from "../../engine/distributions/index.ts";

/* The page is made from the table of families. When this test says that it is stale: vitest run test/distributions/page.test.ts -u */

const units: Readonly<Record<ParameterUnit, string>> = {
  own: "the quantity's own",
  perOwn: "one per the quantity's own",
  number: "none",
};

function row([name, { means, unit, default: value, holds }]: [string, ParameterMeaning]): string {
  const usual = value === undefined ? "" : ` (${Number.isFinite(value) ? value : "none"} unless said)`;
  const list = holds === undefined ? "" : " (a list)";
  return `| \`${name}\` | ${means.en}${list}${usual} | ${units[unit]} |`;
}

function drawOf({ closedForm, atoms }: ReturnType<typeof familyOf>): string {
  return closedForm ? "closed form" : atoms ? "thresholds of the score" : "cubic table";
}

function section(name: Family): string {
  const family = familyOf(name);
  const { about, parameters, rules, forms } = family;
  const rows = Object.entries(parameters).map(row);
  const ways = forms.map(
    ({ keys, rules }) => `\`${keys.join(", ")}\`, with ${rules.map((rule) => `\`${rule.text}\``).join(", ")}`,
  );
  return [
    `## ${name}`,
    `${about.en}.`,
    ["| parameter | meaning | unit |", "| --- | --- | --- |", ...rows].join("\n"),
    [
      `- Rules: ${rules.map((rule) => `\`${rule.text}\``).join(", ")}`,
      ...ways.map((way) => `- Also from ${way}`),
      `- Mean: ${about.mean}`,
      `- Variance: ${about.variance}`,
      `- A draw: ${drawOf(family)}`,
      `- Source: ${about.source}`,
    ].join("\n"),
  ].join("\n\n");
}

const head = `# Distributions

The families an uncertain quantity can have. This page is made from the table in \`engine/distributions/\`.

Every draw begins as a standard normal score z and becomes the value that has the same probability below it. Where the family
has no closed form for that, a table of cubic pieces is built once, with |error| ≤ 1e-9 · (interquartile range + distance to the
median) for |z| ≤ 9; scores beyond 9 count as 9. Only operations whose results the
language fixes to the last bit are used, so the draws are the same on every machine.

\`min\` and \`max\` may be added to every family: values outside become impossible, and the rest is scaled up to probability one.

Besides a family's own parameters, three statements of what people know turn into a distribution:

- \`interval: [a, b], level\`: the normal distribution with that central interval
- \`count, of\`: beta(count + ½, of − count + ½), Jeffreys' prior, unless another prior is given
- \`low, best, high, level\`: the PERT with mode \`best\` and with \`low\` and \`high\` as the ends of its central interval
  (level 90 %: the 5th and the 95th percentile)`;

test("docs/distributions.md says what the table says", async () => {
  const sections = (Object.keys(distributions) as Family[]).map(section);
  await expect(`${[head, ...sections].join("\n\n")}\n`).toMatchFileSnapshot("../../docs/distributions.md");
});
