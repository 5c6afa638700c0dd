import type { Bin } from "../../../engine/result/result.ts";
import type { Context } from "../../context.ts";
import { decimal, lastDigit, moneyUnitText, percent } from "../../format.ts";
import { fill } from "../../shown.ts";
import { amountAxis, numeric, type Picture, share } from "./picture.ts";

const mostRows = 20;

/** Neighbouring bars taken together, so that a table of them can be read. */
function grouped(bins: readonly Bin[]): Bin[] {
  const every = Math.ceil(bins.length / mostRows);
  return bins.flatMap((bin, index) => {
    if (index % every !== 0) return [];
    const group = bins.slice(index, index + every);
    return [{ low: bin.low, high: group.at(-1)!.high, count: group.reduce((sum, one) => sum + one.count, 0) }];
  });
}

/** The distribution of the leading net value, as bars and as the curve that follows from them. */
export function histogram(context: Context): Picture[] {
  const id = context.leadingId("net");
  const bins = (context.result.histograms[id] ?? []).filter(
    (bin) => Number.isFinite(bin.low) && Number.isFinite(bin.high) && bin.high > bin.low,
  );
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (bins.length < 2 || !(total > 0)) return [];
  const unit = context.moneyUnitFor(bins[0].low, bins.at(-1)!.high);
  const axis = amountAxis(context, unit);
  const median = context.numberOutput(id)?.percentiles["50"]?.value;
  // The bars of a result are equal, but for the outermost ones, which take in the tails: a bar's area is its share.
  const widths = bins.map((bin) => bin.high - bin.low);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)];
  const bars = bins.map((bin, index) => ({
    low: bin.low / unit.size,
    high: bin.high / unit.size,
    share: (bin.count / total) * (usual / widths[index]),
    loss: (bin.low + bin.high) / 2 < 0,
  }));
  const tails = widths.some((width) => width > 1.5 * usual);
  const finest = lastDigit(usual / unit.size, { digits: 2 });
  const say = (value: number) => decimal(value, finest, context.language);
  const unitTitle = moneyUnitText(unit, context.about.currency, context.language);
  const points = [{ amount: bins[0].low / unit.size, chance: 0 }];
  let counted = 0;
  for (const bin of bins) {
    counted += bin.count;
    points.push({ amount: bin.high / unit.size, chance: counted / total });
  }
  const above = context.numberOutput(id)?.chanceAboveZero;
  const atZero = above ? context.chance(`outputs|${id}|chanceAboveZero`, above, true) : "–";
  const everyFifth = points.filter((_, index) => index % 5 === 0 || index === points.length - 1);
  return [
    {
      kind: "histogram",
      title: context.word("histogram"),
      caption: fill(`${context.word("histogramCaption")}${tails ? ` ${context.word("histogramTails")}` : ""}`),
      axis,
      bars,
      ...(median !== undefined && Number.isFinite(median) ? { median: median / unit.size } : {}),
      table: {
        caption: context.word("histogram"),
        columns: numeric(
          `${context.word("from")}, ${unitTitle}`,
          `${context.word("to")}, ${unitTitle}`,
          context.word("count"),
          context.word("share"),
        ),
        rows: grouped(bins).map((bin) => ({
          cells: [
            say(bin.low / unit.size),
            say(bin.high / unit.size),
            decimal(bin.count, 0, context.language),
            percent(bin.count / total, context.language, { digits: 2, finest: -4 }),
          ],
        })),
      },
    },
    {
      kind: "cumulative",
      title: context.word("cumulative"),
      caption: fill(context.word("cumulativeCaption"), { chance: atZero }),
      axis,
      points,
      table: {
        caption: context.word("cumulative"),
        columns: numeric(`${context.word("atMost")}, ${unitTitle}`, context.word("chance")),
        rows: everyFifth.map((point) => ({ cells: [say(point.amount), share(context, Math.min(1, point.chance))] })),
      },
    },
  ];
}
