import type { Context } from "../../context.ts";
import { fill, type Sentence } from "../../shown.ts";
import { whole } from "../answer.ts";

/** What happens to the target group in one outcome: a large figure, what it is of, and how sure. */
export interface Effect {
  readonly figure: Sentence;
  readonly title: string;
  readonly range: Sentence;
}

/** One per outcome with a change in people, hours and the like; people first, then other units, each in the scenario's order. */
export function effects(context: Context): readonly Effect[] {
  const { about, word } = context;
  const found = about.outcomes.flatMap((outcome) => {
    const id = `cases.${outcome.id}`;
    const change = context.numberOutput(id);
    if (change === undefined) return [];
    const title = context.title(outcome.id);
    const [low, high] = [change.percentiles["5"], change.percentiles["95"]];
    const isCount = /^(?:people|persons?|cases?)$/.test(change.unit);
    if (!low || !high || context.coversZero(change.mean))
      return [{ isCount, figure: fill(word("e1_unclear")), title, range: fill(word("e1_unclearWhy")) }];
    const unit = isCount ? "1" : change.unit;
    const largest = Math.max(Math.abs(low.value), Math.abs(high.value));
    const round = (figure: typeof low) => (isCount ? whole(figure, largest) : figure);
    const value = context.shown(`outputs|${id}|mean`, round(change.mean), unit, 2);
    const at = (level: string, figure: typeof low) => [`outputs|${id}|percentiles|${level}`, round(figure)] as const;
    const [least, most] = context.pair(at("5", low), at("95", high), unit);
    const range = fill(word(isCount ? "e1_count" : "e1_likely"), { low: least, high: most });
    const better = outcome.better === "lower";
    const delay = outcome.postponed && context.numberOutput(`statedEffect.${outcome.id}`);
    if (delay) {
      const by = context.shown(`outputs|statedEffect.${outcome.id}|mean`, delay.mean, delay.unit, 2);
      return [
        {
          isCount,
          figure: fill(word("e1_later"), { value }),
          title,
          range: fill(word("e1_delay"), { delay: by, range }),
        },
      ];
    }
    const key = better ? (isCount ? "e1_fewer" : "e1_less") : isCount ? "e1_more" : "e1_moreOf";
    return [{ isCount, figure: fill(word(key), { value }), title, range }];
  });
  return [...found.filter(({ isCount }) => isCount), ...found.filter(({ isCount }) => !isCount)].map(
    ({ figure, title, range }) => ({ figure, title, range }),
  );
}
