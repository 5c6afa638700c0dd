import { expect, test } from "vitest";
import type { ParameterMeaning, ParameterUnit } from "../../engine/distributions/distribution.ts";
import { distributions, type Family, familyOf } from "../../engine/distributions/index.ts";
import { largestErrors } from "./errors.ts";
import { onePerFamily } from "./families.ts";
import { plotOf } from "./plot.ts";
import { asLine, written } from "./written.ts";

const errors = largestErrors();

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

/** How near the family is to the values of other programs. */
function errorOf(name: Family): readonly string[] {
  const error = errors.get(name);
  if (error === undefined) return [];
  const size = error.relative === 0 ? "0" : error.relative.toExponential(0);
  return [`- Against the reference: ${error.values} values, largest relative error ${size}`];
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
    `![${name}](distributions/${name}.svg)`,
    ["```yaml", `x: ${asLine(written[name])}`, "```"].join("\n"),
    ["| parameter | meaning | unit |", "| --- | --- | --- |", ...rows].join("\n"),
    [
      `- Rules: ${rules.map((rule) => `\`${rule.text}\``).join(", ")}`,
      ...ways.map((way) => `- Also from ${way}`),
      `- Mean: ${about.mean}`,
      `- Variance: ${about.variance}`,
      `- A draw: ${drawOf(family)}`,
      ...errorOf(name),
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

Discrete families have a threshold Φ⁻¹(F(x)) for each value, at most 65,536 of them; what would need more is refused.

\`min\` and \`max\` may be added to every continuous family: values outside become impossible, and the rest is scaled up to
probability one. Numbers that would make no distribution are refused, with what would be possible.

Lists hold one number each, with its unit or with one \`unit\` for all. \`quantiles\` stands for levels and values together. The
parts of a mixture are distributions like any other, and weigh the same unless \`weights\` says otherwise.

The figures beside "Against the reference" come from values computed with 50 digits; \`vitest run
test/distributions/errors.test.ts\` prints where each largest error is. Each picture shows one member, from its 1st to its 99th
percentile.

Besides a family's own parameters, some statements of what people know turn into a distribution:

- \`interval: [a, b], level\`: the normal distribution with that central interval
- \`count, of\`: beta(count + ½, of − count + ½), Jeffreys' prior, unless another prior is given
- \`quantiles\`: the metalog through these points; \`data\`: the observations as they stand; \`parts\`: a mixture
- \`low, best, high, level\`: the PERT with mode \`best\` and with \`low\` and \`high\` as the ends of its central interval
  (level 90 %: the 5th and the 95th percentile)`;

test.each(Object.values(onePerFamily))("the picture of $family is that of the table", async (spec) => {
  await expect(plotOf(spec)).toMatchFileSnapshot(`../../docs/distributions/${spec.family}.svg`);
});

test("docs/distributions.md says what the table says", async () => {
  const sections = (Object.keys(distributions) as Family[]).map(section);
  await expect(`${[head, ...sections].join("\n\n")}\n`).toMatchFileSnapshot("../../docs/distributions.md");
});
