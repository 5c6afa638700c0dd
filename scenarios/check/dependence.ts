import { scoreFromSpearman } from "../../engine/dependence/rankCorrelation.ts";
import { cholesky } from "../../engine/numeric/cholesky.ts";
import { isPlain } from "../../engine/units/index.ts";
import type { CheckedScenario, Quantity } from "../checked.ts";
import { baseValue, readLiteral, unitOfLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, positionOf, report, reportInText } from "./checking.ts";
import type { Quantities } from "./quantities.ts";

type Correlations = CheckedScenario["correlations"];

/** Correlations between inputs, as those of normal scores; what contradicts itself is told at the pair that makes it so. */
export function checkDependence(checking: Checking, quantities: Quantities): Correlations {
  const found: { between: readonly [string, string]; correlation: number; index: number }[] = [];
  for (const [index, pair] of checking.content.dependence.entries()) {
    const at = `dependence.${index}`;
    if (pair.source !== undefined) checkSource(checking, pair.source, `${at}.source`);
    const correlation = readCorrelation(checking, pair.correlation, `${at}.correlation`);
    if (pair.between.length !== 2) {
      report(checking, "pairSize", `${at}.between`, {}, "key");
      continue;
    }
    const paths = pair.between.map((name, side) => inputAt(checking, quantities, name.trim(), `${at}.between.${side}`));
    const [first, second] = paths;
    if (first === undefined || second === undefined || correlation === undefined) continue;
    if (first === second) {
      report(checking, "pairItself", `${at}.between`, { name: pair.between[0] }, "key");
      continue;
    }
    const before = found.find(({ between }) => between.includes(first) && between.includes(second));
    const names = pair.between.join(" – ");
    if (before !== undefined) {
      const line = positionOf(checking.source, `dependence.${before.index}`)?.line ?? "–";
      report(checking, "pairTwice", `${at}.between`, { pair: names, line }, "key");
      continue;
    }
    const score = pair.of === "ranks" ? scoreFromSpearman(correlation) : correlation;
    const candidate = { between: [first, second] as const, correlation: score, index };
    found.push(candidate);
  }
  const pairs = found.map(({ between, correlation }) => ({ between, correlation }));
  if (!possible(pairs)) {
    const { index } = found[culprit(pairs)];
    const names = checking.content.dependence[index].between.join(" – ");
    report(checking, "correlationImpossible", `dependence.${index}.correlation`, { pair: names });
  }
  return pairs;
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

/** The pair from which on, in file order, it never becomes possible again. */
function culprit(pairs: Correlations): number {
  let index = pairs.length - 1;
  while (index > 0 && !possible(pairs.slice(0, index))) index -= 1;
  return index;
}

/** Can all these correlations hold at once? */
function possible(correlations: Correlations): boolean {
  const paths = [...new Set(correlations.flatMap(({ between }) => between))];
  const matrix: number[][] = paths.map((row) => paths.map((column) => (row === column ? 1 : 0)));
  for (const { between, correlation } of correlations) {
    const [row, column] = between.map((path) => paths.indexOf(path));
    matrix[row][column] = correlation;
    matrix[column][row] = correlation;
  }
  return !("row" in cholesky(matrix));
}
