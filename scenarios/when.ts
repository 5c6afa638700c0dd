/** Programme months, both included; month 0 is the first of the programme. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/** Years of the horizon, both included, and the months where `when` names months or quarters. */
interface When {
  readonly first: number;
  readonly last: number;
  readonly months?: Months;
}

/** The years or months that a cost's `when` names, or what is wrong with it. */
export type WhenOutcome = ({ readonly ok: true } & When) | { readonly ok: false; readonly problem: "form" | "outside" };

const monthsIn = { year: 12, quarter: 3, month: 1 } as const;

/**
 * Reads `programme`, `year 0`, `years 1-2`, `quarter 2`, `months 3-8` against the length of programme and horizon, in years. All
 * are counted from 0, from the programme's first month.
 */
export function readWhen(when: string, programmeYears: number, horizonYears: number): WhenOutcome {
  const text = when.trim();
  if (text === "programme") return { ok: true, first: 0, last: programmeYears - 1 };
  const match = /^(year|quarter|month)s?\s+(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$/.exec(text);
  if (match === null) return { ok: false, problem: "form" };
  const unit = match[1] as keyof typeof monthsIn;
  const first = Number(match[2]);
  const last = Number(match[3] ?? match[2]);
  if (first > last) return { ok: false, problem: "form" };
  const months = { first: first * monthsIn[unit], last: (last + 1) * monthsIn[unit] - 1 };
  if (months.last >= 12 * horizonYears) return { ok: false, problem: "outside" };
  return { ok: true, ...yearsOf(months), ...(unit === "year" ? {} : { months }) };
}

const yearsOf = ({ first, last }: Months) => ({ first: Math.floor(first / 12), last: Math.floor(last / 12) });

/** The last month that `until` names, or what is wrong with it. */
export type UntilOutcome =
  | { readonly ok: true; readonly month: number }
  | { readonly ok: false; readonly problem: "form" | "start" };

/**
 * Reads `2027-12`, `year 1`, `quarter 5` or `month 16`: the last that is included.
 * @param start first month of the programme, without which no calendar month can be placed
 */
export function readUntil(until: string, start: string | undefined): UntilOutcome {
  const text = until.trim();
  const date = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (date !== null) {
    const begun = /^(\d{4})-(\d{2})$/.exec(start ?? "");
    if (begun === null) return { ok: false, problem: "start" };
    return { ok: true, month: 12 * (Number(date[1]) - Number(begun[1])) + Number(date[2]) - Number(begun[2]) };
  }
  const match = /^(year|quarter|month)\s+(\d{1,4})$/.exec(text);
  if (match === null) return { ok: false, problem: "form" };
  return { ok: true, month: (Number(match[2]) + 1) * monthsIn[match[1] as keyof typeof monthsIn] - 1 };
}

/** The months of a cost: those of `when`, as far as `until` lets it come. */
export interface Phase extends When {
  /** Months over which a sum that comes once is spread; absent where it comes in every year of `when`. */
  readonly spread?: Months;
}

/** What the texts of a checked cost mean. */
export function phaseOf(
  cost: { readonly when: string; readonly until?: string | undefined },
  programme: { readonly years: number; readonly start?: string | undefined },
  horizonYears: number,
): Phase {
  const when = readWhen(cost.when, programme.years, horizonYears);
  if (!when.ok) throw new Error(`"${cost.when}" says no years`);
  const { ok: _, ...named } = when;
  const spread = named.months === undefined ? {} : { spread: named.months };
  if (cost.until === undefined) return { ...named, ...spread };
  const until = readUntil(cost.until, programme.start);
  if (!until.ok) throw new Error(`"${cost.until}" names no month`);
  const whole = named.months ?? { first: 12 * named.first, last: 12 * named.last + 11 };
  if (until.month >= whole.last) return { ...named, ...spread };
  const months = { first: whole.first, last: until.month };
  return { ...yearsOf(months), months, ...spread };
}

/** How many of the months lie in a year. */
export const monthsOfYear = ({ first, last }: Months, year: number): number =>
  Math.max(0, Math.min(last, 12 * year + 11) - Math.max(first, 12 * year) + 1);

/** The people that a cost can be counted by. */
const countedGroups = ["reached", "enrolled", "completed"] as const;
type CountedGroup = (typeof countedGroups)[number];

/** What a cost is counted per: nothing, a person, or a group of so many. */
export type Per = "once" | { readonly each: CountedGroup } | { readonly groupOf: number; readonly of: CountedGroup };

/** Reads `enrolled`, `group of 12`, `group of 12 completed`; undefined where it is none of these. */
export function readPer(per: string | undefined): Per | undefined {
  if (per === undefined) return "once";
  const text = per.trim();
  const each = countedGroups.find((group) => group === text);
  if (each !== undefined) return { each };
  const match = /^group of ([1-9]\d{0,5})(?:\s+(reached|enrolled|completed))?$/.exec(text);
  if (match === null) return undefined;
  return { groupOf: Number(match[1]), of: (match[2] as CountedGroup | undefined) ?? "enrolled" };
}
