import type { ComparisonDesign } from "../../engine/evidence/designs.ts";
import type { AssumptionAbout, Evidence, Text } from "../../engine/result/about.ts";
import { formatUnit, isPlain } from "../../engine/units/index.ts";
import { adjustmentOf, spreadPlace } from "../adjustments.ts";
import { isTableRate } from "../check/onCosts.ts";
import { ofRest, splitsWhole } from "../check/sharesOfWhole.ts";
import type { CheckedScenario, Quantity } from "../checked.ts";
import type { DeductionName } from "../deductions.ts";
import { isSchedule, ratePlace } from "../discounting.ts";
import { groundsOf } from "../grounds.ts";
import { isOfRisks } from "../risks.ts";
import { siteScorePlaces } from "../scaleUp.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { basisNote } from "./basisNote.ts";
import { discountRatesText, discountSource } from "./discountRates.ts";
import { effectNote } from "./effectNote.ts";
import { isPercent, readWritten } from "./numbers.ts";
import { rowOfPlace, titleOfPlace } from "./places.ts";
import { listedUnit, priceYearText, unitCostNote, unitCostOf, unitCostSource, unitCostText } from "./prices.ts";
import { likelihoodNote } from "./risks.ts";
import { shrinkageNote } from "./shrinkageNote.ts";
import { both, joined, textOf, titleOfId } from "./texts.ts";
import { written } from "./written.ts";

type Plain = { readonly [key: string]: unknown };
type Row = AssumptionAbout["row"];

const isMap = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** What the file says by saying nothing: a key that holds just this is no assumption of its own. */
const defaults: Readonly<Record<string, unknown>> = {
  number: 1,
  inflow: "0 people/month",
  charges: "0 %",
  overhead: "0 %",
  drift: "0 %/year",
  reached: "100 %",
  accepted: "100 %",
  dropout: "0 %",
  effectKept: "0 %",
  costKept: "100 %",
  factor: "100 %",
  buildUp: "[1]",
  fidelity: "100 %",
  share: "100 %",
  starts: "0 years",
  lasts: "1 year",
  keeps: "100 %/year",
  mitigated: "0 %",
  notice: "0 years",
};

/** Parts of own amounts that may be uncertain numbers of their own. */
const ownParts = [
  ["number", both("number", "antal")],
  ["expected", both("expected number", "väntat antal")],
  ["times", both("per unit", "per enhet")],
] as const;

/**
 * Every number that the scenario states, in file order. Names say nothing of their own and are left out, and so are defaults unless
 * `all` are asked for.
 */
