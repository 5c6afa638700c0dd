import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { readLiteral } from "../literal.ts";
import { type Checking, report } from "./checking.ts";
import { inBase } from "./distribution.ts";
import type { Quantities } from "./quantities.ts";
import { lookUp } from "./structure.ts";

/** What stands for a correlation that is to be measured on the data of the two quantities. */
export const fromData = "from data";

/** Rows from which a rank correlation means anything. */
const fewestRows = 4;

/**
 * Spearman's correlation of the data of two inputs, row by row; equal values share the mean of their ranks. Undefined, and told,
 * where one is not given by data or the rows do not belong together.
 *
 * @param names the two as the file calls them
 * @param at path of the correlation
 */
export function measuredCorrelation(
  checking: Checking,
  quantities: Quantities,
  paths: readonly [string, string],
  names: readonly string[],
  at: string,
): number | undefined {
  const columns = paths.map((path) => dataOf(checking, quantities, path));
  const [first, second] = columns.map((column) => column?.length ?? 0);
  if (first !== second || first < fewestRows) {
    report(checking, "correlationData", at, { first: `${names[0]} ${first}`, second: `${names[1]} ${second}` });
    return undefined;
  }
  const correlation = sampleCorrelations(columns.map((column) => ranks(column!)))[0][1];
  if (correlation > -1 && correlation < 1) return correlation;
  report(checking, "correlationRange", at, {
    value: Number.isNaN(correlation) ? "0/0" : String(Math.sign(correlation)),
  });
  return undefined;
}

/** The numbers of a quantity given by data, in the order in which they are written. */
function dataOf(checking: Checking, quantities: Quantities, path: string): Float64Array | undefined {
  const place = quantities.inputs.find(({ input }) => input.path === path)?.path;
  const written = place === undefined ? undefined : lookUp(checking.content, `${place}.data`.split("."));
  if (!Array.isArray(written)) return undefined;
  const numbers = written.map((own: number | string) => {
    const outcome = readLiteral(own, checking.words);
    return outcome.ok ? inBase(outcome.literal, undefined, "own") : Number.NaN;
  });
  return numbers.some(Number.isNaN) ? undefined : Float64Array.from(numbers);
}
