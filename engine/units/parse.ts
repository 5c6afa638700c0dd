import { divideUnits, multiplyUnits, noUnit, type Unit } from "./unit.ts";
import { findUnitWord, type UnitWords } from "./words.ts";

/** A unit as written, with the way from written numbers to base units: value · 10^exponent10 · times / over. */
export interface ParsedUnit {
  readonly unit: Unit;
  readonly exponent10: number;
  readonly times: number;
  readonly over: number;
}

export type UnitOutcome =
  | ({ readonly ok: true } & ParsedUnit)
  /** `word` is not a unit (empty where one is missing); `from` is its place in the text. */
  | { readonly ok: false; readonly word: string; readonly from: number };

/**
 * Reads a unit such as `kr/case/year`, `hours/person/year` or `%/year`. Every `/` divides: a/b/c = a/(b·c).
 * 12 months, 52 weeks and 365 days are a year; `tkr` and `mnkr` are 10³ and 10⁶ kr; `%` and `pp` are hundredths.
 */
export function parseUnit(text: string, words: UnitWords): UnitOutcome {
  let unit: Unit = noUnit;
  let exponent10 = 0;
  let times = 1;
  let over = 1;
  let from = 0;
  let dividing = false;
  for (const part of text.split(/([/*·])/)) {
    if (part === "/" || part === "*" || part === "·") {
      dividing = part === "/";
      from += 1;
      continue;
    }
    const name = part.trim();
    const start = from + part.length - part.trimStart().length;
    from += part.length;
    if (name === "1" && start === 0) continue;
    const found = findUnitWord(name, words);
    if (found === undefined) return { ok: false, word: name, from: start };
    const own: Unit = found.base === "" ? noUnit : { [found.base]: 1 };
    unit = dividing ? divideUnits(unit, own) : multiplyUnits(unit, own);
    exponent10 += dividing ? -found.exponent10 : found.exponent10;
    if (dividing) {
      times *= found.over;
      over *= found.times;
    } else {
      times *= found.times;
      over *= found.over;
    }
  }
  return { ok: true, unit, exponent10, times, over };
}

/**
 * A number in base units. The decimal point is moved in the text, before it becomes a double, so that 3.1 % is exactly
 * the double 0.031 and 1.1 mnkr exactly 1100000.
 * @param digits a decimal number as text, such as `-12.5` or `1e-7`
 */
export function toBase(digits: string, unit: ParsedUnit): number {
  const [mantissa, exponent] = digits.toLowerCase().split("e");
  const value = Number(`${mantissa}e${Number(exponent ?? 0) + unit.exponent10}`);
  return (value * unit.times) / unit.over;
}
