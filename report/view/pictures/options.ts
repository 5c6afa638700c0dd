import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { fill } from "../../shown.ts";
import { amountAxis, drawable, numeric, type Picture } from "./picture.ts";

const levels = ["5", "25", "50", "75", "95"] as const;

/** Where the net value of each option lies. */
export function optionRanges(context: Context): Picture[] {
  const { result } = context;
  const { options = [], leading } = result.options ?? {};
  const found = options.flatMap(({ id }) => {
    const output = `${id === leading ? "" : `${id}/`}${context.leadingId("net")}`;
    const percentiles = context.numberOutput(output)?.percentiles;
    const isWhole = percentiles && levels.every((level) => Number.isFinite(percentiles[level]?.value));
    return isWhole ? [{ name: context.title(id), output, percentiles }] : [];
  });
  if (found.length < 2) return [];
  const unit = context.moneyUnitFor(
    ...found.flatMap(({ percentiles }) => levels.map((level) => percentiles[level].value)),
  );
  const unitTitle = moneyUnitText(unit, context.about.currency, context.language);
  return [
    {
      kind: "options",
      title: context.word("optionRanges"),
      caption: fill(context.word("optionRangesCaption")),
      axis: amountAxis(context, unit),
      rows: found.map(({ name, percentiles }) => {
        const [p5, p25, p50, p75, p95] = levels.map((level) => drawable(percentiles[level].value / unit.size));
        return { name, p5, p25, p50, p75, p95 };
      }),
      table: {
        caption: `${context.word("optionRanges")}, ${unitTitle}`,
        columns: numeric(
          context.word("option"),
          context.word("low"),
          context.word("quartileLow"),
          context.word("median"),
          context.word("quartileHigh"),
          context.word("high"),
        ),
        rows: found.map(({ name, output, percentiles }) => ({
          cells: [
            name,
            ...levels.map((level) =>
              context.amount(
                `outputs|${output}|percentiles|${level}`,
                percentiles[level],
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
