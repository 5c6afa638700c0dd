import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Issue, severityOf } from "../engine/issues.ts";
import type { Unit, UnitWords } from "../engine/units/index.ts";
import { adjustmentOf, spreadPlace } from "./adjustments.ts";
import { Acceptance } from "./check/acceptance.ts";
import { checkPerspectives } from "./check/actors.ts";
import { findUnadjusted, settleAdjustments } from "./check/adjustments.ts";
import { type Checking, positionOf, report } from "./check/checking.ts";
import { checkComparators } from "./check/comparators.ts";
import { checkCriteria } from "./check/criteria.ts";
import { checkDependence } from "./check/dependence.ts";
import { ratesByYear, settleDiscounting } from "./check/discounting.ts";
import { findDoubts } from "./check/doubts/index.ts";
import { figureReader } from "./check/figures.ts";
import { checkFlows, hasMoney } from "./check/flows.ts";
import { checkHead } from "./check/head.ts";
import { checkIds, declaredIds } from "./check/ids.ts";
import { canonicalJson, normalNumber, normalQuantity } from "./check/normalForm.ts";
import { settleOnCosts } from "./check/onCosts.ts";
import { type Alone, checkOptions } from "./check/options.ts";
import { checkOwnAmounts } from "./check/ownAmountsUse.ts";
import { placesOf } from "./check/places.ts";
import { toPlain } from "./check/plain.ts";
import { Quantities } from "./check/quantities.ts";
import { readUnit } from "./check/readUnit.ts";
import { checkRisks } from "./check/risks/index.ts";
import { settleRisks, struckByYear } from "./check/risks/settle.ts";
import { pathOfPart, splitsWhole } from "./check/sharesOfWhole.ts";
import { checkStopRules } from "./check/stopRules.ts";
import { type Understood, understand } from "./check/structure.ts";
import { settleTexts } from "./check/texts.ts";
import { checkUnitCostUse } from "./check/unitCostUse.ts";
import { checkUsage } from "./check/usage.ts";
import { checkWants } from "./check/wants.ts";
import { checkWorth } from "./check/worth.ts";
import type { CheckedInput, CheckedScenario, CheckOutcome } from "./checked.ts";
import { isComponentShare } from "./components.ts";
import { isMeasurement } from "./measurement.ts";
import { readText } from "./read.ts";
import { isOfRisks } from "./risks.ts";
import { type Lost, nothingLost } from "./salvage.ts";
import type { ScenarioContent } from "./schema/index.ts";
import type { Source } from "./source.ts";
import type { PriceFiles } from "./unitCosts/priceFiles.ts";
import { Prices } from "./unitCosts/prices.ts";

/**
 * Checks the text of a scenario, YAML or JSON. Every problem is found at once, with its place in the file; nothing is thrown.
 * @param file what messages call the file
 * @param prices where unit costs and price indices outside the scenario are read from; without it there are only its own
 */
export function checkText(text: string, file: string, prices?: PriceFiles): CheckOutcome {
  const read = readText(text, file, "rest");
  return read.ok ? checkSource(read.source, read.issues, prices, read.lost) : { ok: false, issues: read.issues };
}

/** Checks a scenario given as a JavaScript value, such as the content of a result. Problems then have a path but no line. */
export function checkValue(value: unknown, prices?: PriceFiles): CheckOutcome {
  const plain = toPlain(value);
  if (typeof plain.value !== "object" || plain.value === null || Array.isArray(plain.value)) {
    return { ok: false, issues: plain.issues.length > 0 ? plain.issues : [{ code: "fileNotScenario" }] };
  }
  return checkSource({ file: "", text: "", value: plain.value, extents: new Map() }, plain.issues, prices);
}

function checkSource(
  source: Source,
  before: readonly Issue[],
  priceFiles: PriceFiles | undefined,
  lost: Lost = nothingLost,
): CheckOutcome {
  const base = checkAlone(source, before, priceFiles, lost);
  const { content } = base.checking;
  const { issues, options } =
    content.options === undefined
      ? { issues: base.checking.issues, options: [] }
      : checkOptions(base, (patched) => checkAlone(patched, before, priceFiles, lost));
  const found = inOrderOfPlace(issues, source.file);
  const { scenario } = base;
  if (scenario === undefined || found.some((issue) => severityOf(issue) === "error"))
    return { ok: false, issues: found };
  return { ok: true, scenario: { ...scenario, warnings: found, ...(options.length === 0 ? {} : { options }) } };
}