export function assumptionsOf(
  checked: CheckedScenario,
  titles: Readonly<Record<string, Text>>,
  which: "stated" | "all" = "stated",
): readonly AssumptionAbout[] {
  const { content, quantities, inputs } = checked;
  const { language } = content;
  const uses = firstUses(checked);
  const list: AssumptionAbout[] = [];
  const counting = Object.fromEntries(
    Object.entries(content.units).map(([word, { title }]) => [word, textOf(title, language) ?? titleOfId(word)]),
  );

  const add = (place: string, raw: unknown, quantity: Quantity, above: Plain, suffix?: Text): void => {
    if (quantity.kind === "reference") return;
    const own: Plain = isMap(raw) ? { ...above, ...raw } : above;
    if (quantity.kind === "bySegment" && isMap(raw)) {
      const { segments: _, ...shared } = { ...above, ...notesOf(raw) } as Plain;
      for (const [segment, item] of Object.entries(quantity.items)) {
        add(`${place}.${segment}`, raw[segment], item, shared, titles[segment] ?? titleOfId(segment));
      }
      return;
    }
    if (quantity.kind === "ownAmounts" && isMap(raw)) {
      for (const [key, name] of ownParts) {
        const part = quantities.get(`${place}.${key}`);
        if (part?.kind === "input") add(`${place}.${key}`, raw[key], part, {}, name);
      }
    }
    const base = suffix === undefined ? place : place.slice(0, place.lastIndexOf("."));
    const used = isOfRisks(base) ? base : (uses.get(base) ?? base);
    const cost = unitCostOf(content, raw);
    const title =
      textOf(own.title, language) ||
      (used === place && !place.includes(".") && textOf(cost?.title, language)) ||
      titleOfPlace(used, titles);
    const unit = (cost && listedUnit(cost, own.unit)) ?? unitText(raw, own, quantity);
    const input = firstInput(quantity) ?? firstInput(quantities.get(ofRest(place)) ?? quantities.get(`${place}.score`));
    const { basis, shrinkage } = input === undefined ? {} : inputs[input];
    const notes = [
      textOf(own.note, language),
      likelihoodNote(place, raw),
      cost && unitCostNote(content, cost),
      basis && basisNote(basis, quantity.unit),
      effectNote(checked, used, quantity.unit),
      shrinkage && shrinkageNote(checked, shrinkage, quantity.unit),
    ].filter((text) => text !== undefined);
    const note = notes.length === 0 ? undefined : joined(notes, notes[0].en.endsWith(".") ? " " : ". ");
    const assumption = textOf(own.assumption, language);
    const ground = groundsOf(content, place);
    const source =
      own.source ?? unitCostSource(content, cost?.source) ?? (isTableRate(raw) ? undefined : ground.source);
    const evidence = own.evidence ?? cost?.evidence ?? ground.evidence;
    const prices = priceYearText(content, own.year);
    const said = cost === undefined ? written(raw, { unit, counting }) : unitCostText(content, cost, own, counting);
    list.push({
      place,
      ...(input === undefined ? {} : { input: inputs[input].path }),
      title: suffix === undefined ? title : joined([title, suffix], ", "),
      written: prices === undefined ? said : joined([said, prices], ""),
      unit: unit === "" ? formatUnit(quantity.unit) : unit,
      row: (own.row as Row | undefined) ?? rowOfPlace(used, content),
      ...(typeof source === "string" ? { source } : {}),
      ...(evidence === undefined ? {} : { evidence: evidence as Evidence }),
      ...(assumption === undefined ? {} : { assumption }),
      ...(note === undefined ? {} : { note }),
      uncertain:
        input !== undefined ||
        quantity.kind === "ownAmounts" ||
        (quantity.kind === "formula" && quantity.margin !== undefined),
    });
  };
  walk(checked, (place, raw) => {
    const quantity = quantities.get(place);
    // What low, medium and high mean, of those words that a risk uses.
    if (place.startsWith("likelihoodWords.") && !uses.has(place)) return;
    if (place === "discounting" && isSchedule(raw)) {
      list.push(discountSchedule(checked, titles));
      return;
    }
    const written = Array.isArray(raw) ? JSON.stringify(raw) : raw;
    // A share that is cashable has to be said: there is no default to it.
    const isDefault = defaults[place.split(".").at(-1)!] === written && !place.endsWith(".cashable.share");
    if (quantity !== undefined && (which === "all" || !isDefault))
      add(place, raw, quantity, notesOfAdjustment(content, place));
  });
  // Each effect has a further spread of its own, though a table of designs writes it once.
  for (const id of Object.keys(content.outcomes)) {
    const adjustment = adjustmentOf(content, id);
    const place = spreadPlace(id);
    const quantity = quantities.get(place);
    if (adjustment?.design === undefined || quantity?.kind !== "input") continue;
    add(place, adjustment.extraSd, quantity, notesOf({ ...adjustment }));
  }
  // How the sites happen to be is drawn beside how much they differ.
  for (const place of siteScorePlaces(content)) {
    const quantity = quantities.get(place);
    if (quantity?.kind === "input") add(place, { mean: 0, sd: 1 }, quantity, {});
  }
  return list;
}

/** The rates of a schedule as one row: they belong together. */
function discountSchedule(checked: CheckedScenario, titles: Readonly<Record<string, Text>>): AssumptionAbout {
  const source = discountSource(checked);
  const { discounting } = checked.content;
  const bands = isSchedule(discounting) ? discounting.bands : [];
  return {
    place: "discounting",
    title: titleOfPlace("discounting", titles),
    written: discountRatesText(checked) ?? both("–", "–"),
    unit: "share/year",
    row: "economy",
    ...(source === undefined ? {} : { note: source }),
    uncertain: bands.some((_, band) => checked.quantities.get(ratePlace(band))?.kind === "input"),
  };
}

