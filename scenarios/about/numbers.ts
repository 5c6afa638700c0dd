import type { Text } from "../../engine/result/about.ts";
import { both } from "./texts.ts";

/** A number as the file writes it: its value and the text of its unit, empty where it has none. */
export interface Written {
  readonly value: number;
  readonly unit: string;
}

/** Reads a number that has passed the check; undefined for a name or a formula. */
export function readWritten(raw: unknown): Written | undefined {
  if (typeof raw === "number") return { value: raw, unit: "" };
  if (typeof raw !== "string") return undefined;
  const found = /^([-−+]?)\s*((?:\d[\d\s_]*)?\.?\d+(?:e[-+]?\d+)?|\d[\d\s_]*)\s*(\D.*)?$/.exec(raw.trim());
  if (found === null) return undefined;
  const value = Number(found[2].replace(/[\s_]/g, ""));
  return Number.isNaN(value)
    ? undefined
    : { value: found[1] === "" || found[1] === "+" ? value : -value, unit: (found[3] ?? "").trim() };
}

/** Digits with thousands parted by a no-break space, and a true minus; at most as many digits as were written. */
export function digits(value: number): Text {
  const [whole, fraction] = plain(Math.abs(value)).split(".");
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : whole;
  const sign = value < 0 ? "−" : "";
  return both(sign + grouped + (fraction ? `.${fraction}` : ""), sign + grouped + (fraction ? `,${fraction}` : ""));
}

/** Decimal digits without an exponent and without the noise of doubles. */
function plain(value: number): string {
  const short = String(Number(value.toPrecision(12)));
  return short.includes("e")
    ? Number(short)
        .toFixed(12)
        .replace(/\.?0+$/, "")
    : short;
}

/** Units that stand with every number and are written with percent: shares, also per year. */
export const isPercent = (unit: string): boolean => /^(%|shares?)(\/|$)/.test(unit);

/** A number in a unit, `%` included; a share is shown in percent. The rest of the unit follows where `withUnit` says so. */
export function numberIn(value: number, unit: string): Text {
  if (!isPercent(unit)) return digits(value);
  const { en, sv } = digits(unit.startsWith("%") ? value : value * 100);
  return both(`${en}\u00a0%`, `${sv}\u00a0%`);
}

const swedish: Readonly<Record<string, string>> = {
  people: "personer",
  person: "person",
  persons: "personer",
  case: "fall",
  cases: "fall",
  post: "tjänst",
  posts: "tjänster",
  group: "grupp",
  groups: "grupper",
  hour: "timme",
  hours: "timmar",
  day: "dag",
  days: "dagar",
  week: "vecka",
  weeks: "veckor",
  month: "månad",
  months: "månader",
  year: "år",
  years: "år",
  share: "andel",
  pp: "procentenheter",
};

const singular: Readonly<Record<string, string>> = {
  people: "person",
  persons: "person",
  cases: "case",
  posts: "post",
  groups: "group",
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month",
  years: "year",
};

/** People are written in the plural as they are, `persons` too. */
const plural: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(singular).map(([several, one]) => [one, several])),
  person: "people",
};

/**
 * What follows the numbers: the unit without the percent sign, ` kr/case/year` and ` kr/fall/år`, or `/year` after a percentage.
 *
 * @param last the number it follows: 1 year, 2 years
 * @param counting titles of the programme's own units
 */
export function unitAfter(unit: string, last: number, counting: Readonly<Record<string, Text>>): Text {
  if (unit === "") return both("", "");
  const [written, ...below] = unit.split("/").map((word) => word.trim());
  const first = (last === 1 ? singular : plural)[written] ?? written;
  const translate = (word: string): Text => counting[word] ?? both(word, swedish[word] ?? word);
  const rest = below.map(translate);
  const tail = both(rest.map(({ en }) => `/${en}`).join(""), rest.map(({ sv }) => `/${sv}`).join(""));
  if (isPercent(unit)) return tail;
  const head = translate(first);
  return both(`\u00a0${head.en}${tail.en}`, `\u00a0${head.sv}${tail.sv}`);
}
