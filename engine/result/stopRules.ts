import type { Figure } from "./estimate.ts";

/** Ids of the outputs that hold what stop rules come to: of kind `test` for chances, `figure` or `mean` for amounts. */
export interface StopRulesRequest {
  /** Stopped by any rule. */
  readonly stopped: string;
  /** Each rule at each of its looks, in the order in which they are decided. */
  readonly decisions: readonly { readonly rule: string; readonly month: number; readonly fired: string }[];
  readonly rules: readonly { readonly rule: string; readonly stopped: string; readonly value: string }[];
  /** Rules that change the programme, and what all that they change is worth where nothing ends it. */
  readonly reactions?: readonly {
    readonly rule: string;
    readonly how: ReactionWay;
    readonly reacted: string;
    readonly value: string;
    readonly cost: string;
  }[];
  readonly changed?: string;
  /** What a good programme is: one that would have met `success`, or whose net would have been above zero. */
  readonly good: "success" | "net";
  readonly goodStopped: string;
  readonly badContinued: string;
  /** Chance of success, with the rules and without. */
  readonly success?: { readonly without: string; readonly with: string };
  readonly saved: string;
  readonly forgone: string;
  readonly value: string;
  readonly valueToAll?: string;
  /** Cost in the draws that are stopped, and whether they are, both as means. */
  readonly sunk: { readonly cost: string; readonly stopped: string };
  readonly looks: readonly { readonly rule: string; readonly month: number; readonly cost: string }[];
  readonly families: readonly {
    readonly rule: string;
    readonly figure: string;
    readonly operator: string;
    readonly unit: string;
    readonly rows: readonly { readonly threshold: number; readonly stopped: string; readonly value: string }[];
    readonly never: { readonly stopped: string; readonly value: string };
  }[];
}

/** How a rule changes a programme that it does not end. */
type ReactionWay = "intensify" | "adjust" | "supplement";

/** What it comes to that a rule changes the programme. Money for whom the result leads with, in present value. */
export interface ReactionSummary {
  readonly rule: string;
  readonly how: ReactionWay;
  /** Chance that it does, at any look. */
  readonly reacted: Figure;
  /** E[net with all rules] − E[net without this one]. */
  readonly value: Figure;
  /** The same of cost: what is struck, and what the change costs by itself. */
  readonly cost: Figure;
}

/** One threshold of a rule, all else being as it is. */
interface ThresholdSummary {
  readonly threshold: number;
  readonly stopped: Figure;
  /** E[net with the rules] − E[net]. */
  readonly value: Figure;
}

/** What stop rules come to, on the same draws as the programme run to its end. Money for whom the result leads with, in present value. */
export interface StopRulesSummary {
  readonly stopped: Figure;
  /** The chance that each rule fires at each of its looks; months since the start. */
  readonly decisions: readonly { readonly rule: string; readonly month: number; readonly fired: Figure }[];
  /** What each rule adds to the value of all of them: what is gained in the draws that it stops. */
  readonly rules: readonly { readonly rule: string; readonly stopped: Figure; readonly value: Figure }[];
  /** Rules that change the programme; absent where there are none. */
  readonly reactions?: readonly ReactionSummary[];
  /** E[net with all that they change, run to its end] − E[net]; `value` is this and what ending it gives. */
  readonly changed?: Figure;
  readonly good: "success" | "net";
  /** Chance that a programme is stopped that would have been good, and that one goes on that is not. */
  readonly goodStopped: Figure;
  readonly badContinued: Figure;
  readonly success?: { readonly without: Figure; readonly with: Figure };
  /** Cost that is not paid, and benefit that does not come, on the mean of all draws. */
  readonly saved: Figure;
  readonly forgone: Figure;
  /** E[net with the rules] − E[net]. */
  readonly value: Figure;
  /** The same for all actors together, where somebody leads. */
  readonly valueToAll?: Figure;
  /** What has been paid where it is stopped; absent where that hardly happens. */
  readonly sunk?: Figure;
  /** What has been paid, not discounted, if it is stopped at a look. */
  readonly looks: readonly { readonly rule: string; readonly month: number; readonly cost: Figure }[];
  /** The value by the threshold of a rule; never stopping by it is worth what the other rules are. */
  readonly families: readonly {
    readonly rule: string;
    readonly figure: string;
    readonly operator: string;
    readonly unit: string;
    readonly rows: readonly ThresholdSummary[];
    /** Were the rule not there: only the others. Absent in results of older versions. */
    readonly never?: Omit<ThresholdSummary, "threshold">;
  }[];
}

/** What a run says of its stop rules, but for what is a quotient. @param mean @param chance of an output, by its id */
export function stopRulesSummary(
  request: StopRulesRequest,
  mean: (id: string) => Figure,
  chance: (id: string) => Figure,
): StopRulesSummary {
  const { decisions, rules, reactions, changed, good, success, valueToAll, looks, families } = request;
  return {
    stopped: chance(request.stopped),
    decisions: decisions.map(({ fired, ...look }) => ({ ...look, fired: chance(fired) })),
    rules: rules.map(({ rule, stopped, value }) => ({ rule, stopped: chance(stopped), value: mean(value) })),
    ...(reactions === undefined
      ? {}
      : {
          reactions: reactions.map(({ reacted, value, cost, ...own }) => ({
            ...own,
            reacted: chance(reacted),
            value: mean(value),
            cost: mean(cost),
          })),
        }),
    ...(changed === undefined ? {} : { changed: mean(changed) }),
    good,
    goodStopped: chance(request.goodStopped),
    badContinued: chance(request.badContinued),
    ...(success === undefined ? {} : { success: { without: chance(success.without), with: chance(success.with) } }),
    saved: mean(request.saved),
    forgone: mean(request.forgone),
    value: mean(request.value),
    ...(valueToAll === undefined ? {} : { valueToAll: mean(valueToAll) }),
    looks: looks.map(({ cost, ...look }) => ({ ...look, cost: mean(cost) })),
    families: families.map(({ rows, never, ...family }) => ({
      ...family,
      never: { stopped: chance(never.stopped), value: mean(never.value) },
      rows: rows.map(({ threshold, stopped, value }) => ({
        threshold,
        stopped: chance(stopped),
        value: mean(value),
      })),
    })),
  };
}
