import type { Text } from "../../engine/result/about.ts";
import { digits, numberIn, readWritten, unitAfter, type Written } from "./numbers.ts";
import { both, joined } from "./texts.ts";

/* Lists of numbers in words: values with their weights, quantiles. */

type Plain = { readonly [key: string]: unknown };

/** More than these are counted, not told one by one. */
const mostTold = 8;

/** All plain numbers of a list; undefined where one is none, or where there are too many to tell. */
function numbersOf(list: unknown, most = mostTold): readonly Written[] | undefined {
  if (!Array.isArray(list) || list.length === 0 || list.length > most) return undefined;
  const numbers = list.map(readWritten);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

/** One unit for all, that of the quantity where they name none; undefined where they differ. */
function unitOf(numbers: readonly Written[], unit: string): string | undefined {
  const named = numbers.map((number) => number.unit || unit);
  return named.every((word) => word === named[0]) ? named[0] : undefined;
}

/** A weight as written: 50 %, or 2. */
const weightText = ({ value, unit }: Written): Text => (unit === "" ? digits(value) : numberIn(value, unit));

/** "310 000 kr (50 %), 360 000 kr (50 %)"; undefined where the lists are long or hold names. */
export function weighedSaid(
  { values, weights }: Plain,
  unit: string,
  counting: Readonly<Record<string, Text>>,
): Text | undefined {
  const [numbers, shares] = [numbersOf(values), numbersOf(weights)];
  const shared = numbers === undefined ? undefined : unitOf(numbers, unit);
  if (numbers === undefined || shares === undefined || shared === undefined || numbers.length !== shares.length)
    return undefined;
  const after = unitAfter(shared, 2, counting);
  const each = numbers.map(({ value }, i) => {
    const [text, weight] = [numberIn(value, shared), weightText(shares[i])];
    return both(`${text.en}${after.en} (${weight.en})`, `${text.sv}${after.sv} (${weight.sv})`);
  });
  return joined(each, ", ");
}

/** "10 % below 110, 50 % below 220, 90 % below 400 days/case"; undefined where one holds a name. */
export function quantilesSaid(
  quantiles: Plain,
  unit: string,
  counting: Readonly<Record<string, Text>>,
): Text | undefined {
  const values = numbersOf(Object.values(quantiles), 20);
  const shared = values === undefined ? undefined : unitOf(values, unit);
  if (values === undefined || shared === undefined) return undefined;
  const points = Object.keys(quantiles).map((level, i) => {
    const stated = readWritten(level);
    const share = stated === undefined ? both(level, level) : numberIn(stated.value, stated.unit || "share");
    const text = numberIn(values[i].value, shared);
    return both(`${share.en} below ${text.en}`, `${share.sv} under ${text.sv}`);
  });
  return joined([joined(points, ", "), unitAfter(shared, values[values.length - 1].value, counting)], "");
}
