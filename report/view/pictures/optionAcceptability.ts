import type { OptionAcceptability } from "../../../engine/result/options.ts";
import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { type Cell, fill, plain } from "../../shown.ts";
import { numeric, type Picture } from "./picture.ts";

/** Of each outcome without a price: which option is best, by what a unit of it is worth. */
export function optionAcceptability(context: Context): Picture[] {
  return (context.result.options?.acceptability ?? []).map((own, index) => pictureOf(context, own, index));
}

function pictureOf(context: Context, own: OptionAcceptability, index: number): Picture {
  const { word } = context;
  const { curve } = own;
  const per = own.unit.split("/").slice(1).join("/");
  const unit = context.moneyUnitFor(...curve.map(({ willingness }) => willingness));
  const money = moneyUnitText(unit, context.about.currency, context.language);
  const each = plain(fill(word("worthAxis"), { unit: `${money} ${context.unit(`share/${per}`)}`.trim() }));
  const title = plain(fill(word("optionWorth"), { outcome: context.title(own.outcome) }));
  const ids = Object.keys(curve[0].chanceBest);
  const place = (at: number) => `options|acceptability|${index}|curve|${at}`;
  const chance = (at: number, id: string): Cell =>
    context.shown(`${place(at)}|chanceBest|${id}`, curve[at].chanceBest[id], "share", 2);
  return {
    kind: "optionAcceptability",
    title,
    caption: fill(word("optionWorthCaption")),
    axis: { title: each, size: unit.size },
    options: ids.map((id) => ({
      name: context.title(id),
      points: curve.map(({ willingness, chanceBest, best }) => ({
        willingness: willingness / unit.size,
        chance: chanceBest[id].value,
        low: chanceBest[id].low,
        high: chanceBest[id].high,
        best: best === id,
      })),
    })),
    table: {
      caption: title,
      columns: [
        ...numeric(each),
        { title: word("optionWorthBest") },
        ...[word("optionWorthChance"), ...ids.map((id) => context.title(id))].map((name) => ({
          title: name,
          numeric: true,
        })),
      ],
      rows: curve.map(({ willingness, best, ahead }, at) => ({
        cells: [
          {
            ...context.fact(`${place(at)}|willingness`, willingness),
            text: context.fact("", willingness / unit.size).text,
          },
          `${context.title(best)}${ahead.low > 0 ? "" : " *"}`,
          chance(at, best),
          ...ids.map((id) => chance(at, id)),
        ],
      })),
      note: plain(
        fill(word(own.grid === "stated" ? "optionWorthNote" : "optionWorthNoteByRule"), {
          draws: context.fact(`options|acceptability|${index}|draws`, own.draws),
        }),
      ),
    },
  };
}
