import { looksOf, reactionOf, type StopRule, stopRulesOf } from "../../stopRules.ts";
import type { Context } from "../context.ts";

/** One time at which is looked, and the rules that do so, in file order. */
export interface Look {
  /** Since the start. */
  readonly month: number;
  readonly rules: readonly (readonly [id: string, rule: StopRule])[];
}

/** The looks of the rules that there are in this view, in the order of time. */
export function looksIn({ checked, shape, view }: Context): readonly Look[] {
  const rules = stopRulesOf(checked.content).filter(([id]) => id !== view.withoutRule);
  const looks = rules.map(([id, rule]) => [id, rule, looksOf(rule, shape.programmeYears)] as const);
  const months = [...new Set(looks.flatMap(([, , own]) => own))].sort((a, b) => a - b);
  return months.map((month) => ({
    month,
    rules: looks.flatMap(([id, rule, own]) => (own.includes(month) ? [[id, rule] as const] : [])),
  }));
}

/** The view in which nothing is decided. */
export function running(context: Context): Context {
  const { looks: _, stoppedAt: __, ...view } = context.view;
  return context.inView(view);
}

/**
 * What is seen at a look: the programme with what has been changed at looks before it. That nothing has ended it changes nothing of what
 * is seen while it runs; where nothing can have been changed, it is the programme as written.
 */
export function seenAtLook(context: Context, look: number): Context {
  const { looks: _, stoppedAt: __, ...view } = context.view;
  const { withoutRule: ___, ...asWritten } = view;
  const before = looksIn(context).slice(0, look);
  const isChanged = before.some(({ rules }) => rules.some(([id, rule]) => reactionOf(id, rule) !== undefined));
  return context.inView(isChanged ? { ...view, looks: look } : asWritten);
}
