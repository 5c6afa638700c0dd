import { describe } from "../engine/distributions/index.ts";
import { errorOfMatch } from "../engine/evidence/compound/errorOfMatch.ts";
import { type Issue, UtfallError } from "../engine/issues.ts";
import type { AssumptionAbout, Text } from "../engine/result/about.ts";
import { formatUnit, isPlain, parseUnit, toBase } from "../engine/units/index.ts";
import type { ExplainedPart, Explanation } from "../report/explain/explanation.ts";
import { titleOfPlace } from "../scenarios/about/places.ts";
import { about as aboutOf } from "../scenarios/about.ts";
import { namesIn } from "../scenarios/check/behind.ts";
import { partsOfWhole } from "../scenarios/check/sharesOfWhole.ts";
import type { CheckedScenario, Quantity } from "../scenarios/checked.ts";
import { suggestion } from "../scenarios/nearest.ts";
import { unitWordsOf } from "../scenarios/twins.ts";
import type { FileText } from "./badInput.ts";
import { explainDependence } from "./explainDependence.ts";

/** Most lines of the file that are shown. */
const mostLines = 8;

/**
 * How the quantity of a name was read. Throws UtfallError with the nearest names where there is none, or several.
 * `about` tells of the whole scenario, and is given by who asks for many quantities of it.
 */
export function explain(
  scenario: CheckedScenario,
  name: string,
  source: FileText,
  about = aboutOf(scenario),
): Explanation {
  const place = placeOf(scenario, name);
  const { quantities, inputs } = scenario;
  const rowOf = (at: string): AssumptionAbout | undefined => about.assumptions.find((row) => row.place === at);
  const titleOf = (at: string): Text => rowOf(at)?.title ?? titleOfPlace(at, about.titles);

  const written = quantities.get(place)!;
  const target = followed(scenario, place);
  const quantity = quantities.get(target)!;
  const row = rowOf(target);
  const shown = (at: string, own: Quantity): ExplainedPart => {
    const end = followed(scenario, at);
    const { unit, scale } = unitOf(scenario, rowOf(end), own);
    return { place: at, title: titleOf(at), unit, scale, ...numbersOf(scenario, quantities.get(end) ?? own) };
  };
  const at = scenario.positionOf(place);
  const input = quantity.kind === "input" ? inputs[quantity.input].path : undefined;
  const dependence = quantity.kind === "input" ? explainDependence(scenario, quantity.input, titleOf) : undefined;
  const fromFile = about.sources.find(({ id }) => id === row?.source)?.title;
  return {
    place,
    ...(input === undefined ? {} : { input }),
    title:
      written.kind === "reference" && rowOf(place) === undefined ? titleOfPlace(place, about.titles) : titleOf(place),
    ...wordsOf(scenario, row, quantity),
    ...unitOf(scenario, row, quantity),
    ...(at === undefined ? {} : { at }),
    lines: at === undefined ? [] : linesAt(source.text, at.line),
    ...(fromFile === undefined ? {} : { source: fromFile }),
    ...(row?.evidence === undefined ? {} : { evidence: row.evidence }),
    notes: [row?.assumption, row?.note].filter((note) => note !== undefined),
    ...(target === place ? {} : { sameAs: target }),
    ...(quantity.kind === "formula" && quantity.margin === undefined ? { formula: formulaAt(scenario, target) } : {}),
    ...numbersOf(scenario, quantity),
    ...(quantity.kind === "ownAmounts" ? { ownAmounts: ownAmountsOf(quantity) } : {}),
    parts: partsOf(scenario, target, quantity).map(([where, own]) => shown(where, own)),
    ...(dependence === undefined ? {} : { dependence }),
  };
}

/** By place, by path of draws, or by the end of either where only one ends so. */
function placeOf({ quantities, inputs, content }: CheckedScenario, name: string): string {
  const paths = new Map(inputs.map(({ path, place }) => [path, place]));
  const known = quantities.has(name) ? name : (paths.get(name) ?? paths.get(`${content.id}/${name}`));
  if (known !== undefined) return known;
  if (quantities.has(`formulas.${name}.value`)) return `formulas.${name}.value`;
  const parts = partsOfWhole(name, content.quantities[name]);
  if (parts !== undefined) throw new UtfallError([{ code: "pairParts", with: { name, parts: parts.join(", ") } }]);
  const ends = [...quantities.keys()].filter((place) => place.endsWith(`.${name}`));
  if (ends.length === 1) return ends[0];
  const issue: Issue =
    ends.length > 1
      ? { code: "inputSeveral", with: { name, places: ends.slice(0, 8).join(", ") } }
      : { code: "inputUnknown", with: { name, nearest: suggestion(name, [...quantities.keys(), ...paths.keys()]) } };
  throw new UtfallError([issue]);
}

/** The place that a name leads to. */
function followed({ quantities }: CheckedScenario, place: string): string {
  const quantity = quantities.get(place);
  return quantity?.kind === "reference" ? followed({ quantities } as CheckedScenario, quantity.to) : place;
}

