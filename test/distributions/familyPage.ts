import type { ParameterMeaning, ParameterUnit } from "../../engine/distributions/distribution.ts";
import { distributions, type Family, familyOf, transformOf } from "../../engine/distributions/index.ts";
import { explanationSvg } from "../../report/explain/index.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedInput, CheckOutcome } from "../../scenarios/checked.ts";
import type { LargestError } from "./errors.ts";
import { asLine, written } from "./written.ts";

/* The pages on the families, made from their table; what a file may say of them is asked of the checker. */

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

const draws: Readonly<Record<string, string>> = {
  steps: "thresholds of the score z, Φ⁻¹ of the distribution function at each value",
  cells: "a table of cubic pieces over the score z, within 1e-9·(interquartile range + distance to the median)",
  knots: "a table of cubic pieces over the score z with knots of its own, within 1e-9 of the probability",
};

/** How the page's example is drawn; what is neither steps nor a table is a closed form. */
const drawOf = (input: CheckedInput): string =>
  draws[transformOf(input.distribution).kind] ??
  "closed form of the score z, by arithmetic that is the same on every machine";

/** How near the family is to the values of other programs. */
function errorOf(error: LargestError | undefined): readonly string[] {
  if (error === undefined) return [];
  const where = error.relative === 0 ? "0" : `${error.relative.toExponential(0)} (${error.at.split(", ")[0]})`;
  return [`- Held to: ${error.values} reference values; largest relative error ${where}`];
}

/** A scenario that is little more than this quantity. */
const around = (x: unknown): CheckOutcome =>
  checkValue({
    format: "utfall-scenario/1",
    id: "page",
    title: "Page",
    priceYear: 2025,
    discounting: "3.5 %/year",
    quantities: { x },
    formulas: { y: "= x" },
  });

/** What `as` takes beside a family's own parameters, with an example that most families can be. */
const statements: readonly (readonly [keys: string, example: object])[] = [
  ["`mean, sd`", { mean: 0.3, sd: 0.1 }],
  ["`low, best, high, level`: low and high as percentiles", { low: 0.1, best: 0.2, high: 0.4, level: "90 %" }],
  ["`interval, level`: a central interval", { interval: [0.1, 0.4], level: "90 %" }],
  ["`quantiles`: two, or more, which it comes as near as it can", { quantiles: { "10 %": 0.1, "90 %": 0.4 } }],
  ["`data`, by maximum likelihood", { data: [0.12, 0.2, 0.31, 0.25, 0.4, 0.18] }],
  ["`count, of`, with a `prior`", { count: 3, of: 10 }],
];

/** Families whose own parameters are these already. */
const own: Readonly<Partial<Record<Family, readonly string[]>>> = {
  normal: ["mean"],
  empirical: ["data"],
  metalog: ["quantiles"],
};

function waysOf(name: Family): readonly string[] {
  const asked = statements.filter(([keys]) => !own[name]?.some((key) => keys.startsWith(`\`${key}`)));
  const general = asked.filter(([, example]) => around({ as: name, ...example }).ok).map(([keys]) => keys);
  const { forms } = familyOf(name);
  const special = forms
    .filter(({ keys }) => !general.includes(`\`${keys.join(", ")}\``))
    .map(({ keys }) => `\`${keys.join(", ")}\``);
  const limits = forms.flatMap(({ keys, rules }) =>
    rules.length === 0 ? [] : [`- From \`${keys.join(", ")}\`: ${rules.map(({ text }) => `\`${text}\``).join(", ")}`],
  );
  const all = [...special, ...general];
  return [...(all.length === 0 ? [] : [`- Instead of these: ${all.join("; ")}`]), ...limits];
}

/** The quantity of the page as it was read. */
function inputOf(name: Family): CheckedInput {
  const outcome = around(written[name]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario.inputs[0];
}

/** What `utfall explain` draws of the page's example. */
export function pictureOf(name: Family): string {
  const unit = /\d (kr|people|month|year)/.exec(asLine(written[name]))?.[1] ?? (name === "beta" ? "%" : "");
  const scale = unit === "%" ? 0.01 : unit === "month" ? 1 / 12 : 1;
  return explanationSvg(
    {
      place: name,
      title: { en: name, sv: name },
      unit,
      scale,
      lines: [],
      notes: [],
      parts: [],
      spec: inputOf(name).distribution,
    },
    "en",
  );
}

/** docs/distributions/<family>.md */
export function pageOf(name: Family, error: LargestError | undefined): string {
  const family = familyOf(name);
  const { about, parameters, rules } = family;
  const input = inputOf(name);
  const discrete = transformOf(input.distribution).kind === "steps";
  return [
    `# ${name}`,
    `${about.en}.`,
    `*${about.sv}.*`,
    `## When\n\n${about.use}`,
    "## In a file",
    ["```yaml", `x: ${asLine(written[name])}`, "```"].join("\n"),
    ["| parameter | meaning | unit |", "| --- | --- | --- |", ...Object.entries(parameters).map(row)].join("\n"),
    [
      `- Must hold: ${rules.map((rule) => `\`${rule.text}\``).join(", ")}`,
      ...waysOf(name),
      ...(discrete ? [] : ["- `min` and `max` may cut it off"]),
    ].join("\n"),
    `What \`utfall explain\` draws of the line above:`,
    `![density and distribution function of ${name}](${name}.svg)`,
    "## Formulas",
    [
      "| | |",
      "| --- | --- |",
      `| values | ${about.support} |`,
      `| ${discrete ? "probability" : "density"} | ${about.density} |`,
      `| P(X ≤ x) | ${about.cdf} |`,
      `| mean | ${about.mean} |`,
      `| variance | ${about.variance} |`,
      `| skewness | ${about.skewness} |`,
    ].join("\n"),
    [`- A draw: ${drawOf(input)}`, ...errorOf(error), `- Source: ${about.source}`].join("\n"),
    "[All distributions](../distributions.md) · [Which one should I use?](../which-distribution.md)\n",
  ].join("\n\n");
}

