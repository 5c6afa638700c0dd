/** What a file may call its units: the money unit (`kr`, or an ISO code) and the counting words of its `units:`. */
export interface UnitWords {
  readonly money: string;
  readonly counting: readonly string[];
}

/** How a word stands to its base unit: value in base units = value · 10^exponent10 · times / over. */
export interface UnitWord {
  /** Empty for shares. */
  readonly base: string;
  readonly exponent10: number;
  readonly times: number;
  readonly over: number;
}

const word = (base: string, exponent10 = 0, over = 1): UnitWord => ({ base, exponent10, times: 1, over });

const fixed: Readonly<Record<string, UnitWord>> = {
  share: word(""),
  shares: word(""),
  "%": word("", -2),
  pp: word("", -2),
  people: word("people"),
  person: word("people"),
  persons: word("people"),
  case: word("case"),
  cases: word("case"),
  post: word("post"),
  posts: word("post"),
  group: word("group"),
  groups: word("group"),
  // Time that is worked or missed; time that passes is counted in days. An hour is no twenty-fourth of a day.
  hour: word("hour"),
  hours: word("hour"),
  year: word("year"),
  years: word("year"),
  month: word("year", 0, 12),
  months: word("year", 0, 12),
  week: word("year", 0, 52),
  weeks: word("year", 0, 52),
  day: word("year", 0, 365),
  days: word("year", 0, 365),
};

/** Words that no counting word may take. */
export const reservedUnitWords: readonly string[] = [...Object.keys(fixed), "kr", "tkr", "mnkr"];

function singularsOf(text: string): readonly string[] {
  const forms = [text];
  if (text.endsWith("ies")) forms.push(`${text.slice(0, -3)}y`);
  if (text.endsWith("es")) forms.push(text.slice(0, -2));
  if (text.endsWith("s")) forms.push(text.slice(0, -1));
  return forms;
}

/** The unit that a word means, singular or plural. */
export function findUnitWord(text: string, words: UnitWords): UnitWord | undefined {
  if (Object.hasOwn(fixed, text)) return fixed[text];
  if (text === words.money) return word(words.money);
  if (words.money === "kr" && text === "tkr") return word("kr", 3);
  if (words.money === "kr" && text === "mnkr") return word("kr", 6);
  const forms = singularsOf(text);
  const counting = words.counting.find((own) => forms.includes(own) || singularsOf(own).includes(text));
  return counting === undefined ? undefined : word(counting);
}

/** Every word that may be written, for suggestions. */
export function knownUnitWords(words: UnitWords): readonly string[] {
  const money = words.money === "kr" ? ["mnkr", "tkr", "kr"] : [words.money];
  return [...Object.keys(fixed), ...money, ...words.counting];
}

/** Swedish words that a file may be tempted to use, with the one that it means. */
const swedish: Readonly<Record<string, string>> = {
  krona: "kr",
  kronor: "kr",
  år: "year",
  månad: "month",
  månader: "months",
  mån: "month",
  vecka: "week",
  veckor: "weeks",
  dag: "day",
  dagar: "days",
  dygn: "day",
  vårddygn: "day",
  timme: "hour",
  timma: "hour",
  timmar: "hours",
  tim: "hour",
  h: "hour",
  personer: "people",
  elev: "person",
  elever: "people",
  deltagare: "person",
  barn: "person",
  ungdomar: "people",
  patienter: "people",
  fall: "case",
  ärende: "case",
  ärenden: "cases",
  tjänst: "post",
  tjänster: "posts",
  årsarbetare: "post",
  andel: "share",
  procent: "%",
  procentenheter: "pp",
  grupp: "group",
  grupper: "groups",
};

/** The word of the format that a Swedish one means. */
export const unitWordFromSwedish = (text: string): string | undefined => swedish[text.toLowerCase()];
