import type { ScenarioContent } from "./schema/index.ts";

type Content = Pick<ScenarioContent, "stopRules">;
export type StopRule = NonNullable<ScenarioContent["stopRules"]>[string];

/** What a look sees besides outcomes, each against what was planned by then. */
export const plannedFigures = ["observedCost", "observedReached", "observedEnrolled", "observedCompleted"] as const;
export type PlannedFigure = (typeof plannedFigures)[number];
export const isAgainstPlan = (figure: string): figure is PlannedFigure => plannedFigures.some((own) => own === figure);

/** What the rules themselves come to. */
export const stopFigures = ["stopped", "stopYear"] as const;

export const stopRulePlace = (id: string): string => `stopRules.${id}`;

/** The rules of a scenario, in file order. */
export const stopRulesOf = ({ stopRules }: Content): readonly (readonly [string, StopRule])[] =>
  Object.entries(stopRules ?? {});

/** Rules whose end costs something of its own. */
export const windDownCosts = (content: Content): readonly string[] =>
  stopRulesOf(content).flatMap(([id, { windDownCost }]) => (windDownCost === undefined ? [] : [id]));

/** The tests of a rule, how they are joined, and where each stands. */
export function testsOf({ if: condition }: StopRule): {
  readonly joined: "all" | "any";
  readonly tests: readonly { readonly text: string; readonly at: string }[];
} {
  if (typeof condition === "string") return { joined: "all", tests: [{ text: condition, at: "if" }] };
  const [joined, texts] = "all" in condition ? (["all", condition.all] as const) : (["any", condition.any] as const);
  return { joined, tests: texts.map((text, i) => ({ text, at: `if.${joined}.${i}` })) };
}

/** The looks of a rule as months since the start, ascending, or the one that can't be read or is not within the programme. */
export type LooksOutcome =
  | { readonly ok: true; readonly months: readonly number[] }
  | { readonly ok: false; readonly problem: "form" | "outside"; readonly written: string };

const monthsIn = { year: 12, quarter: 3, month: 1 } as const;

/** Reads `1 year`, `18 months`, several of these, or `every 6 months`, against the length of the programme. */
export function readLooks(look: StopRule["look"], programmeYears: number): LooksOutcome {
  const end = 12 * programmeYears;
  const months = new Set<number>();
  for (const written of [look].flat()) {
    const match = /^\s*(every\s+)?(\d{1,3}(?:\.\d{1,3})?)\s*(year|quarter|month)s?\s*$/.exec(written);
    const after = match === null ? Number.NaN : Number(match[2]) * monthsIn[match[3] as keyof typeof monthsIn];
    if (match === null || !Number.isInteger(after) || after < 1) return { ok: false, problem: "form", written };
    if (after >= end) return { ok: false, problem: "outside", written };
    for (let month = after; month < end; month += after) {
      months.add(month);
      if (match[1] === undefined) break;
    }
  }
  return { ok: true, months: [...months].sort((a, b) => a - b) };
}

/** The looks of a checked rule. */
export function looksOf(rule: StopRule, programmeYears: number): readonly number[] {
  const looks = readLooks(rule.look, programmeYears);
  if (!looks.ok) throw new Error(`"${looks.written}" says no look within the programme`);
  return looks.months;
}
