import type { Context } from "../../context.ts";
import { decimal, lastDigit } from "../../format.ts";
import { fill, type Sentence, type Table } from "../../shown.ts";
import { inputTitle, isReduction } from "../assumptions.ts";
import { turn } from "../first/turn.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

const mostBars = 12;

/** An assumption that carries the answer: which way, and how far it may go where that was asked. */
export interface HangsOn {
  readonly title: string;
  readonly direction: string;
  readonly turn?: Sentence;
}

/** What the answer hangs on: the three strongest in words, the rest as a picture. */
export function tornado(context: Context): {
  readonly hangsOn: readonly HangsOn[];
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
      .map(({ input, correlation }) => {
        const own = turn(context, input);
        return {
          title: inputTitle(context, input),
          direction: context.word(directionOf(context, input, correlation.value > 0)),
          ...(own === undefined ? {} : { turn: own }),
        };
      }),
    pictures: [
      { kind: "tornado", title: context.word("tornado"), caption: fill(context.word("tornadoCaption")), rows, table },
    ],
  };
}

function directionOf(context: Context, input: string, better: boolean) {
  if (isReduction(context, input)) return better ? "fallIsWorse" : "fallIsBetter";
  return better ? "moreIsBetter" : "moreIsWorse";
}
