import type { Language } from "../engine/issues.ts";

/**
 * How numbers are written.
 *
 * Digits follow the error: the last shown digit is the smallest power of ten that is not below the standard error, so a
 * figure never looks surer than it is. Where the error is very small (or unknown), at most `digits` significant digits are
 * shown, three unless said otherwise, since nobody decides on the fourth.
 */
export interface Precision {
  /** Standard error in the unit of the value; 0 where the number is certain. */
  readonly se?: number;
  /** Most significant digits. */
  readonly digits?: number;
  /** Smallest power of ten shown, as its exponent (−2: hundredths). */
  readonly finest?: number;
}

export const noBreak = "\u00a0";
const minus = "\u2212";
const missing = "–";

const powerOfTen = (exponent: number): number => Number(`1e${exponent}`);

/** Decimal exponent of the leading digit: 3 for 1 000 … 9 999. Read from the text, so powers of ten are never missed by a logarithm. */
export const exponentOf = (value: number): number => Number(value.toExponential().split("e")[1]);

/** Exponent of the last digit to show, see above. */
export function lastDigit(value: number, { se = 0, digits = 3, finest = -12 }: Precision = {}): number {
  const byError =
    se > 0 && Number.isFinite(se) ? exponentOf(se) + (powerOfTen(exponentOf(se)) < se ? 1 : 0) : -Infinity;
  // A certain zero has no digits of its own.
  const bySize = value === 0 ? (byError === -Infinity ? 0 : -Infinity) : exponentOf(value) - (digits - 1);
  const exponent = Math.max(byError, bySize, finest);
  return Number.isFinite(exponent) ? exponent : 0;
}

/** Rounds half away from zero to a multiple of 10^exponent. */
export function roundTo(value: number, exponent: number): number {
  const size = Math.abs(value);
  const rounded =
    exponent > 0
      ? Math.round(size / powerOfTen(exponent)) * powerOfTen(exponent)
      : Number(size.toFixed(Math.min(-exponent, 100)));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

const thousands = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, mark);

/** A number rounded at 10^exponent: `−1 234,5` in Swedish, `−1,234.5` in English. */
export function decimal(value: number, exponent: number, language: Language): string {
  if (!Number.isFinite(value)) return missing;
  const rounded = roundTo(value, exponent);
  const size = Math.abs(rounded);
  if (size >= 1e15)
    return `${rounded < 0 ? minus : ""}${size.toExponential(2).replace(".", language === "sv" ? "," : ".")}`;
  const [whole, part] = size.toFixed(Math.min(Math.max(-exponent, 0), 20)).split(".");
  const grouped = thousands(whole, language === "sv" ? noBreak : ",");
  return `${rounded < 0 ? minus : ""}${grouped}${part ? (language === "sv" ? "," : ".") + part : ""}`;
}

export const number = (value: number, language: Language, precision: Precision = {}): string =>
  decimal(value, lastDigit(value, precision), language);

/** A share as percent: `35 %` in Swedish, `35%` in English. */
export function percent(share: number, language: Language, precision: Precision = {}): string {
  const finest = precision.finest ?? -3;
  const exponent = lastDigit(share, { ...precision, finest });
  if (!Number.isFinite(share)) return missing;
  return `${decimal(share * 100, exponent + 2, language)}${language === "sv" ? noBreak : ""}%`;
}

/** A certain share, with the digits it has: `3,5 %`. */
export function certainPercent(share: number, language: Language): string {
  if (!Number.isFinite(share)) return missing;
  const digits = String(Number((share * 100).toPrecision(9)));
  const decimals = digits.includes("e") ? 0 : (digits.split(".")[1]?.length ?? 0);
  return `${decimal(share * 100, -decimals, language)}${language === "sv" ? noBreak : ""}%`;
}

/** One of kr, tkr and mnkr (their like for other currencies), and how many base units it is. */
export interface MoneyUnit {
  readonly size: 1 | 1_000 | 1_000_000;
  readonly exponent: 0 | 3 | 6;
}

const moneyUnits: readonly MoneyUnit[] = [
  { size: 1_000_000, exponent: 6 },
  { size: 1_000, exponent: 3 },
  { size: 1, exponent: 0 },
];

/** kr below ten thousand, tkr below a million, mnkr above, by the largest of several amounts. */
export function moneyUnitFor(...amountsKr: readonly number[]): MoneyUnit {
  const largest = Math.max(
    0,
    ...amountsKr.filter(Number.isFinite).map((amount) => Math.abs(roundTo(amount, lastDigit(amount)))),
  );
  return moneyUnits[largest >= 1e6 ? 0 : largest >= 1e4 ? 1 : 2];
}

/** `mnkr`, `tkr`, `kr` in Swedish; `million kr`, `thousand kr`, `kr` in English; ISO codes for other currencies. */
export function moneyUnitText(unit: MoneyUnit, currency: string, language: Language): string {
  const isKrona = currency === "SEK" || currency === "kr";
  if (unit.size === 1) return isKrona ? "kr" : currency;
  if (isKrona && language === "sv") return unit.size === 1_000 ? "tkr" : "mnkr";
  const word = { 1000: { sv: "tusen", en: "thousand" }, 1000000: { sv: "miljoner", en: "million" } }[unit.size][
    language
  ];
  return `${word}${noBreak}${isKrona ? "kr" : currency}`;
}

