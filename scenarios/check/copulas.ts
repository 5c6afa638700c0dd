import type { TCopula } from "../../engine/model/graph.ts";
import { isPlain } from "../../engine/units/index.ts";
import { baseValue, readLiteral, unitOfLiteral } from "../literal.ts";
import { type Checking, report, reportInText } from "./checking.ts";
import { inputAt } from "./dependentInput.ts";
import type { Quantities } from "./quantities.ts";
import type { Stated } from "./statedCorrelation.ts";

/** A t copula as it was stated. */
export interface StatedCopula extends TCopula {
  /** Its inputs as the file names them. */
  readonly names: readonly string[];
  /** Place of the entry in the file's list. */
  readonly index: number;
}

const farthest = { fewest: 1, most: 1e6 };

/** `{ copula: t, degreesOfFreedom: 4, of: [a, b] }`, beside those that were read before. */
export function readCopula(
  checking: Checking,
  quantities: Quantities,
  entry: Checking["content"]["dependence"][number],
  index: number,
  before: readonly StatedCopula[],
): StatedCopula | undefined {
  const at = `dependence.${index}`;
  const degreesOfFreedom = readDegrees(checking, entry.degreesOfFreedom!, `${at}.degreesOfFreedom`);
  const names = entry.of as readonly string[];
  if (names.length < 2) {
    report(checking, "copulaSize", `${at}.of`, {}, "key");
    return undefined;
  }
  const paths = names.map((name, i) => inputAt(checking, quantities, name.trim(), `${at}.of.${i}`));
  const known = paths.flatMap((path, i) => (path === undefined ? [] : [{ path, name: names[i], at: `${at}.of.${i}` }]));
  for (const [i, own] of known.entries()) {
    if (known.findIndex(({ path }) => path === own.path) < i)
      report(checking, "pairItself", own.at, { name: own.name });
    else if (before.some(({ of }) => of.includes(own.path)))
      report(checking, "copulaTwice", own.at, { name: own.name });
    else continue;
    return undefined;
  }
  if (degreesOfFreedom === undefined) return undefined;
  return { of: known.map(({ path }) => path), degreesOfFreedom, names, index };
}

function readDegrees(checking: Checking, written: number | string, path: string): number | undefined {
  const outcome = readLiteral(written, checking.words);
  if (!outcome.ok) {
    reportInText(checking, outcome.problem, path, { from: outcome.from, to: outcome.to });
    return undefined;
  }
  const value = baseValue(outcome.literal);
  if (isPlain(unitOfLiteral(outcome.literal)) && value >= farthest.fewest && value <= farthest.most) return value;
  report(checking, "copulaDegrees", path, { value: String(written) });
  return undefined;
}

/** What hangs together with an input of a t copula must be in it: one further score moves them all. */
export function checkCopulasWhole(
  checking: Checking,
  copulas: readonly StatedCopula[],
  correlations: readonly Stated[],
): void {
  const told = new Set<string>();
  for (const { of, names } of copulas)
    for (const { between, names: pair, index } of correlations) {
      const outside = between.findIndex((path) => !of.includes(path));
      if (outside < 0 || !of.includes(between[1 - outside]) || told.has(between[outside])) continue;
      told.add(between[outside]);
      const { factor } = checking.content.dependence[index];
      const name = pair.split(" – ")[outside];
      const where = factor === undefined ? `dependence.${index}.between` : `dependence.${index}.of`;
      report(checking, "copulaIncomplete", where, { name, of: names.join(", ") });
    }
}