/** What an adjustment, a deduction or the allowance for optimism says of its numbers: they stand apart from its source and its note. */
function notesOfAdjustment(content: ScenarioContent, place: string): Plain {
  const own = /^outcomes\.([^.]+)\.effect\.adjust\./.exec(place);
  const row = /^adjustments\.designs\.([^.]+)\./.exec(place);
  if (place.startsWith("optimism.")) return notesOf({ source: content.optimism?.source, note: content.optimism?.note });
  const taken = /^outcomes\.([^.]+)\.deductions\.([^.]+)\./.exec(place);
  if (taken !== null) return notesOf({ ...content.outcomes[taken[1]].deductions?.[taken[2] as DeductionName] });
  if (own !== null) return notesOf({ ...content.outcomes[own[1]].effect.adjust });
  if (row === null) return {};
  const { designs, source, note } = content.adjustments!;
  return { ...notesOf({ source, note }), ...notesOf({ ...designs[row[1] as ComparisonDesign] }) };
}

/** Visits every quantity of the content with its place, in file order; a named quantity's place is its name. */
function walk({ content, quantities }: CheckedScenario, visit: (place: string, raw: unknown) => void): void {
  const into = (value: unknown, path: string): void => {
    const place = path.startsWith("quantities.") ? path.slice("quantities.".length) : path;
    if (path.startsWith("quantities.") && splitsWhole(value)) {
      for (const [part, own] of Object.entries(partsAsWritten(value))) visit(`${place}.${part}`, own);
    } else if (quantities.has(place)) visit(place, value);
    else if (isMap(value) || Array.isArray(value))
      for (const [key, item] of Object.entries(value)) into(item, path === "" ? key : `${path}.${key}`);
  };
  const sections = [
    "quantities",
    "discounting",
    "target",
    "funnel",
    "outcomes",
    "consequences",
    "costs",
    "optimism",
    "implementation",
    "financing",
    "likelihoodWords",
    "risks",
    "formulas",
    "comparators",
    "adjustments",
    "taxation",
    "budget",
    "weights",
  ];
  for (const [id, { then }] of Object.entries(content.stopRules ?? {}))
    if (typeof then === "object") into(then, `stopRules.${id}.then`);
  for (const [section, value] of Object.entries(content)) if (sections.includes(section)) into(value, section);
}

/** Each part of a whole as if it stood alone: a count of all, or a share and how sure it is. */
function partsAsWritten(whole: Plain): Readonly<Record<string, Plain>> {
  const shares = whole.shares as Readonly<Record<string, string | number>>;
  const total = Object.values(shares).reduce<number>((sum, own) => sum + (readWritten(own)?.value ?? Number.NaN), 0);
  const one = (written: unknown): Plain =>
    whole.of === undefined ? { count: written, of: total } : { share: written, of: whole.of };
  return Object.fromEntries(Object.entries(shares).map(([part, own]) => [part, { ...notesOf(whole), ...one(own) }]));
}

/** Named quantity → the first place that uses it, which says what it is and where in the logic model it belongs. */
function firstUses(checked: CheckedScenario): ReadonlyMap<string, string> {
  const uses = new Map<string, string>();
  walk(checked, (place) => {
    const quantity = checked.quantities.get(place);
    if (quantity?.kind === "reference" && !uses.has(quantity.to)) uses.set(quantity.to, place);
  });
  return uses;
}

function notesOf(raw: Plain): Plain {
  const keys = ["title", "unit", "source", "evidence", "row", "assumption", "note", "year"];
  return Object.fromEntries(Object.entries(raw).filter(([key, value]) => keys.includes(key) && value !== undefined));
}

/** The unit as the file writes it; where it writes none, that of the quantity, and nothing for a plain number. */
function unitText(raw: unknown, own: Plain, quantity: Quantity): string {
  if (quantity.kind === "ownAmounts" && isMap(own.each))
    return unitText(own.each, own.each, { kind: "number", value: 0, unit: quantity.eachUnit });
  if (typeof own.unit === "string") return own.unit;
  const units = (isMap(raw) ? Object.values(raw) : Array.isArray(raw) ? raw : [raw]).map(
    (item) => readWritten(item)?.unit,
  );
  const found = units.find((unit) => unit !== undefined && unit !== "");
  if (found !== undefined) return isPercent(found) ? found.replace(/^%/, "share") : found;
  return isPlain(quantity.unit) ? "" : formatUnit(quantity.unit);
}

function firstInput(quantity: Quantity | undefined): number | undefined {
  if (quantity?.kind === "input") return quantity.input;
  if (quantity?.kind !== "byYear") return undefined;
  for (const item of quantity.items) {
    const input = firstInput(item);
    if (input !== undefined) return input;
  }
  return undefined;
}
