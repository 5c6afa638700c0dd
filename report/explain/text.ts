import { type Described, type DistributionSpec, describe, familyOf } from "../../engine/distributions/index.ts";
import type { Language } from "../../engine/issues.ts";
import type { Text } from "../../engine/result/about.ts";
import { percent } from "../format.ts";
import { wrap } from "../terminal/textTable.ts";
import { words } from "../words/index.ts";
import { dependenceLines } from "./dependence.ts";
import type { ExplainedPart, Explanation } from "./explanation.ts";
import { type Written, writtenIn } from "./format.ts";
import { atomsOf, cutOf, levels, type Spread, shownRange, spreadOf } from "./spread.ts";
import { axis, blocks, cdfHeights, densityHeights } from "./terminalPlot.ts";
import { explainWord } from "./words.ts";

const densityRows = 6;
const cdfRows = 4;
const widestPlot = 64;
/** Longer lists of numbers are counted, not shown. */
const mostListed = 12;

/** Mixtures of more are told by their number. */
const mostParts = 5;

/** How a quantity was read and what it looks like, for a terminal, at most `columns` wide. Ends without a line feed. */
export function explanationText(explanation: Explanation, language: Language, columns = 80): string {
  const width = Math.max(40, columns);
  const text = (from: Text | undefined): string => from?.[language] ?? "";
  const say = (name: Parameters<typeof explainWord>[0], values = {}) => explainWord(name, language, values);
  const written = writtenIn(explanation.unit, explanation.scale, language);
  const line = (label: string, body: string) => wrap(`${label}: ${body}`, width);
  const { at, lines, spec, value, formula, sameAs, source, evidence, notes, parts } = explanation;
  const gutter = String(lines.at(-1)?.number ?? "").length;
  const known = evidence === undefined ? "" : ` (${words[language][`e_${evidence}`]})`;
  return [
    ...wrap(text(explanation.title) || explanation.place, width),
    ...wrap(explanation.place, width, 2),
    ...(at === undefined ? [] : [`  ${at.file}:${at.line}:${at.column}`]),
    ...lines.map(({ number, text }) => clipped(` ${String(number).padStart(gutter)} | ${text}`, width)),
    "",
    ...(sameAs === undefined ? [] : line(say("sameAs"), sameAs)),
    ...(formula === undefined ? [] : line(say("formula"), formula)),
    ...(formula === undefined && explanation.written ? line(say("read"), text(explanation.written)) : []),
    ...(value === undefined ? [] : line(say("certain"), written.full(value))),
    ...(spec === undefined ? [] : line(say("distribution"), distributionText(spec, written, language))),
    ...ownAmountLines(explanation, language, width),
    ...(explanation.input === undefined ? [] : line(say("draws"), explanation.input)),
    ...(source === undefined ? [] : line(say("source"), text(source) + known)),
    ...notes.flatMap((note) => line(say("note"), text(note))),
    ...(spec === undefined ? [] : spreadLines(spec, written, language, width)),
    ...dependenceLines(explanation, language, width),
    ...partLines(parts, explanation, language, width),
  ].join("\n");
}

/** How what each has of its own is added up, and how well. */
function ownAmountLines({ ownAmounts }: Explanation, language: Language, width: number): string[] {
  if (ownAmounts === undefined) return [];
  const say = (name: Parameters<typeof explainWord>[0], values = {}) => explainWord(name, language, values);
  const drawn = String(ownAmounts.oneByOne);
  if (ownAmounts.matched.length === 0) return wrap(`${say("eachOwn")}. ${say("onlyOneByOne", { drawn })}.`, width);
  const errors = ownAmounts.matched.map(({ people, error }) =>
    say("matchErrorOf", {
      people: String(people),
      error: percent(Math.max(error, 0.001), language, { digits: 2, finest: -3 }),
    }),
  );
  return [
    ...wrap(`${say("eachOwn")}.`, width),
    ...wrap(`${say(ownAmounts.oneByOne === 0 ? "allTogether" : "oneByOne", { drawn })}.`, width),
    ...wrap(`${say("matchError", { errors: errors.join("; ") })}.`, width),
  ];
}

const clipped = (line: string, width: number): string =>
  [...line].length <= width ? line : `${[...line].slice(0, width - 1).join("")}…`;

/** `gamma (alpha 4.2, beta 0.001), cut to 0 … 100 %`. */
function distributionText(spec: DistributionSpec, written: Written, language: Language): string {
  const meanings = familyOf(spec.family).parameters;
  const parameters = Object.entries(spec.parameters).map(([name, value]) => {
    const shown = meanings[name]?.unit === "own" ? written.bare(value) : plainNumber(value, language);
    return `${name} ${shown}`;
  });
  const lists = Object.entries(spec.lists ?? {}).map(([name, values]) => {
    const shown =
      values.length <= mostListed && meanings[name]?.unit === "own" ? values.map(written.bare).join(" ") : "";
    return `${name} ${shown || explainWord("several", language, { count: String(values.length) })}`;
  });
  const { parts = [] } = spec;
  const families = [...new Set(parts.map(({ family }) => family))].join(", ");
  const made =
    parts.length > mostParts
      ? [`${parts.length} × ${families}`]
      : parts.map((part) => distributionText(part, written, language));
  const bounds = (["min", "max"] as const).flatMap((name) => {
    const value = spec[name];
    return value === undefined ? [] : [`${name} ${written.bare(value)}`];
  });
  return `${spec.family} (${[...parameters, ...lists, ...made, ...bounds].join("; ")})`;
}

