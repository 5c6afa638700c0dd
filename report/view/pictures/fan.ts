import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { fill, plain } from "../../shown.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

const levels = ["5", "25", "50", "75", "95"] as const;

/** The leading net value accumulated year by year; then that of every other actor of whom the result has it. */
export function fan(context: Context): Picture[] {
  const others = context.about.actors.filter(({ id }) => id !== context.leading);
  return [
    ...fanOf(context, context.leadingId("cumulativeNet"), context.word("fan")),
    ...others.flatMap(({ id }) =>
      fanOf(context, `cumulativeNet.${id}`, `${context.word("fan")}: ${context.running(id)}`),
    ),
    ...fundFan(context),
  ];
}

/** What a fund holds year by year: where it is above nothing there is no pay-back. */
function fundFan(context: Context): Picture[] {
  const actor = context.about.financing?.fund;
  if (actor === undefined) return [];
  const title = plain(fill(context.word("fundPicture"), { who: context.running(actor) }));
  return fanOf(context, "fundBalance", title, "fundCaption");
}

function fanOf(
  context: Context,
  base: string,
  title: string,
  caption: "fanCaption" | "fundCaption" = "fanCaption",
): Picture[] {
  const found = Array.from({ length: context.about.horizonYears }, (_, year) => ({
    year,
    id: `${base}.y${year}`,
    summary: context.numberOutput(`${base}.y${year}`),
  })).filter(({ summary }) => summary && levels.every((level) => Number.isFinite(summary.percentiles[level]?.value)));
  if (found.length < 2) return [];
  const values = found.flatMap(({ summary }) => levels.map((level) => summary!.percentiles[level].value));
  const unit = context.moneyUnitFor(...values);
  const unitTitle = moneyUnitText(unit, context.about.currency, context.language);
  return [
    {
      kind: "fan",
      title,
      caption: fill(context.word(caption)),
      marksPayback: caption === "fanCaption",
      axis: { title: unitTitle, size: unit.size },
      years: found.map(({ year, summary }) => {
        const at = (level: string) => drawable(summary!.percentiles[level].value / unit.size);
        return {
          label: context.yearLabel(year),
          index: year,
          p5: at("5"),
          p25: at("25"),
          p50: at("50"),
          p75: at("75"),
          p95: at("95"),
        };
      }),
      table: {
        caption: `${title}, ${unitTitle}`,
        columns: numeric(
          context.word("yearColumn"),
          context.word("low"),
          context.word("quartileLow"),
          context.word("median"),
          context.word("quartileHigh"),
          context.word("high"),
        ),
        rows: found.map(({ year, id, summary }) => ({
          cells: [
            context.yearLabel(year),
            ...levels.map((level) =>
              context.amount(
                `outputs|${id}|percentiles|${level}`,
                summary!.percentiles[level],
                unit,
                Math.max(unit.exponent - 2, 0),
              ),
            ),
          ],
        })),
      },
    },
  ];
}
