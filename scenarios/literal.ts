import type { Issue } from "../engine/issues.ts";
import {
  knownUnitWords,
  type ParsedUnit,
  parseUnit,
  toBase,
  type Unit,
  type UnitWords,
  unitWordFromSwedish,
} from "../engine/units/index.ts";
import { nearestName, suggestion } from "./nearest.ts";

export type Problem = Pick<Issue, "code" | "with">;

/** A number as written: its decimal digits, and the unit behind it where there is one. */
export interface Literal {
  /** What `Number` reads exactly, `-12.5`. */
  readonly digits: string;
  /** Undefined for a bare number. */
  readonly unit?: ParsedUnit;
}

export type LiteralOutcome =
  | { readonly ok: true; readonly literal: Literal }
  /** `from` and `to`: what part of the text is meant. */
  | { readonly ok: false; readonly problem: Problem; readonly from: number; readonly to: number };

const space = "[ \\u00a0\\u202f\\u2009_]";
const number = new RegExp(`^([-−]?)(\\d{1,3}(?:${space}\\d{3})+(?![\\d])|\\d+)(\\.\\d+)?(?:([eE])([+-]?\\d+))?`);

/** What is wrong with the way a number is written, or undefined where nothing of the usual is. */
export function numberProblem(text: string): Problem | undefined {
  const written = text.trim();
  const problem = (code: Issue["code"], right: string): Problem => ({ code, with: { written, right } });
  if (/^[–—]\s*\d/.test(written)) return problem("minusDash", written.replace(/^[–—]\s*/, "-"));
  if (/^[-−+]\s+\d/.test(written)) return problem("minusSpace", written.replace(/^([-−+])\s+/, "$1").replace("+", ""));
  if (/^[-−+]?(\.inf|\.nan|infinity|nan|∞)$/i.test(written)) return { code: "notFinite", with: { written } };
  if (/^\+/.test(written)) return problem("numberForm", written.slice(1).trim());
  if (/^[-−]?0[xob][\da-f]+/i.test(written)) return problem("numberBase", hexValue(written));
  if (/^[-−]?0\d/.test(written)) return problem("leadingZero", written.replace(/^([-−]?)0+(?=\d)/, "$1"));
  if (/^[-−]?[\d ]*\d,\d/.test(written)) {
    const thousands = /^[-−]?\d{1,3}(,\d{3})+(?!\d)/.test(written);
    return problem(
      "decimalComma",
      thousands ? `${written.replaceAll(",", " ")} / ${written.replace(",", ".")}` : written.replace(",", "."),
    );
  }
  if (/^[-−]?\.\d/.test(written)) return problem("numberForm", written.replace(".", "0."));
  return undefined;
}

function hexValue(written: string): string {
  const value = Number(written.replace("−", "-").split(/\s/)[0].replace("-", ""));
  return Number.isFinite(value) ? String(value) : "16";
}

/**
 * Reads `8 000 kr/person`, `18 %`, `−0.4`, `4 mnkr`. Thousands are parted by a space, a no-break space or `_`; the decimal
 * sign is a point; `%`, `pp`, `tkr` and `mnkr` move the point of the text, so 3.1 % is exactly the double 0.031.
 */
