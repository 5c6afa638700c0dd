import type { StopRulesSummary } from "../../engine/result/stopRules.ts";
import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { fill, plain, type Table } from "../shown.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";

const signs: Readonly<Record<string, string>> = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" };

/** What another limit would have been worth, a table for each rule that has one. */
export function families(context: Context, { families: all, rules, reactions }: StopRulesSummary): Table[] {
  const { word } = context;
  return all.map(({ rule, figure, operator, unit, rows, never }, f) => {
    const money = tableUnit(
      context,
      rows.map(({ value }) => value.value),
    );
    const written = (rows.length - 1) / 2;
    const limit = plain(
      fill(word("stopLimit"), { figure: context.label(figure), operator: signs[operator] ?? operator }),
    );
    const lines = rows.map(({ threshold, stopped, value }, k) => {
      const at = `stopRules|families|${f}|rows|${k}`;
      return {
        cells: [
          context.shown(`${at}|threshold`, { value: threshold, se: 0 }, unit),
          context.chance(`${at}|stopped`, stopped),
          moneyCell(context, money, `${at}|value`, value),
        ],
        total: k === written,
      };
    });
    const at = `stopRules|families|${f}|never`;
    const without =
      never === undefined
        ? []
        : [
            {
              cells: [
                word("stopLimitNone"),
                context.chance(`${at}|stopped`, never.stopped),
                moneyCell(context, money, `${at}|value`, never.value),
              ],
            },
          ];
    return {
      caption: plain(
        fill(word("stopFamily"), {
          rule: context.title(rule),
          unit: moneyUnitText(money, context.about.currency, context.language),
        }),
      ),
      columns: [
        { title: limit },
        { title: word("chance"), numeric: true },
        { title: word("stopWorth"), numeric: true },
      ],
      // Beside the limit that is hardest to reach.
      rows: operator.startsWith("<") ? [...without, ...lines] : [...lines, ...without],
      note: word(rules.length > 1 || reactions !== undefined ? "stopFamilyNoteMany" : "stopFamilyNote"),
    };
  });
}
