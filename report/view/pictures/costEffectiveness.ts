import type { CostEffectiveness } from "../../../engine/result/result.ts";
import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { type Cell, fill, plain } from "../../shown.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

/** Of each outcome without a price: cost against effect, and the chance that it is worth its cost. */
export function costEffectiveness(context: Context): Picture[] {
  const all = Object.entries(context.result.costEffectiveness ?? {});
  return all.flatMap(([outcome, own]) => [plane(context, outcome, own), ...acceptability(context, outcome, own)]);
}

const corners = ["moreForMore", "moreForLess", "lessForMore", "lessForLess"] as const;

function plane(context: Context, outcome: string, own: CostEffectiveness): Picture {
  const { word } = context;
  const unit = context.moneyUnitFor(...own.points.map(([, cost]) => cost));
  const money = moneyUnitText(unit, context.about.currency, context.language);
  const counted = context.numberOutput(own.effect)?.unit ?? "";
  const name = context.title(outcome);
  const effect = context.figureWord("cases", outcome);
  return {
    kind: "plane",
    title: plain(fill(word("plane"), { outcome: name })),
    caption: fill(word("planeCaption"), { who: context.leadingRunning }),
    axis: { title: plain(fill(word("planeCost"), { unit: money })), size: unit.size },
    effectTitle: counted === "" ? effect : `${effect} (${context.unit(counted)})`,
    points: own.points.map(([more, cost]) => ({ effect: drawable(more), cost: drawable(cost / unit.size) })),
    table: {
      caption: plain(fill(word("plane"), { outcome: name })),
      columns: numeric(word("quadrant"), word("share")),
      rows: corners.map((corner) => ({
        cells: [
          word(corner),
          context.shown(`costEffectiveness|${outcome}|quadrants|${corner}`, own.quadrants[corner], "share", 2),
        ],
      })),
    },
  };
}

function acceptability(context: Context, outcome: string, own: CostEffectiveness): Picture[] {
  if (own.curve.length === 0) return [];
  const { word } = context;
  const per = own.unit.split("/").slice(1).join("/");
  const unit = context.moneyUnitFor(...own.curve.map(({ willingness }) => willingness));
  const money = moneyUnitText(unit, context.about.currency, context.language);
  const each = plain(fill(word("worthAxis"), { unit: `${money} ${context.unit(`share/${per}`)}`.trim() }));
  const title = plain(fill(word("acceptability"), { outcome: context.title(outcome) }));
  const chance = (at: number, part: "chance"): Cell =>
    context.shown(`costEffectiveness|${outcome}|curve|${at}|${part}`, own.curve[at][part], "share", 2);
  const worth = (willingness: number, at: number): Cell => ({
    ...context.fact(`costEffectiveness|${outcome}|curve|${at}|willingness`, willingness),
    text: context.fact("", willingness / unit.size).text,
  });
  return [
    {
      kind: "acceptability",
      title,
      caption: fill(word(own.grid === "stated" ? "acceptabilityCaption" : "acceptabilityByRule")),
      axis: { title: each, size: unit.size },
      points: own.curve.map(({ willingness, chance: { value, low, high }, best }) => ({
        willingness: willingness / unit.size,
        chance: value,
        low,
        high,
        best: best === "programme",
      })),
      table: {
        caption: title,
        columns: numeric(each, word("chanceWorth"), word("bestOnMean")),
        rows: own.curve.map(({ willingness, best }, at) => ({
          cells: [
            worth(willingness, at),
            chance(at, "chance"),
            word(best === "programme" ? "bestProgramme" : "bestNothing"),
          ],
        })),
      },
    },
  ];
}
