import { describe } from "../../engine/distributions/index.ts";
import { multiplyUnits } from "../../engine/units/index.ts";
import type { Quantity } from "../checked.ts";
import { suggestion } from "../nearest.ts";
import { noteKeys } from "./annotations.ts";
import { type Checking, report } from "./checking.ts";
import { shown } from "./shown.ts";
import { readPart } from "./uncertain.ts";

type Plain = { readonly [key: string]: unknown };
export type OwnAmounts = Extract<Quantity, { kind: "ownAmounts" }>;

/** Keys of a quantity that says what people or cases have of their own. */
export const ownAmountKeys: readonly string[] = ["each", "number", "expected", "times", "oneByOne"];

/** So many are drawn one by one unless the file says otherwise, and at most so many. */
const standardOneByOne = 20;
export const mostOneByOne = 200;

/**
 * Reads `{ each, number | expected, times, oneByOne }`.
 *
 * @param sub the quantity below this one that is written under a key; undefined where it is broken
 */
export function readOwnAmounts(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  path: string,
  sub: (key: "number" | "expected" | "times") => Quantity | undefined,
): OwnAmounts | undefined {
  const beside = ["unit", "year", "shared"].filter((key) => map[key] !== undefined);
  const unknown = own.filter((key) => !ownAmountKeys.includes(key));
  for (const key of beside) report(checking, "eachBeside", `${path}.${key}`, { key }, "key");
  for (const key of unknown) {
    const nearest = suggestion(key, [...ownAmountKeys, ...noteKeys]);
    report(checking, "unknownKey", `${path}.${key}`, { key, nearest }, "key");
  }
  const isMap = typeof map.each === "object" && map.each !== null && !Array.isArray(map.each);
  if (!isMap) report(checking, "eachExpected", `${path}.each`, { written: shown(map.each) });
  const { oneByOne = standardOneByOne } = map;
  const isRange = Number.isInteger(oneByOne) && (oneByOne as number) >= 0 && (oneByOne as number) <= mostOneByOne;
  if (!isRange) report(checking, "oneByOneRange", `${path}.oneByOne`, { written: shown(oneByOne), most: mostOneByOne });
  const each = isMap ? readPart(checking, map.each, `${path}.each`, undefined, 1) : undefined;
  const twice = map.number !== undefined && map.expected !== undefined;
  if (twice) report(checking, "eachCountedTwice", path);
  const counted = map.expected === undefined ? "number" : "expected";
  const number = map[counted] === undefined ? undefined : sub(counted);
  const times = map.times === undefined ? undefined : sub("times");
  const lost = (map[counted] !== undefined && number === undefined) || (map.times !== undefined && times === undefined);
  if (each === undefined || lost || twice || !isRange || beside.length > 0 || unknown.length > 0) return undefined;
  if (!Number.isFinite(describe(each.spec).mean)) {
    report(checking, "eachNoMean", `${path}.each`);
    return undefined;
  }
  const units = [number, times].flatMap((quantity) => (quantity === undefined ? [] : [quantity.unit]));
  return {
    kind: "ownAmounts",
    each: each.spec,
    eachUnit: each.unit,
    oneByOne: oneByOne as number,
    ...(number === undefined ? {} : { counted }),
    hasTimes: times !== undefined,
    unit: units.reduce(multiplyUnits, each.unit),
  };
}