/** Checks a document without its options; of these only the form. */
function checkAlone(source: Source, before: readonly Issue[], priceFiles: PriceFiles | undefined, lost: Lost): Alone {
  const understood = understand(source);
  const isLost = ({ path = "" }: Issue) => lost.paths.some((own) => path === own || path.startsWith(`${own}.`));
  const issues: Issue[] = [...before, ...understood.issues.filter((issue) => !isLost(issue))];
  const { content } = understood;
  const parts = {
    source,
    content,
    words: wordsOf(content),
    issues,
    broken: new Set([...brokenNames(source, understood, before), ...lost.paths, ...lost.names]),
  };
  const acceptance = new Acceptance(parts);
  const checking: Checking = { ...parts, prices: new Prices(parts, priceFiles), acceptance };
  checkHead(checking);
  const noRate = fillIn(content);
  settleDiscounting(checking, priceFiles);
  checkIds(checking);
  settleTexts(checking);
  checkPerspectives(checking);
  settleOnCosts(checking);
  settleRisks(checking);

  const unitOfOutcome = outcomeUnits(checking);
  const figures = figureReader(checking, unitOfOutcome);
  const places = inFileOrder(content, placesOf(checking, unitOfOutcome));
  const quantities = new Quantities(checking, places, figures, struckByYear(content));
  for (const place of places) quantities.at(place.name);
  ratesByYear(checking, quantities);
  checkWants(checking, places, quantities);
  checkOwnAmounts(checking, quantities);
  checkFlows(checking, quantities);
  const risks = checkRisks(checking, quantities, places, unitOfOutcome);
  checkCriteria(checking, quantities, figures);
  const reactions = checkStopRules({ checking, quantities, places, unitOfOutcome }, figures);
  checkWorth(checking, quantities);
  checkComparators(checking);
  const inputs = inputsInOrder(checking, places, quantities);
  const { correlations, copulas } = checkDependence(checking, quantities);
  checkMoney(checking, quantities, noRate);
  if (issues.some((issue) => severityOf(issue) === "error")) return { checking };
  // What is used can only be told where everything was understood.
  checkUsage(checking, quantities);
  checkUnitCostUse(checking, quantities);
  findUnadjusted(checking);
  findDoubts(checking, quantities, places);
  const accepted = acceptance.settle();
  checking.prices.settle();
  normalise(content, places, checking.words);
  settleAdjustments(content);
  const scenario: CheckedScenario = {
    content,
    hash: bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))),
    quantities: quantities.read,
    inputs,
    correlations,
    copulas,
    ...(risks.length === 0 ? {} : { risks }),
    ...(reactions.length === 0 ? {} : { reactions }),
    positionOf: (place) => positionOfPlace(source, content, place),
    warnings: inOrderOfPlace(issues, source.file),
    accepted,
  };
  return { checking, scenario };
}

function wordsOf(content: ScenarioContent): UnitWords {
  return {
    money: content.currency === "SEK" || !/^[A-Z]{3}$/.test(content.currency) ? "kr" : content.currency,
    counting: Object.keys(content.units),
  };
}

/**
 * Names of what was left out because it is broken: nothing more is said where they are used. Both paths and the ids at
 * their end or on their way.
 */
function brokenNames(source: Source, understood: Understood, before: readonly Issue[]): Set<string> {
  const declared = new Set(declaredIds(source.value));
  const paths = [...understood.dropped, ...[...understood.issues, ...before].map((issue) => issue.path ?? "")];
  const broken = new Set<string>();
  for (const path of paths) {
    if (path === "") continue;
    broken.add(path);
    for (const part of path.split(".")) if (declared.has(part)) broken.add(part);
    if (understood.dropped.includes(path)) {
      const root = path.split(".")[0];
      if (path === root) for (const id of idsUnder(source.value, root)) broken.add(id);
    }
  }
  return broken;
}

/** All keys below a part of the file that was left out as a whole. */
function idsUnder(value: unknown, root: string): string[] {
  const keys: string[] = [];
  const walk = (own: unknown) => {
    if (typeof own !== "object" || own === null) return;
    for (const [key, inner] of Object.entries(own)) {
      keys.push(key);
      walk(inner);
    }
  };
  walk((value as Record<string, unknown>)[root]);
  return keys;
}

function outcomeUnits(checking: Checking): (id: string) => Unit | undefined {
  const units = new Map<string, Unit>();
  for (const [id, outcome] of Object.entries(checking.content.outcomes)) {
    const parsed = readUnit(checking, outcome.unit, `outcomes.${id}.unit`);
    if (parsed !== undefined) units.set(id, parsed.unit);
  }
  return (id) => units.get(id);
}

/** Named quantities first, then by first appearance in the file. */
function inFileOrder<P extends { readonly path: string }>(content: ScenarioContent, places: readonly P[]): P[] {
  const order = new Map<string, number>();
  const walk = (value: unknown, path: string) => {
    order.set(path, order.size);
    if (typeof value !== "object" || value === null) return;
    for (const [key, own] of Object.entries(value)) walk(own, path === "" ? key : `${path}.${key}`);
  };
  walk(content, "");
  // A table of adjustments stands last: whether effects are adjusted moves no other input's draws.
  // So do the sections that only look at the accounts in another way, shares by component, which only options without some use, and
  // how outcomes are followed up, which changes nothing that happens.
  const last = ["adjustments", "taxation", "budget", "weights", "financing", "stopRules"];
  // Risks stand in a suite of their own.
  const place = (path: string): number => {
    if (isComponentShare(path)) return 97;
    return isMeasurement(path) ? 98 : isOfRisks(path) ? 99 : last.indexOf(path.split(".")[0]) + 2;
  };
  const rank = ({ path }: P) => (path.startsWith("quantities.") ? 0 : place(path));
  return [...places].sort((a, b) => rank(a) - rank(b) || order.get(a.path)! - order.get(b.path)!);
}

