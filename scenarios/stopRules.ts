import type { ScenarioContent } from "./schema/index.ts";
import { changes } from "./schema/stopRules.ts";

type Content = Pick<ScenarioContent, "stopRules">;
export type StopRule = NonNullable<ScenarioContent["stopRules"]>[string];

/** What a look sees besides outcomes, each against what was planned by then. */
export const plannedFigures = ["observedCost", "observedReached", "observedEnrolled", "observedCompleted"] as const;
export type PlannedFigure = (typeof plannedFigures)[number];
export const isAgainstPlan = (figure: string): figure is PlannedFigure => plannedFigures.some((own) => own === figure);

/** What the rules themselves come to. */
export const stopFigures = ["stopped", "stopYear", "reacted"] as const;

export const stopRulePlace = (id: string): string => `stopRules.${id}`;

/** The rules of a scenario, in file order. */
export const stopRulesOf = ({ stopRules }: Content): readonly (readonly [string, StopRule])[] =>
  Object.entries(stopRules ?? {});

/** How a programme is changed where a rule does not end it. */
export type Change = (typeof changes)[number];

/** What a rule changes: where it stands in the file, and what it says. */
export interface Reaction {
  readonly how: Change;
  readonly place: string;
  readonly hits: NonNullable<Exclude<StopRule["then"], string>[Change]>["hits"];
  readonly cost?: NonNullable<Exclude<StopRule["then"], string>[Change]>["cost"];
}

/** What a rule changes from its look on; undefined where it ends the programme. */
export function reactionOf(id: string, { then }: StopRule): Reaction | undefined {
  if (typeof then === "string") return undefined;
  const how = changes.find((own) => then[own] !== undefined);
  return how && { how, place: `${stopRulePlace(id)}.then.${how}`, ...then[how]! };
}

/** Rules that end the programme, in file order. */
export const endingRules = (content: Content): readonly (readonly [string, StopRule])[] =>
  stopRulesOf(content).filter(([, { then }]) => typeof then === "string");

/** Rules that change the programme, in file order. */
export const reactingRules = (content: Content): readonly (readonly [string, Reaction])[] =>
  stopRulesOf(content).flatMap(([id, rule]) => {
    const reaction = reactionOf(id, rule);
    return reaction === undefined ? [] : [[id, reaction] as const];
  });

/** Rules whose end, or change, costs something of its own. */
export const stopRuleCosts = (content: Content): readonly string[] =>
  stopRulesOf(content).flatMap(([id, rule]) =>
    rule.windDownCost === undefined && reactionOf(id, rule)?.cost === undefined ? [] : [id],
  );

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
