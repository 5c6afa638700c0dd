import type { ScenarioContent } from "./schema/index.ts";

export type RiskContent = NonNullable<ScenarioContent["risks"]>[string];

/** What the words mean where the file says nothing else: a scale of our own. */
export const likelihoodWords = { low: "10 %", medium: "30 %", high: "60 %" } as const;
export type LikelihoodWord = keyof typeof likelihoodWords;

/** The word in which a likelihood is stated, where it is one. */
export const likelihoodWord = (likelihood: unknown): LikelihoodWord | undefined =>
  typeof likelihood === "string" && Object.hasOwn(likelihoodWords, likelihood.trim())
    ? (likelihood.trim() as LikelihoodWord)
    : undefined;

/** When a risk may happen, by years of the programme; both ends are included. */
export type RiskWhen =
  /** Once, for the whole programme. */
  | { readonly kind: "programme" }
  | { readonly kind: "years"; readonly first: number; readonly last: number }
  /** Once, from a year to the end of the horizon. */
  | { readonly kind: "from"; readonly first: number }
  /** Anew in each programme year. */
  | { readonly kind: "each" }
  /** Once, from one of these programme years on, each as likely as the others. */
  | { readonly kind: "drawn"; readonly first: number; readonly last: number };

/** Reads what `when` says; the problem where it is written another way, or lies outside. */
export function readRiskWhen(
  written: string,
  programmeYears: number,
  horizonYears: number,
): RiskWhen | { readonly problem: "form" | "outside"; readonly last: number } {
  const text = written.trim();
  if (text === "programme") return { kind: "programme" };
  if (text === "each year") return { kind: "each" };
  const match = /^(from )?(some )?years?(?: (\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?)?$/.exec(text);
  const last = horizonYears - 1;
  if (match === null) return { problem: "form", last };
  const [, from, some] = match;
  const isOne = match[4] === undefined;
  const years = { first: Number(match[3] ?? 0), last: Number(match[4] ?? match[3] ?? programmeYears - 1) };
  if (years.first > years.last) return { problem: "form", last };
  if (some !== undefined) {
    if (from === undefined) return { problem: "form", last };
    return years.last < programmeYears ? { kind: "drawn", ...years } : { problem: "outside", last: programmeYears - 1 };
  }
  if (match[3] === undefined || (from !== undefined && !isOne)) return { problem: "form", last };
  if (years.last > last) return { problem: "outside", last };
  return from === undefined ? { kind: "years", ...years } : { kind: "from", first: years.first };
}

/** When a checked risk may happen. */
export function riskWhen({ when = "programme" }: RiskContent, content: ScenarioContent): RiskWhen {
  const { years } = content.programme;
  const read = readRiskWhen(when, years, content.horizon ?? years);
  if ("problem" in read) throw new Error(`"${when}" says no years`);
  return read;
}

export const isMitigationChosen = ({ mitigated }: RiskContent): boolean => mitigated?.chosen === "yes";

/** Risks that may cost something of their own: where they happen, or where it is paid to prevent them. */
export const riskCosts = ({ risks = {} }: Pick<ScenarioContent, "risks">): readonly string[] =>
  Object.entries(risks).flatMap(([id, { cost, mitigated }]) =>
    cost === undefined && mitigated?.cost === undefined ? [] : [id],
  );

/** Where a likelihood stands, which may be a word. */
export const isLikelihood = (place: string): boolean => /^risks\.[^.]+\.(mitigated\.)?likelihood$/.test(place);

/** True for places of the risks' own numbers. */
export const isOfRisks = (place: string): boolean => /^(risks|likelihoodWords)\./.test(place);

/** How a number is struck. */
export const hitWays = ["times", "plus", "to"] as const;
export type HitWay = (typeof hitWays)[number];
