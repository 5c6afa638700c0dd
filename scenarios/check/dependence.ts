import { scoreFromKendall, scoreFromSpearman } from "../../engine/dependence/rankCorrelation.ts";
import { isPlain } from "../../engine/units/index.ts";
import type { CheckedScenario, Quantity } from "../checked.ts";
import { baseValue, readLiteral, unitOfLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, positionOf, report, reportInText, touched } from "./checking.ts";
import { culprit, mended, possible, type Stated } from "./contradiction.ts";
import type { Quantities } from "./quantities.ts";

type Correlations = CheckedScenario["correlations"];

/** Correlations between inputs, as those of normal scores; what contradicts itself is told at the pair that makes it so. */
export function checkDependence(checking: Checking, quantities: Quantities): Correlations {
  const found: Stated[] = [];
  let repair = false;
  for (const [index, entry] of checking.content.dependence.entries()) {
    const at = `dependence.${index}`;
    if (entry.source !== undefined) checkSource(checking, entry.source, `${at}.source`);
    const form = formOf(entry);
    if (form === "repair") repair = true;
    else if (form === "pair") readPair(checking, quantities, entry, index, found);
    else if (form === "factor") readFactor(checking, quantities, entry, index, found);
    else if (!touched(checking, at)) report(checking, "dependenceForm", at);
  }
  if (possible(found)) return found.map(({ between, correlation }) => ({ between, correlation }));
  const { names, index } = culprit(found);
  const at = `dependence.${index}`;
  const where = checking.content.dependence[index].factor === undefined ? `${at}.correlation` : at;
  if (repair) {
    const { pairs, nearest, moved } = mended(found);
    report(checking, "correlationsRepaired", where, { names, nearest, ...moved });
    return pairs;
  }
  // Rounded to three decimals they still hold with this room.
  const { nearest, moved } = mended(found, 0.001 * found.length + 0.004);
  report(checking, "correlationsContradict", where, { names, nearest, ...moved });
  return [];
}

type Entry = Checking["content"]["dependence"][number];

function formOf(entry: Entry): "pair" | "factor" | "repair" | undefined {
  const keys = Object.keys(entry).filter((key) => key !== "source" && key !== "note");
  const exactly = (...wanted: string[]) => wanted.length === keys.length && wanted.every((key) => keys.includes(key));
  if (exactly("between", "correlation", "of") && !Array.isArray(entry.of)) return "pair";
  if (exactly("factor", "of", "loading") && Array.isArray(entry.of)) return "factor";
  return exactly("repair") ? "repair" : undefined;
}

function readPair(checking: Checking, quantities: Quantities, entry: Entry, index: number, found: Stated[]): void {
  const at = `dependence.${index}`;
  const between = entry.between!;
  const kind = entry.of as Stated["kind"];
  const correlation = readCorrelation(checking, entry.correlation!, `${at}.correlation`);
  if (between.length !== 2) {
    report(checking, "pairSize", `${at}.between`, {}, "key");
    return;
  }
  const paths = between.map((name, side) => inputAt(checking, quantities, name.trim(), `${at}.between.${side}`));
  const [first, second] = paths;
  if (first === undefined || second === undefined || correlation === undefined) return;
  if (first === second) {
    report(checking, "pairItself", `${at}.between`, { name: between[0] }, "key");
    return;
  }
  const names = between.join(" – ");
  add(checking, found, { between: [first, second], correlation: ofScores(kind, correlation), kind, names, index });
}

