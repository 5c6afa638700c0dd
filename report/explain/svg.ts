import type { Described } from "../../engine/distributions/index.ts";
import type { Language } from "../../engine/issues.ts";
import { colours } from "../charts/theme.ts";
import { textWidth } from "../charts/widths.ts";
import { escapeHtml } from "../html/markup.ts";
import type { Explanation } from "./explanation.ts";
import { writtenIn } from "./format.ts";
import { atomsOf, cutOf, massBetween, shownRange } from "./spread.ts";
import { explainWord } from "./words.ts";

const width = 640;
const left = 16;
const right = 16;
const plot = width - left - right;
const densityTop = 56;
const densityHeight = 180;
const cdfTop = 286;
const cdfHeight = 110;
const height = 444;
const points = 160;
const fontSizePx = 13;
const widestBar = 36;

/** Its density (bars for single values) and distribution function as one picture; before a cut as a broken line. */
export function explanationSvg(explanation: Explanation, language: Language): string {
  const { spec } = explanation;
  if (spec === undefined) throw new Error("only an uncertain number has a picture");
  const { after, before } = cutOf(spec);
  const written = writtenIn(explanation.unit, explanation.scale, language, 3);
  const [low, high] = rangeOf(after, before);
  const title = explanation.title[language] || explanation.place;
  const atoms = atomsOf(after);
  const inset = atoms === undefined ? 0 : widestBar / 2;
  const x = (value: number): number => left + inset + ((value - low) / (high - low)) * (plot - 2 * inset);
  // upright at its own ends, which need not be those of the picture
  const [from, to] = [Math.max(low, after.support[0]), Math.min(high, after.support[1])];
  const heights = densities(after, from, to);
  const most = Math.max(...heights);
  const label = (text: string, at: number, y: number, anchor = "start") =>
    `<text x="${fixed(at)}" y="${y}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
  const marks = roundNumbers(low, high, written.step).map((value) => {
    const text = written.bare(value);
    const half = textWidth(text, fontSizePx) / 2;
    const at = Math.min(Math.max(x(value), left + half), width - right - half);
    return `<line x1="${fixed(x(value))}" x2="${fixed(x(value))}" y1="${densityTop}" y2="${cdfTop + cdfHeight}" stroke="${colours.grid}"/>${label(text, at, cdfTop + cdfHeight + 20, "middle")}`;
  });
  const middle = after.quantile(0.5);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeHtml(title)}" font-family="Arial, Liberation Sans, Helvetica, sans-serif" font-size="${fontSizePx}" fill="${colours.ink}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<text x="${left}" y="22" font-size="15" font-weight="bold">${escapeHtml(title)}</text>`,
    label(explainWord(atoms === undefined ? "density" : "chances", language), left, 44),
    ...marks,
    atoms === undefined ? area(heights, most, from, to, x) : bars(atoms, x),
    before === undefined ? "" : brokenLine(densities(before, low, high), most, low, high, x),
    label(explainWord("cdf", language), left, cdfTop - 10),
    cdfLine(after, low, high, x),
    `<g fill="${colours.loss}">${before === undefined ? "" : label(`- - - ${explainWord("before", language)}`, width - right, 44, "end")}</g>`,
    medianLabel(x(middle), language),
    `<line x1="${fixed(x(middle))}" x2="${fixed(x(middle))}" y1="${densityTop}" y2="${cdfTop + cdfHeight}" stroke="${colours.ink}" stroke-dasharray="2 3"/>`,
    `<line x1="${left}" x2="${width - right}" y1="${densityTop + densityHeight}" y2="${densityTop + densityHeight}" stroke="${colours.quiet}"/>`,
    `<line x1="${left}" x2="${width - right}" y1="${cdfTop + cdfHeight}" y2="${cdfTop + cdfHeight}" stroke="${colours.quiet}"/>`,
    written.unit ? label(written.unit, width - right, height - 8, "end") : "",
    "</svg>",
    "",
  ]
    .filter((line, index, all) => line !== "" || index === all.length - 1)
    .join("\n");
}