/** The number alone, in a unit chosen for a whole table or range. `finest` counts in kr. */
export function moneyIn(unit: MoneyUnit, amountKr: number, language: Language, precision: Precision = {}): string {
  const exponent = lastDigit(amountKr, precision);
  return decimal(amountKr / unit.size, exponent - unit.exponent, language);
}

/** An amount with its unit: `4,0 mnkr`, `705 tkr`, `−950 kr`. */
export function money(amountKr: number, currency: string, language: Language, precision: Precision = {}): string {
  if (!Number.isFinite(amountKr)) return missing;
  const unit = moneyUnitFor(roundTo(amountKr, lastDigit(amountKr, precision)));
  return `${moneyIn(unit, amountKr, language, precision)}${noBreak}${moneyUnitText(unit, currency, language)}`;
}

/** `0,80–4,70`; with `till`/`to` where an end is negative, since a dash beside a minus cannot be read. */
export function range(low: string, high: string, language: Language): string {
  if (low === high) return low;
  return low.startsWith(minus) || high.startsWith(minus)
    ? `${low} ${language === "sv" ? "till" : "to"} ${high}`
    : `${low}–${high}`;
}

/** A chance as people count it. `of` and `hits` are kept so that a picture can show the same. */
export interface Frequency {
  readonly text: string;
  /** Half of it is the largest rounding error, as a share; 0 where the text is a bound or says all or none. */
  readonly step: number;
}

/**
 * A chance as a frequency: `92 av 100`, `4 av 1 000` for small ones, `färre än 1 av 1 000`. Where the
 * standard error exceeds one in a hundred, the number is rounded to fives or tens and called approximate.
 */
export function frequency(chance: number, se: number, language: Language): Frequency {
  const sv = language === "sv";
  const of = (hits: number, base: number) =>
    `${decimal(hits, 0, language)} ${sv ? "av" : "of"} ${decimal(base, 0, language)}`.replaceAll(" ", noBreak);
  const fewer = sv ? `färre${noBreak}än${noBreak}` : `fewer${noBreak}than${noBreak}`;
  const more = sv ? `fler${noBreak}än${noBreak}` : `more${noBreak}than${noBreak}`;
  if (!Number.isFinite(chance)) return { text: missing, step: 0 };
  if (se > 0.01) {
    const every = se > 0.05 ? 10 : 5;
    const hits = Math.round((chance * 100) / every) * every;
    if (hits < every) return { text: fewer + of(every, 100), step: 0 };
    if (hits > 100 - every) return { text: more + of(100 - every, 100), step: 0 };
    return { text: `${sv ? "omkring" : "about"}${noBreak}${of(hits, 100)}`, step: every / 100 };
  }
  if (chance <= 0 || chance >= 1) return { text: of(chance <= 0 ? 0 : 100, 100), step: 0.01 };
  if (chance < 0.001) return { text: fewer + of(1, 1000), step: 0 };
  if (chance > 0.999) return { text: more + of(999, 1000), step: 0 };
  if (chance < 0.0095 || chance > 0.9905) {
    if (se > 0.001) return chance < 0.5 ? { text: fewer + of(1, 100), step: 0 } : { text: more + of(99, 100), step: 0 };
    return { text: of(Math.round(chance * 1000), 1000), step: 0.001 };
  }
  return { text: of(Math.round(chance * 100), 100), step: 0.01 };
}

/** True where a 95 % interval covers zero: the figure cannot be told from zero. */
export const coversZero = ({ low, high }: { readonly low: number; readonly high: number }): boolean =>
  low <= 0 && high >= 0;

const unitNames: Readonly<Record<string, { sv: [string, string]; en: [string, string] }>> = {
  people: { sv: ["person", "personer"], en: ["person", "people"] },
  case: { sv: ["fall", "fall"], en: ["case", "cases"] },
  post: { sv: ["tjänst", "tjänster"], en: ["post", "posts"] },
  hour: { sv: ["timme", "timmar"], en: ["hour", "hours"] },
  day: { sv: ["dag", "dagar"], en: ["day", "days"] },
  week: { sv: ["vecka", "veckor"], en: ["week", "weeks"] },
  month: { sv: ["månad", "månader"], en: ["month", "months"] },
  year: { sv: ["år", "år"], en: ["year", "years"] },
  kr: { sv: ["kr", "kr"], en: ["kr", "kr"] },
  pp: { sv: ["procentenhet", "procentenheter"], en: ["percentage point", "percentage points"] },
};

const unitKey = (word: string): string =>
  word === "person" || word === "persons" ? "people" : unitNames[word] ? word : word.replace(/s$/, "");

/** A unit in words: `hours/person/year` is `timmar per person och år`. Counting words of a file stand as they are. */
export function unitText(
  unit: string,
  language: Language,
  titles: Readonly<Record<string, Readonly<Record<Language, string>>>> = {},
): string {
  if (unit === "share" || unit === "1" || unit === "") return "";
  const [first, ...rest] = unit.split("/");
  const name = (word: string, which: 0 | 1) =>
    unitNames[unitKey(word)]?.[language][which] ?? titles[word]?.[language] ?? word;
  const per = rest.map((word) => name(word, 0));
  const over = first === "share" || first === "1" ? "" : name(first, 1);
  if (per.length === 0) return over;
  const joined =
    per.length === 1 ? per[0] : `${per.slice(0, -1).join(", ")} ${language === "sv" ? "och" : "and"} ${per.at(-1)}`;
  return `${over}${over ? " " : ""}per ${joined}`;
}