/** Inputs that a common factor moves: each pair correlates by the product of its loadings. */
function readFactor(checking: Checking, quantities: Quantities, entry: Entry, index: number, found: Stated[]): void {
  const at = `dependence.${index}`;
  const names = entry.of as readonly string[];
  const each = Array.isArray(entry.loading);
  const given = [entry.loading!].flat() as readonly (number | string)[];
  const loadings = given.map((own, i) => readCorrelation(checking, own, each ? `${at}.loading.${i}` : `${at}.loading`));
  if (names.length < 2 || (each && given.length !== names.length)) {
    report(checking, "factorSize", `${at}.${names.length < 2 ? "of" : "loading"}`, { inputs: names.length });
    return;
  }
  const paths = names.map((name, i) => inputAt(checking, quantities, name.trim(), `${at}.of.${i}`));
  const twice = paths.findIndex((path, i) => path !== undefined && paths.indexOf(path) < i);
  if (twice >= 0) {
    report(checking, "pairItself", `${at}.of.${twice}`, { name: names[twice] });
    return;
  }
  for (const [i, first] of paths.entries())
    for (const [j, second] of paths.entries()) {
      const [own, other] = [loadings[each ? i : 0], loadings[each ? j : 0]];
      if (j <= i || first === undefined || second === undefined || own === undefined || other === undefined) continue;
      add(checking, found, {
        between: [first, second],
        correlation: own * other,
        kind: "normal scores",
        names: `${names[i]} – ${names[j]}`,
        index,
      });
    }
}

function add(checking: Checking, found: Stated[], stated: Stated): void {
  const [first, second] = stated.between;
  const before = found.find(({ between }) => between.includes(first) && between.includes(second));
  if (before === undefined) {
    found.push(stated);
    return;
  }
  const line = positionOf(checking.source, `dependence.${before.index}`)?.line ?? "–";
  const at = `dependence.${stated.index}`;
  const where = checking.content.dependence[stated.index].factor === undefined ? `${at}.between` : `${at}.of`;
  report(checking, "pairTwice", where, { pair: stated.names, line }, "key");
}

function ofScores(kind: Stated["kind"], correlation: number): number {
  if (kind === "ranks") return scoreFromSpearman(correlation);
  return kind === "kendall" ? scoreFromKendall(correlation) : correlation;
}

function readCorrelation(checking: Checking, written: number | string, path: string): number | undefined {
  const outcome = readLiteral(written, checking.words);
  if (!outcome.ok) {
    reportInText(checking, outcome.problem, path, { from: outcome.from, to: outcome.to });
    return undefined;
  }
  const value = baseValue(outcome.literal);
  if (!isPlain(unitOfLiteral(outcome.literal))) report(checking, "correlationForm", path);
  else if (!(value > -1 && value < 1)) report(checking, "correlationRange", path, { value: String(written) });
  else return value;
  return undefined;
}

/** The path of the input at a place, names followed. */
function inputAt(checking: Checking, quantities: Quantities, name: string, path: string): string | undefined {
  if (checking.broken.has(name)) return undefined;
  const quantity = quantities.at(name) ?? quantities.read.get(name);
  if (quantity === undefined) {
    if (!quantities.has(name))
      report(checking, "unknownName", path, {
        name,
        nearest: suggestion(name, [...quantities.names(), ...quantities.read.keys()]),
      });
    return undefined;
  }
  return inputBehind(checking, quantities, quantity, name, path);
}

function inputBehind(
  checking: Checking,
  quantities: Quantities,
  quantity: Quantity,
  name: string,
  path: string,
): string | undefined {
  switch (quantity.kind) {
    case "input":
      return quantities.inputOf(quantity)?.path;
    case "reference": {
      const target = quantities.at(quantity.to);
      return target === undefined ? undefined : inputBehind(checking, quantities, target, quantity.to, path);
    }
    case "number":
    case "formula":
      report(checking, "pairCertain", path, { name });
      return undefined;
    case "byYear":
      report(checking, "pairParts", path, {
        name,
        parts: quantity.items.map((_, year) => `${name}.y${year}`).join(", "),
      });
      return undefined;
    case "bySegment":
      report(checking, "pairParts", path, {
        name,
        parts: Object.keys(quantity.items)
          .map((segment) => `${name}.${segment}`)
          .join(", "),
      });
      return undefined;
  }
}