const plainNumber = (value: number, language: Language): string => writtenIn("", 1, language, 5).bare(value);

function spreadLines(spec: DistributionSpec, written: Written, language: Language, width: number): string[] {
  const say = (name: Parameters<typeof explainWord>[0], values = {}) => explainWord(name, language, values);
  const { after, before, below, above } = cutOf(spec);
  const own = spreadOf(after);
  const share = (value: number) =>
    value > 0 && value < 1e-5
      ? say("lessThan", { share: percent(1e-5, language, { digits: 1, finest: -5 }) })
      : writtenIn("share", 1, language, 2).bare(value);
  const [low, high] = own.ends;
  const ends =
    low !== null && high !== null
      ? say("ends", { low: written.full(low), high: written.full(high) })
      : low !== null
        ? say("endLow", { low: written.full(low) })
        : high !== null
          ? say("endHigh", { high: written.full(high) })
          : "";
  const tails = say("thousandth", { low: written.full(own.thousandth[0]), high: written.full(own.thousandth[1]) });
  return [
    "",
    ...plotLines(after, written, language, width),
    "",
    ...figureTable(own, before === undefined ? undefined : spreadOf(before), written, language),
    "",
    ...(before === undefined ? [] : wrap(`${say("cut", { below: share(below), above: share(above) })}.`, width)),
    ...sentence([atomsOf(after) === undefined ? tails : "", ends], width),
    ...(own.chanceBelowZero > 0 && own.chanceBelowZero < 1
      ? wrap(`${say("belowZero", { chance: share(own.chanceBelowZero) })}.`, width)
      : []),
  ];
}

/** One sentence of those parts that there are. */
function sentence(parts: readonly string[], width: number): string[] {
  const said = parts.filter((part) => part !== "").join("; ");
  return said === "" ? [] : wrap(`${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`, width);
}

function plotLines(described: Described, written: Written, language: Language, width: number): string[] {
  const columns = Math.min(widestPlot, width - 4);
  const [low, high] = shownRange(described);
  const labels = [low, (low + high) / 2, high].map(written.bare) as [string, string, string];
  const indent = (line: string) => `  ${line}`.trimEnd();
  const title = explainWord(atomsOf(described) === undefined ? "density" : "chances", language);
  return [
    title,
    ...blocks(densityHeights(described, columns), densityRows).map(indent),
    explainWord("cdf", language),
    ...blocks(cdfHeights(described, columns), cdfRows).map(indent),
    `  ${"─".repeat(columns)}`,
    indent(axis(labels, columns)) +
      (written.unit && columns + written.unit.length + 3 <= width ? ` ${written.unit}` : ""),
  ];
}

/** Mean, standard deviation and percentiles, after the cut and, where there is one, before it. */
function figureTable(after: Spread, before: Spread | undefined, written: Written, language: Language): string[] {
  const say = (name: Parameters<typeof explainWord>[0]) => explainWord(name, language);
  const shown = (value: number | undefined) => (value === undefined ? say("none") : written.bare(value));
  const row = (name: string, of: (spread: Spread) => number | undefined) => [
    name,
    ...(before === undefined ? [] : [shown(of(before))]),
    shown(of(after)),
  ];
  const unit = written.unit ? ` (${written.unit})` : "";
  const rows = [
    ...(before === undefined ? [] : [["", say("before"), say("after")]]),
    row(`${say("mean")}${unit}`, ({ mean }) => mean),
    row(say("sd"), ({ sd }) => sd),
    ...levels.map((level) => row(`${say("percentile")} ${level}`, ({ percentiles }) => percentiles[level])),
  ];
  const widths = rows[0].map((_, k) => Math.max(...rows.map((cells) => [...cells[k]].length)));
  return rows.map((cells) =>
    cells
      .map((cell, k) => (k === 0 ? cell + " ".repeat(widths[0] - [...cell].length) : cell.padStart(widths[k])))
      .join("  "),
  );
}

function partLines(
  parts: readonly ExplainedPart[],
  { formula }: Explanation,
  language: Language,
  width: number,
): string[] {
  if (parts.length === 0) return [];
  const lines = parts.flatMap(({ place, unit, scale, value, spec }) => {
    const written = writtenIn(unit, scale, language);
    if (value !== undefined) return wrap(`${place}: ${written.full(value)}`, width, 2);
    if (spec === undefined) return wrap(place, width, 2);
    const { mean, percentiles } = spreadOf(describe(spec));
    const between = explainWord("between", language, {
      low: written.bare(percentiles[5]),
      high: written.full(percentiles[95]),
    });
    const centre = mean === undefined ? "" : `${explainWord("mean", language)} ${written.bare(mean)}, `;
    return wrap(`${place}: ${centre}${between}`, width, 2);
  });
  return ["", explainWord(formula === undefined ? "segmentsOrYears" : "names", language), ...lines];
}
