import { leadingOf } from "../../../engine/result/risks.ts";
import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { fill, plain } from "../../shown.ts";
import { leadingRef, ranked, riskUnit } from "../risks.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

/** The risk matrix as a picture: how likely against what is lost. None where no risk has both. */
export function riskMatrix(context: Context): Picture[] {
  const { word } = context;
  const rows = ranked(context).flatMap(([risk, at]) => {
    const { lossIfHappens } = risk;
    return lossIfHappens === undefined ? [] : [{ ...risk, lossIfHappens, at }];
  });
  if (rows.length === 0) return [];
  const unit = riskUnit(context);
  const money = moneyUnitText(unit, context.about.currency, context.language);
  const title = word("riskMatrix");
  return [
    {
      kind: "riskMatrix",
      title,
      caption: fill(word("riskMatrixCaption"), { who: context.leadingRunning }),
      axis: { title: plain(fill(word("riskAxis"), { unit: money })), size: unit.size },
      chanceTitle: word("riskLikelihood"),
      points: rows.map(({ id, rank, chance, lossIfHappens }) => ({
        rank,
        name: context.title(id),
        chance: chance.value,
        loss: drawable(leadingOf(lossIfHappens).value / unit.size),
      })),
      table: {
        caption: `${title}, ${money}`,
        columns: numeric(word("riskName"), word("riskLikelihood"), word("riskIfHappens")),
        rows: rows.map(({ id, rank, chance, lossIfHappens, at }) => ({
          cells: [
            { parts: [context.fact(`risks|risks|${at}|rank`, rank), `. ${context.title(id)}`] },
            context.shown(`risks|risks|${at}|chance`, chance, "share", 2),
            context.amount(
              leadingRef(`risks|risks|${at}|lossIfHappens`, lossIfHappens),
              leadingOf(lossIfHappens),
              unit,
              unit.exponent - 2,
            ),
          ],
        })),
      },
    },
  ];
}