export function readLiteral(given: string | number, words: UnitWords): LiteralOutcome {
  if (typeof given === "number") {
    if (Number.isFinite(given)) return { ok: true, literal: { digits: String(given) } };
    return { ok: false, problem: { code: "notFinite", with: { written: String(given) } }, from: 0, to: 1 };
  }
  const all = (problem: Problem): LiteralOutcome => ({ ok: false, problem, from: 0, to: given.length });
  const usual = numberProblem(given);
  if (usual !== undefined) return all(usual);
  const start = given.length - given.trimStart().length;
  const match = number.exec(given.slice(start));
  if (match === null) return all({ code: "numberForm", with: { written: given.trim(), right: "8 000 kr" } });
  const [whole, sign, integer, fraction = "", exponentMark, exponent] = match;
  const rest = given.slice(start + whole.length);
  const right = `${sign}${integer}${fraction}`;
  if (/^[.,\d]|^[\s_]+\d/.test(rest)) {
    return all({ code: "thousandsGroups", with: { written: given.trim(), right: regroup(given.trim()) } });
  }
  const digits =
    (sign === "" ? "" : "-") +
    integer.replace(new RegExp(space, "g"), "") +
    fraction +
    (exponentMark ? `e${exponent}` : "");
  if (!Number.isFinite(Number(digits))) return all({ code: "notFinite", with: { written: given.trim() } });
  const unitText = rest.trim();
  if (unitText === "") return { ok: true, literal: { digits } };
  if (exponentMark !== undefined) {
    return all({
      code: "exponentUnit",
      with: { written: given.trim(), right: `${plainDigits(digits, right)} ${unitText}` },
    });
  }
  if (/^(?:[-−–—±]|\+\/-|to |till )\s*\d/.test(unitText))
    return all({ code: "rangeShort", with: { written: given.trim() } });
  const unit = parseUnit(unitText, words);
  const unitFrom = start + whole.length + (rest.length - rest.trimStart().length);
  if (!unit.ok) {
    const problem = unitProblem(unitText, unit.word, words);
    return { ok: false, problem, from: unitFrom + unit.from, to: unitFrom + unit.from + Math.max(1, unit.word.length) };
  }
  const doubtful = thousandsPoint(given.trim(), unit, words);
  if (doubtful !== undefined) return all(doubtful);
  if (!Number.isFinite(toBase(digits, unit))) return all({ code: "notFinite", with: { written: given.trim() } });
  return { ok: true, literal: { digits, unit } };
}

/**
 * 12.000 kr may be twelve thousand or twelve: nobody but the writer knows. Undefined where there is no doubt.
 *
 * @param written a number, with its unit or without (said elsewhere) @param unit the unit it has
 */
export function thousandsPoint(written: string, unit: ParsedUnit, words: UnitWords): Problem | undefined {
  const match = /^([-−]?[1-9]\d{0,2})\.(\d{3})(?!\d)(.*)$/.exec(written);
  if (match === null || !countsThousands(unit, words)) return undefined;
  const [, integer, three, rest] = match;
  // Without its zeros at the end, or with one more, it is in no doubt.
  const decimals = three.endsWith("0") ? three.replace(/0+$/, "") : `${three}0`;
  const other = `${integer}${decimals === "" ? "" : `.${decimals}`}${rest}`;
  return { code: "thousandsPoint", with: { written, right: `${integer} ${three}${rest}`, other } };
}

/** Kronor, thousands of them and people come in thousands, and hardly with three decimals. Millions may. */
function countsThousands({ unit, exponent10 }: ParsedUnit, { money }: UnitWords): boolean {
  return (unit[money] === 1 && exponent10 < 6) || unit.people === 1 || unit.case === 1;
}

/** 1e3 as 1000, where that is a text of sensible length. */
function plainDigits(digits: string, otherwise: string): string {
  const plain = String(Number(digits));
  return plain.includes("e") ? otherwise : plain;
}

/** The likeliest number behind digits in odd groups: 1.700.000 kr as 1 700 000 kr, 1 00 as 100. */
function regroup(written: string): string {
  const [, sign, numeric, unit] = /^([-−]?)([\d.,\s_]*\d)(.*)$/.exec(written) ?? ["", "", written, ""];
  const compact = numeric.replace(/[\s_]/g, "");
  const dotted = /^\d{1,3}([.,]\d{3})+$/.test(compact);
  const [integer, fraction] = dotted ? [compact.replace(/[.,]/g, "")] : compact.split(/[.,]/);
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, " ");
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}${unit}`;
}

/** Why a unit can't be read, with the nearest word that is one. */
export function unitProblem(text: string, word: string, words: UnitWords): Problem {
  if (word === "") return { code: "unitMissing", with: { unit: text } };
  if (/^((t|mn|m)?kr|[A-Z]{3})$/i.test(word) && (/^[A-Z]{3}$/.test(word) || words.money !== "kr"))
    return { code: "unitCurrency", with: { unit: word, money: words.money } };
  const own = nearestName(word, words.counting);
  if (own !== undefined) return { code: "unitUnknown", with: { unit: word, nearest: own } };
  const english = unitWordFromSwedish(word);
  if (english !== undefined) return { code: "unitSwedish", with: { unit: word, right: english } };
  return { code: "unitUnknown", with: { unit: word, nearest: suggestion(word, knownUnitWords(words)) } };
}

/** The number in base units. */
export function baseValue(literal: Literal): number {
  return literal.unit === undefined ? Number(literal.digits) : toBase(literal.digits, literal.unit);
}

export const unitOfLiteral = (literal: Literal): Unit => literal.unit?.unit ?? {};
