import type { Context } from "../../context.ts";
import { decimal, lastDigit } from "../../format.ts";
import { fill, type Table } from "../../shown.ts";
import { inputTitle } from "../assumptions.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

const mostBars = 12;

/** What the answer hangs on: the three strongest in words, the rest as a picture. */
export function tornado(context: Context): {
  readonly hangsOn: readonly { readonly title: string; readonly direction: string }[];
  readonly pictures: Picture[];
} {
  const id = context.leadingId("net");
  const all = (context.result.rankCorrelations[id] ?? context.result.rankCorrelations.net ?? []).filter((row) =>
    Number.isFinite(row.correlation?.value),
  );
  const sorted = [...all].sort((a, b) => Math.abs(b.correlation.value) - Math.abs(a.correlation.value));
  if (sorted.length === 0) return { hangsOn: [], pictures: [] };
  const unclear = (row: (typeof sorted)[number]) => context.coversZero(row.correlation);
  const rows = sorted.slice(0, mostBars).map((row) => ({
    name: inputTitle(context, row.input),
    value: drawable(row.correlation.value),
    low: Number.isFinite(row.correlation.low) ? row.correlation.low : row.correlation.value,
    high: Number.isFinite(row.correlation.high) ? row.correlation.high : row.correlation.value,
    unclear: unclear(row),
  }));
  const say = (value: number, se: number) => decimal(value, lastDigit(value, { se, finest: -2 }), context.language);
  const table: Table = {
    caption: context.word("tornado"),
    columns: numeric(context.word("assumption"), context.word("correlation"), context.word("interval95")),
    rows: sorted.map((row) => {
      const { value, se, low, high } = row.correlation;
      return {
        cells: [
          inputTitle(context, row.input),
          unclear(row) ? context.word("zeroMark") : say(value, se),
          context.range(say(low, 0), say(high, 0)),
        ],
      };
    }),
  };
  return {
    hangsOn: sorted
      .filter((row) => !unclear(row))
      .slice(0, 3)
      .map((row) => ({
        title: inputTitle(context, row.input),
        direction: context.word(directionOf(context, row.input, row.correlation.value > 0)),
      })),
    pictures: [
      { kind: "tornado", title: context.word("tornado"), caption: fill(context.word("tornadoCaption")), rows, table },
    ],
  };
}

/** A change that is written below zero is a reduction: nobody reads "higher" as "falls by less". */
function directionOf(context: Context, input: string, better: boolean) {
  const found = context.about.assumptions.find((one) => one.input === input);
  const falls =
    found !== undefined &&
    /\.changes\.(?:participants|comparison)/.test(found.place) &&
    /^\D*[−-]/.test(found.written.en);
  if (falls) return better ? "fallIsWorse" : "fallIsBetter";
  return better ? "moreIsBetter" : "moreIsWorse";
}
