import { isPlain } from "../../engine/units/index.ts";
import type { CheckedScenario } from "../checked.ts";
import { baseValue, readLiteral, unitOfLiteral } from "../literal.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, positionOf, report, reportInFull, reportInText, touched } from "./checking.ts";
import { type Contradiction, connectedCorrelations } from "./contradiction.ts";
import { checkCopulasWhole, readCopula, type StatedCopula } from "./copulas.ts";
import { checkReach } from "./correlationReach.ts";
import { inputAt } from "./dependentInput.ts";
import { fromData, measuredCorrelation } from "./measuredCorrelation.ts";
import type { Quantities } from "./quantities.ts";
import { type Stated, scoresOf } from "./statedCorrelation.ts";

type Dependence = Pick<CheckedScenario, "correlations" | "copulas">;

/**
 * Correlations between inputs, as those of normal scores, and the t copulas among them. What contradicts itself is told at the
 * last of the entries that do, or mended where the file asks for it.
 */
export function checkDependence(checking: Checking, quantities: Quantities): Dependence {
  const entries = [...checking.content.dependence.entries()].map(([index, entry]) => ({
    index,
    entry,
    form: formOf(entry),
  }));
  // What a rank correlation means for the scores depends on the copula, wherever in the list that stands.
  const copulas: StatedCopula[] = [];
  for (const { index, entry, form } of entries) {
    const copula = form === "copula" ? readCopula(checking, quantities, entry, index, copulas) : undefined;
    if (copula !== undefined) copulas.push(copula);
  }
  const found: Stated[] = [];
  for (const { index, entry, form } of entries) {
    const at = `dependence.${index}`;
    if (entry.source !== undefined) checkSource(checking, entry.source, `${at}.source`);
    if (form === "pair") readPair(checking, quantities, entry, index, { found, copulas });
    else if (form === "factor") readFactor(checking, quantities, entry, index, { found, copulas });
    else if (form === undefined && !touched(checking, at)) report(checking, "dependenceForm", at);
  }
  checkCopulasWhole(checking, copulas, found);
  checkReach(checking, quantities, found);
  const repair = entries.some(({ form }) => form === "repair");
  return {
    correlations: connectedCorrelations(found, !repair).flatMap(({ stated, contradiction }) => {
      if (contradiction !== undefined) tell(checking, contradiction, repair);
      return contradiction?.mended ?? stated.map(({ between, correlation }) => ({ between, correlation }));
    }),
    copulas: copulas.map(({ of, degreesOfFreedom }) => ({ of, degreesOfFreedom })),
  };
}

function tell(checking: Checking, contradiction: Contradiction, repair: boolean): void {
  const { last, names, entries, unstated, nearest, moved } = contradiction;
  const at = `dependence.${last.index}`;
  const where = checking.content.dependence[last.index].factor === undefined ? `${at}.correlation` : at;
  const lines = entries
    .map((index) => positionOf(checking.source, `dependence.${index}`)?.line)
    .filter((line) => line !== undefined);
  const values = { names, lines: lines.join(", ") || "–", nearest, ...moved };
  if (repair) reportInFull(checking, "correlationsRepaired", where, values);
  else if (unstated === undefined) reportInFull(checking, "correlationsContradict", where, values);
  else {
    const { pair, least, greatest } = unstated;
    reportInFull(checking, "correlationsLeaveNoRoom", where, { ...values, unstated: pair, least, greatest });
  }
}

type Entry = Checking["content"]["dependence"][number];

/** What was read before, and what it rests on. */
interface Reading {
  readonly found: Stated[];
  readonly copulas: readonly StatedCopula[];
}

function formOf(entry: Entry): "pair" | "factor" | "copula" | "repair" | undefined {
  const keys = Object.keys(entry).filter((key) => key !== "source" && key !== "note");
  const exactly = (...wanted: string[]) => wanted.length === keys.length && wanted.every((key) => keys.includes(key));
  if (exactly("between", "correlation", "of") && !Array.isArray(entry.of)) return "pair";
  if (exactly("factor", "of", "loading") && Array.isArray(entry.of)) return "factor";
  if (exactly("copula", "degreesOfFreedom", "of") && Array.isArray(entry.of)) return "copula";
  return exactly("repair") ? "repair" : undefined;
}

function readPair(checking: Checking, quantities: Quantities, entry: Entry, index: number, reading: Reading): void {
  const at = `dependence.${index}`;
  const between = entry.between!;
  const kind = entry.of as Stated["kind"];
  const isMeasured = kind === "ranks" && String(entry.correlation).trim() === fromData;
  const stated = isMeasured ? undefined : readCorrelation(checking, entry.correlation!, `${at}.correlation`);
  if (between.length !== 2) {
    report(checking, "pairSize", `${at}.between`, {}, "key");
    return;
  }
  const paths = between.map((name, side) => inputAt(checking, quantities, name.trim(), `${at}.between.${side}`));
  const [first, second] = paths;
  if (first === undefined || second === undefined || (stated === undefined && !isMeasured)) return;
  if (first === second) {
    report(checking, "pairItself", `${at}.between`, { name: between[0] }, "key");
    return;
  }
  const where = `${at}.correlation`;
  const correlation = stated ?? measuredCorrelation(checking, quantities, [first, second], between, where);
  if (correlation === undefined) return;
  const names = between.join(" – ");
  const degreesOfFreedom = degreesOf(first, second, reading.copulas);
  const ofScores = scoresOf(correlation, kind, degreesOfFreedom);
  add(checking, reading.found, {
    between: [first, second],
    correlation: ofScores,
    kind,
    names,
    index,
    degreesOfFreedom,
  });
}

/** Inputs that a common factor moves: each pair correlates by the product of its loadings. */
function readFactor(checking: Checking, quantities: Quantities, entry: Entry, index: number, reading: Reading): void {
  const at = `dependence.${index}`;
  const names = entry.of as readonly string[];
  const each = Array.isArray(entry.loading);
  const given = [entry.loading!].flat() as readonly (number | string)[];
  const loadings = given.map((own, i) => readCorrelation(checking, own, each ? `${at}.loading.${i}` : `${at}.loading`));
  if (names.length < 2 || (each && given.length !== names.length)) {
    report(checking, "factorSize", `${at}.${names.length < 2 ? "of" : "loading"}`, {
      inputs: names.length,
      loadings: given.length,
    });
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
      add(checking, reading.found, {
        between: [first, second],
        correlation: own * other,
        kind: "normal scores",
        names: `${names[i]} – ${names[j]}`,
        index,
        degreesOfFreedom: degreesOf(first, second, reading.copulas),
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

/** Of the t copula that has both. */
function degreesOf(first: string, second: string, copulas: readonly StatedCopula[]): number | undefined {
  return copulas.find(({ of }) => of.includes(first) && of.includes(second))?.degreesOfFreedom;
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