/** Beside its line, on the side where there is room; past the words to the left, where these stand in its way. */
function medianLabel(at: number, language: Language): string {
  const word = explainWord("median", language);
  const taken = left + textWidth(explainWord("cdf", language), fontSizePx) + 12;
  const before = at + 4 + textWidth(word, fontSizePx) > width - right;
  const [place, anchor, text] = before
    ? [at - 4, "end", word]
    : at + 4 < taken
      ? [taken, "start", `← ${word}`]
      : [at + 4, "start", word];
  return `<text x="${fixed(place)}" y="${cdfTop - 10}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

/** Wide enough for both, where there was a cut. */
function rangeOf(after: Described, before: Described | undefined): readonly [number, number] {
  const [low, high] = shownRange(after);
  if (before === undefined) return [low, high];
  const [first, last] = shownRange(before);
  const wide = 2 * (high - low);
  return [Math.max(Math.min(low, first), low - wide), Math.min(Math.max(high, last), high + wide)];
}

/** Mean density in each of the equal stretches from low to high. */
function densities(described: Described, low: number, high: number): number[] {
  const step = (high - low) / points;
  return Array.from({ length: points }, (_, k) => massBetween(described, low + k * step, low + (k + 1) * step) / step);
}

/** Some four or five round numbers from low to high, in steps of 1, 2 or 5 times a power of ten of `unit`. */
function roundNumbers(low: number, high: number, unit: number): number[] {
  const wanted = (high - low) / unit / 4;
  const power = Number(`1e${Number(wanted.toExponential().split("e")[1])}`);
  const step = ([1, 2, 5, 10].find((times) => times * power >= wanted) ?? 10) * power * unit;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, k) => (first + k) * step);
}

type Place = (value: number) => number;

/** A smooth line through the middles of the stretches; upright where the density jumps. */
function corners(values: readonly number[], most: number, low: number, high: number, x: Place): string[] {
  const step = (high - low) / points;
  const y = (density: number) => densityTop + densityHeight * (1 - Math.min(density / most, 1.05));
  const at = (k: number, density: number) => `${fixed(x(low + k * step))},${fixed(y(density))}`;
  const jumps = (a: number, b: number) => Math.abs(a - b) > most / 3;
  return values.flatMap((density, k) => [
    ...(k === 0 || jumps(values[k - 1], density) ? [at(k, density)] : []),
    at(k + 0.5, density),
    ...(k === values.length - 1 || jumps(density, values[k + 1]) ? [at(k + 1, density)] : []),
  ]);
}

function area(values: readonly number[], most: number, low: number, high: number, x: Place): string {
  const base = densityTop + densityHeight;
  const ends = [`${fixed(x(low))},${base}`, `${fixed(x(high))},${base}`];
  return `<polygon points="${ends[0]} ${corners(values, most, low, high, x).join(" ")} ${ends[1]}" fill="${colours.middle}"/>`;
}

function brokenLine(values: readonly number[], most: number, low: number, high: number, x: Place): string {
  return `<polyline points="${corners(values, most, low, high, x).join(" ")}" fill="none" stroke="${colours.loss}" stroke-width="1.5" stroke-dasharray="5 4"/>`;
}

function bars(atoms: readonly { readonly value: number; readonly chance: number }[], x: Place): string {
  const most = Math.max(...atoms.map(({ chance }) => chance));
  const gaps = atoms.slice(1).map(({ value }, k) => x(value) - x(atoms[k].value));
  const thick = Math.max(2, Math.min(widestBar, ...gaps.map((gap) => 0.7 * gap)));
  return atoms
    .map(({ value, chance }) => {
      const tall = (densityHeight * chance) / most;
      return `<rect x="${fixed(x(value) - thick / 2)}" y="${fixed(densityTop + densityHeight - tall)}" width="${fixed(thick)}" height="${fixed(tall)}" fill="${colours.middle}"/>`;
    })
    .join("");
}

/** With a step where a value has a chance of its own. */
function cdfLine(described: Described, low: number, high: number, x: Place): string {
  const step = (high - low) / (2 * points);
  const corners = Array.from({ length: 2 * points + 1 }, (_, k) => {
    const value = low + k * step;
    return `${fixed(x(value))},${fixed(cdfTop + cdfHeight * (1 - described.cdf(value)))}`;
  });
  return `<polyline points="${corners.join(" ")}" fill="none" stroke="${colours.gain}" stroke-width="2"/>`;
}
