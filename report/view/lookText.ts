import type { Context } from "../context.ts";
import { fill, plain } from "../shown.ts";
import type { WordKey } from "../words/index.ts";

/** Months in words: 2 years, 18 months. */
export function timeText({ word }: Context, months: number): string {
  const [one, many, n]: readonly [WordKey, WordKey, number] =
    months % 12 === 0 ? ["yearsOne", "yearsMany", months / 12] : ["monthsOne", "monthsMany", months];
  return n === 1 ? word(one) : word(many).replace("{n}", String(n));
}

/** A rule with who decides. */
export function ruleTitle(context: Context, id: string): string {
  const decides = context.text(context.about.stopRules?.find((rule) => rule.id === id)?.decides);
  const rule = context.title(id);
  return decides ? plain(fill(context.word("stopDecides"), { rule, who: decides })) : rule;
}