function numbersOf({ inputs }: CheckedScenario, quantity: Quantity): Pick<Explanation, "value" | "spec"> {
  if (quantity.kind === "number") return { value: quantity.value };
  if (quantity.kind === "ownAmounts") return { spec: quantity.each };
  if (quantity.kind === "formula" && quantity.margin !== undefined) return { spec: quantity.margin };
  return quantity.kind === "input" ? { spec: inputs[quantity.input].distribution } : {};
}

/** The unit as the file writes it, and how many base units it is. */
function unitOf(scenario: CheckedScenario, row: AssumptionAbout | undefined, quantity: Quantity) {
  const { content } = scenario;
  const base = quantity.kind === "ownAmounts" ? quantity.eachUnit : quantity.unit;
  if (isPlain(base) && !isShare(scenario, row, quantity)) return { unit: "", scale: 1 };
  const parsed = row === undefined ? undefined : parseUnit(row.unit, unitWordsOf(content));
  if (row === undefined || !parsed?.ok) return { unit: formatUnit(base), scale: 1 };
  return { unit: row.unit, scale: toBase("1", parsed) };
}

/** Ratios and standardised differences are plain numbers, however near they lie to 0 or 1. */
const isRatioPlace = (place: string): boolean => /\.effect\.(relativeRisk|oddsRatio|hazardRatio|smd)(\.|$)/.test(place);

const isRatio = ({ quantities }: CheckedScenario, place: string | undefined): boolean =>
  place !== undefined &&
  (isRatioPlace(place) ||
    [...quantities].some(([at, own]) => isRatioPlace(at) && own.kind === "reference" && own.to === place));

/** A plain number is shown in percent where it is written so, or where it lies between 0 and 1; a number of posts is not. */
function isShare(scenario: CheckedScenario, row: AssumptionAbout | undefined, quantity: Quantity): boolean {
  if (row?.written.en.includes("%")) return true;
  if (isRatio(scenario, row?.place)) return false;
  const { value, spec } = numbersOf(scenario, quantity);
  const largest = spec === undefined ? value : describe(spec).upperQuantile(0.01);
  return largest === undefined || Math.abs(largest) <= 1;
}

/** Numbers of people for which it is told how well their sum is matched. */
const groupSizes = [2, 5, 10, 20, 50];

function ownAmountsOf({ each, oneByOne }: Extract<Quantity, { kind: "ownAmounts" }>): Explanation["ownAmounts"] {
  const amount = describe(each);
  const matched = Number.isFinite(amount.skewness) || amount.variance === 0;
  return {
    oneByOne,
    matched: matched ? groupSizes.map((people) => ({ people, error: errorOfMatch(amount, people) })) : [],
  };
}

function partsOf(scenario: CheckedScenario, place: string, quantity: Quantity): (readonly [string, Quantity])[] {
  const { quantities } = scenario;
  switch (quantity.kind) {
    case "ownAmounts":
      return ["number", "expected", "times"].flatMap((key) => {
        const own = quantities.get(`${place}.${key}`);
        return own === undefined ? [] : [[`${place}.${key}`, own] as const];
      });
    case "byYear":
      return quantity.items.map((item, year) => [`${place}.y${year}`, item]);
    case "bySegment":
      return Object.entries(quantity.items).map(([id, item]) => [`${place}.${id}`, item]);
    case "formula": {
      if (quantity.margin !== undefined) return [];
      const names = [...new Set(namesIn(quantity.expression))];
      return names.flatMap((name) => {
        const at = quantities.has(`formulas.${name}.value`) ? `formulas.${name}.value` : name;
        const own = quantities.get(at);
        return own === undefined ? [] : [[at, own] as const];
      });
    }
    default:
      return [];
  }
}

/** A formula as the checked content has it. */
function formulaAt({ content }: CheckedScenario, place: string): string {
  const keys = (Object.hasOwn(content.quantities, place.split(".")[0]) ? `quantities.${place}` : place).split(".");
  let at: unknown = content;
  for (const key of keys) at = (at as Readonly<Record<string, unknown>> | undefined)?.[key.replace(/^y(?=\d+$)/, "")];
  if (typeof at === "object" && at !== null && "value" in at) at = at.value;
  return String(at).replace(/^=\s*/, "");
}

/** As written; of a key that the file leaves at its default, that. Of several parts each speaks for itself. */
function wordsOf(scenario: CheckedScenario, row: AssumptionAbout | undefined, quantity: Quantity): { written?: Text } {
  if (row !== undefined) return { written: row.written };
  const { value } = numbersOf(scenario, quantity);
  return value === undefined ? {} : { written: { en: "the default", sv: "standardvärdet" } };
}

/** The line at a place, and those below it that stand further in. */
function linesAt(text: string, line: number): Explanation["lines"] {
  const all = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const depth = (own: string) => own.search(/\S/);
  const first = all[line - 1];
  if (first === undefined) return [];
  const below = all.slice(line).findIndex((own) => depth(own) >= 0 && depth(own) <= depth(first));
  const count = Math.min(mostLines, 1 + (below < 0 ? all.length - line : below));
  return all
    .slice(line - 1, line - 1 + count)
    .map((own, k) => ({ number: line + k, text: own }))
    .filter(({ text: own }, k) => k === 0 || own.trim() !== "");
}