const head = `# Distributions

The families an uncertain quantity can have, a page each: what it is for, how it is written in a file, its formulas, a picture,
and how near it is to the values of other programs. The pages are made from the table in \`engine/distributions/\`.

Who knows what is known, and not what it is called, begins with [Which distribution should I use?](which-distribution.md)
(in Swedish: [Vilken fördelning?](vilken-fordelning.md)); who has to ask others, with
[Asking experts](asking-experts.md) ([Fråga experter](fraga-experter.md)).`;

const tail = `## What holds for all

Every draw begins as a standard normal score z and becomes the value that has the same probability below it. Where the family
has no closed form for that, a table of cubic pieces is built once, with |error| ≤ 1e-9 · (interquartile range + distance to the
median) for |z| ≤ 9; scores beyond 9 count as 9. Only operations whose results the language fixes to the last bit are used, so
the draws are the same on every machine. Discrete families have a threshold Φ⁻¹(F(x)) for each value, at most 65,536 of them; what
would need more is refused.

\`min\` and \`max\` may be added to every continuous family: values outside become impossible, and the rest is scaled up to
probability one. Numbers that would make no distribution are refused, with what would be possible.

Lists hold one number each, with its unit or with one \`unit\` for all. \`quantiles\` stands for levels and values together. The
parts of a mixture are distributions like any other, and weigh the same unless \`weights\` says otherwise.

In the formulas Γ and B are the gamma and the beta function, C(n, k) the number of ways to choose k of n, Φ the normal distribution
function, ζ Riemann's function; I(x; a, b) and P(a, x) are the regularised incomplete beta function and lower incomplete gamma
function, λ the log-odds; [DLMF](https://dlmf.nist.gov) chapters 5, 7 and 8 define them. A test evaluates each closed formula beside the code.

\`npm run accuracy\` prints the largest error of every family against the values of other programs, and where it is. Each small
picture shows one member, from its 1st to its 99th percentile.

Besides a family's own parameters, some statements of what people know turn into a distribution:

- \`interval: [a, b], level\`: the normal distribution with that central interval
- \`count, of\`: beta(count + ½, of − count + ½), Jeffreys' prior, unless another prior is given
- \`quantiles\`: the metalog through these points; \`data\`: the observations as they stand; \`parts\`: a mixture
- \`low, best, high, level\`: the PERT with mode \`best\` and with \`low\` and \`high\` as the ends of its central interval
  (level 90 %: the 5th and the 95th percentile)
- \`experts\`: several of these, pooled; \`studies\`: estimates with their errors, pooled for a new place`;

/** docs/distributions.md */
export function indexPage(): string {
  const rows = (Object.keys(distributions) as Family[]).map((name) => {
    const { about } = familyOf(name);
    return `| [${name}](distributions/${name}.md) | ${about.en} | ${about.sv} | ![](distributions/small/${name}.svg) |`;
  });
  return `${[head, ["| family | what it is | på svenska | |", "| --- | --- | --- | --- |", ...rows].join("\n"), tail].join("\n\n")}\n`;
}