/** Numbers the inputs: those of a place in the order in which they stand in it. */
function inputsInOrder(
  checking: Checking,
  places: readonly { readonly path: string }[],
  quantities: Quantities,
): CheckedInput[] {
  const rankOf = (path: string) =>
    places.findIndex((place) => path === place.path || path.startsWith(`${place.path}.`));
  const pending = quantities.inputs.map((input, order) => ({ ...input, order, rank: rankOf(input.path) }));
  pending.sort((a, b) => a.rank - b.rank || a.order - b.order);
  const seen = new Set<string>();
  for (const [index, { quantity, input, path }] of pending.entries()) {
    quantity.input = index;
    if (seen.has(input.path)) report(checking, "sharedTwice", path, { name: input.path.slice("shared/".length) });
    seen.add(input.path);
  }
  return pending.map(({ input }) => input);
}

type Outcome = { effect: { measuredOn?: string }; among?: unknown };

/** What follows from the rest where it is not written; says whether the discount rate was missing. */
function fillIn(content: ScenarioContent): boolean {
  const filled = content as { horizon?: number; discounting?: unknown };
  filled.horizon ??= content.programme.years;
  const noRate = filled.discounting === undefined;
  if (noRate) filled.discounting = "0 %/year";
  for (const { effect, among } of Object.values(content.outcomes) as Outcome[])
    if (content.funnel === undefined || among !== undefined) effect.measuredOn ??= "everyone";
  return noRate;
}

function checkMoney(checking: Checking, quantities: Quantities, noRate: boolean): void {
  const { content, broken } = checking;
  if (!hasMoney(checking, quantities)) return;
  if (content.priceYear === undefined && !broken.has("priceYear")) report(checking, "priceYearMissing", "", {});
  if (noRate && !broken.has("discounting") && (content.horizon ?? 1) > 1) {
    report(checking, "discountingMissing", "", {});
  }
}

/** Gives every number its one form. */
function normalise(content: ScenarioContent, places: readonly { readonly path: string }[], words: UnitWords): void {
  const whole = content as unknown as Record<string, unknown>;
  delete whole.$schema;
  for (const { path } of places) {
    const { holder, key } = holderOf(whole, path);
    holder[key] = normalQuantity(holder[key], words);
  }
  for (const option of Object.values(content.options ?? {}) as { set?: Record<string, unknown> }[])
    if (option.set !== undefined)
      option.set = Object.fromEntries(
        Object.entries(option.set).map(([path, value]) => [path, normalQuantity(value, words)]),
      );
  for (const entry of content.dependence as readonly Record<string, unknown>[]) {
    if (entry.correlation !== undefined) entry.correlation = normalNumber(entry.correlation, words);
    if (entry.degreesOfFreedom !== undefined) entry.degreesOfFreedom = normalNumber(entry.degreesOfFreedom, words);
    if (entry.loading !== undefined) entry.loading = normalQuantity(entry.loading, words);
  }
}

/** The map or list that holds what is at a path, and its key there: what is struck is itself a path, with its dots. */
function holderOf(
  content: Record<string, unknown>,
  path: string,
): { readonly holder: Record<string, unknown>; readonly key: string } {
  const inHits = /^((?:risks\.[^.]+|stopRules\.[^.]+\.then\.[^.]+)\.hits)\.(.+)\.([^.]+)$/.exec(path);
  const keys = inHits === null ? path.split(".") : [...inHits[1].split("."), inHits[2], inHits[3]];
  const key = keys.pop()!;
  return { holder: keys.reduce((at, own) => at[own] as Record<string, unknown>, content), key };
}

const inOrderOfPlace = (issues: readonly Issue[], file: string): Issue[] =>
  // What another file has wrong stands together, after the scenario's own.
  [...issues].sort(
    (a, b) =>
      Number(a.at?.file !== file) - Number(b.at?.file !== file) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );

function positionOfPlace(source: Source, content: ScenarioContent, place: string) {
  const [first, id] = place.split(".");
  if (splitsWhole(content.quantities[first])) return positionOf(source, `quantities.${pathOfPart(place)}`);
  const table = first === "outcomes" && place === spreadPlace(id) ? adjustmentOf(content, id) : undefined;
  const own =
    table === undefined
      ? place
          .replace(/\.uncertaintyGrows\.score$/, ".uncertaintyGrows")
          .replace(/(\.between\.\w+)\.score\.\w+$/, "$1.sd")
      : `${table.path}.extraSd`;
  const path = Object.hasOwn(content.quantities, first) ? `quantities.${own}` : own;
  return positionOf(source, path.replace(/\.y(\d+)(?=\.|$)/g, ".$1"));
}
