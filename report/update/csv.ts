import type { Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { inputTitle } from "../view/assumptions.ts";
import { titleOfSeen, titleOfWhole } from "./titles.ts";
import { type UpdateWord, updateWord } from "./words.ts";

/** A figure of an update: its id, what it is, which statistic, and its unit. */
export interface UpdateFigure {
  readonly id: string;
  readonly what: string;
  readonly statistic: string;
  readonly figure: Figure;
  readonly unit: string;
}

/** What was seen, expected and learnt, and the main figures as they were, one a row. */
export function updateFigures(context: Context): readonly UpdateFigure[] {
  const { update } = context.result;
  if (update === undefined) return [];
  const word = (name: UpdateWord) => updateWord(name, context.language);
  const exact = (value: number): Figure => ({ value, se: 0, low: value, high: value });
  const { before, seen, whole, learnt } = update;
  return [
    ...Object.entries(before.figures).map(([id, { mean, unit }]) => ({
      ...{ id: `update.before.${id}`, what: context.label(id), statistic: word("s_before"), figure: mean, unit },
    })),
    ...Object.entries(before.criteria).map(([id, figure]) => ({
      ...{
        id: `update.before.criteria.${id}`,
        what: context.title(id),
        statistic: word("s_before"),
        figure,
        unit: "share",
      },
    })),
    ...seen.flatMap((row) => {
      const [id, what, unit] = [`update.seen.${row.key}`, titleOfSeen(context, row), row.unit];
      return [
        { id, what, statistic: word("s_expected"), figure: row.before.mean, unit },
        { id, what, statistic: word("s_actual"), figure: exact(row.actual), unit },
        { id, what, statistic: word("s_revised"), figure: row.after.mean, unit },
      ];
    }),
    ...whole.map((row) => ({
      id: `update.whole.${row.what}${row.segment === undefined ? "" : `.${row.segment}`}`,
      what: titleOfWhole(context, row),
      statistic: word("s_projected"),
      figure: row.after.mean,
      unit: row.unit,
    })),
    ...learnt.flatMap(({ input, unit, before: was, after: is, learnt: share }) => {
      const [id, what] = [`update.learnt.${input}`, inputTitle(context, input)];
      return [
        { id, what, statistic: word("s_expected"), figure: was.mean, unit },
        { id, what, statistic: word("s_revised"), figure: is.mean, unit },
        { id, what, statistic: word("s_gone"), figure: exact(share), unit: "share" },
      ];
    }),
  ];
}
