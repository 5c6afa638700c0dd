import type { ReactionSummary, StopRulesSummary } from "../../engine/result/stopRules.ts";
import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { fill, plain, type Sentence, type Table } from "../shown.ts";
import { ruleTitle, timeText } from "./lookText.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";

/** Rules told in the text; all stand in the table. */
const mostTold = 3;

const ways = { intensify: "changeIntensify", adjust: "changeAdjust", supplement: "changeSupplement" } as const;

/** How often each rule changes the programme. */
export const changeSentences = (context: Context, reactions: readonly ReactionSummary[]): readonly Sentence[] =>
  reactions.slice(0, mostTold).map(({ rule, how, reacted }, k) =>
    fill(context.word("changesChance"), {
      chance: context.chance(`stopRules|reactions|${k}|reacted`, reacted),
      what: context.word(ways[how]),
      rule: context.title(rule),
    }),
  );

/** When is looked, where nothing is ended then. */
export function whenChanged(context: Context, { decisions }: StopRulesSummary): readonly Sentence[] {
  const months = [...new Set(decisions.map(({ month }) => month))].slice(0, mostTold);
  return months.map((month) => fill(context.word("whenChanged"), { time: timeText(context, month) }));
}

/** Each rule that changes the programme: how often, at which look, and what that is worth and costs. */
export function changesTable(context: Context, { decisions, reactions = [] }: StopRulesSummary): Table {
  const { word } = context;
  const unit = tableUnit(
    context,
    reactions.flatMap(({ value, cost }) => [value.value, cost.value]),
  );
  const rows = reactions.flatMap(({ rule, how, reacted, value, cost }, r) => {
    const at = `stopRules|reactions|${r}`;
    const own = decisions.flatMap((decision, k) => (decision.rule === rule ? [{ ...decision, k }] : []));
    const after = (month: number): string => word("stopAfter").replace("{time}", timeText(context, month));
    const title = [ruleTitle(context, rule), word(ways[how]), ...(own.length === 1 ? [after(own[0].month)] : [])];
    return [
      {
        id: `stopRules.${rule}`,
        cells: [
          title.join(", "),
          context.chance(`${at}|reacted`, reacted),
          moneyCell(context, unit, `${at}|value`, value),
          moneyCell(context, unit, `${at}|cost`, cost),
        ],
      },
      ...(own.length === 1 ? [] : own).map(({ month, fired, k }) => ({
        id: `stopRules.${rule}.m${month}`,
        cells: [after(month), context.chance(`stopRules|decisions|${k}|fired`, fired), "", ""],
        depth: 1,
      })),
    ];
  });
  const unitText = moneyUnitText(unit, context.about.currency, context.language);
  return {
    caption: plain(fill(word("changes"), { unit: unitText })),
    columns: [
      { title: word("changeRule") },
      { title: word("chance"), numeric: true },
      { title: word("stopWorth"), numeric: true },
      { title: word("changeCost"), numeric: true },
    ],
    rows,
    note: word("changesNote"),
  };
}
