import type { Bin } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { decimal, lastDigit, type MoneyUnit, moneyUnitText, percent } from "../format.ts";
import { fill, plain, type Sentence, type Table } from "../shown.ts";
import { type Accounts, byActor } from "./accounts.ts";
import { inputTitle } from "./assumptions.ts";

interface Common {
  readonly title: string;
  readonly caption: Sentence;
  readonly table: Table;
}
interface AmountAxis {
  readonly title: string;
  /** Base units per unit of the axis. */
  readonly size: number;
}

/** What each picture shows, apart from how it is drawn. Amounts are already in the axis' unit. */
export type Picture = Common &
  (
    | {
        readonly kind: "histogram";
        readonly axis: AmountAxis;
        readonly bars: readonly { low: number; high: number; share: number; loss: boolean }[];
        readonly median?: number;
      }
    | {
        readonly kind: "cumulative";
        readonly axis: AmountAxis;
        readonly points: readonly { amount: number; chance: number }[];
      }
    | {
        readonly kind: "fan";
        readonly axis: AmountAxis;
        readonly years: readonly {
          label: string;
          index: number;
          p5: number;
          p25: number;
          p50: number;
          p75: number;
          p95: number;
        }[];
      }
    | {
        readonly kind: "byActor" | "byYear";
        readonly axis: AmountAxis;
        readonly rows: readonly { name: string; cost: number; benefit: number }[];
      }
    | { readonly kind: "payback"; readonly rows: readonly { label: string; share: number; never: boolean }[] }
    | {
        readonly kind: "tornado";
        readonly rows: readonly { name: string; value: number; low: number; high: number; unclear: boolean }[];
      }
  );

/** Amounts too small to be drawn are zero: an axis over 10⁻³⁰⁰ kr has no ticks. */
const drawable = (value: number): number => (Math.abs(value) < 1e-6 ? 0 : value);

/** A share for axis and table: `12 %`, `0.4%`. */
const share = (context: Context, value: number): string => percent(value, context.language, { digits: 2, finest: -3 });
const amountAxis = (context: Context, unit: MoneyUnit): AmountAxis => ({
  title: plain(fill(context.word("netAxis"), { unit: moneyUnitText(unit, context.about.currency, context.language) })),
  size: unit.size,
});
const numeric = (...titles: readonly string[]) => titles.map((title, index) => ({ title, numeric: index > 0 }));

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

export function fan(context: Context): Picture[] {
  const levels = ["5", "25", "50", "75", "95"] as const;
  const base = context.leadingId("cumulativeNet");
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
      title: context.word("fan"),
      caption: fill(context.word("fanCaption")),
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
        caption: `${context.word("fan")}, ${unitTitle}`,
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

export function money(context: Context, book: Accounts): Picture[] {
  const leaves = book.actors.filter((actor) => !actor.total);
  const pictures: Picture[] = [];
  const table = byActor(context, book);
  const rows = leaves.map((actor) => ({
    name: actor.title,
    cost: book.of(actor.leaves, "cost", true).value,
    benefit: book.of(actor.leaves, "benefit", true).value,
  }));
  if (table && rows.some((row) => row.cost !== 0 || row.benefit !== 0)) {
    const unit = context.moneyUnitFor(...rows.flatMap((row) => [row.cost, row.benefit]));
    pictures.push({
      kind: "byActor",
      title: context.word("byActor"),
      caption: fill(context.word("byActorCaption")),
      axis: { title: moneyUnitText(unit, context.about.currency, context.language), size: unit.size },
      rows: rows.map((row) => ({
        name: row.name,
        cost: drawable(row.cost / unit.size),
        benefit: drawable(row.benefit / unit.size),
      })),
      table,
    });
  }
  const everybody = leaves.flatMap((actor) => actor.leaves);
  const undiscounted = context.result.accounts.some((row) => !row.discounted);
  const yearly = book.years.map((year) => ({
    year,
    cost: book.of(everybody, "cost", !undiscounted, year),
    benefit: book.of(everybody, "benefit", !undiscounted, year),
  }));
  if (yearly.length > 1 && yearly.some((row) => row.cost.value !== 0 || row.benefit.value !== 0)) {
    const unit = context.moneyUnitFor(...yearly.flatMap((row) => [row.cost.value, row.benefit.value]));
    const unitTitle = moneyUnitText(unit, context.about.currency, context.language);
    const finest = Math.max(unit.exponent - 2, 0);
    pictures.push({
      kind: "byYear",
      title: context.word("byYear"),
      caption: fill(context.word("byYearCaption")),
      axis: { title: unitTitle, size: unit.size },
      rows: yearly.map((row) => ({
        name: context.yearLabel(row.year),
        cost: drawable(row.cost.value / unit.size),
        benefit: drawable(row.benefit.value / unit.size),
      })),
      table: {
        caption: `${context.word("byYear")} (${unitTitle})`,
        columns: numeric(context.word("yearColumn"), context.word("cost"), context.word("benefit")),
        rows: yearly.map((row) => ({
          cells: [
            context.yearLabel(row.year),
            row.cost.value === 0 ? "0" : context.amount(`accounts|cost.y${row.year}`, row.cost, unit, finest),
            row.benefit.value === 0 ? "0" : context.amount(`accounts|benefit.y${row.year}`, row.benefit, unit, finest),
          ],
        })),
      },
    });
  }
  return pictures;
}

export function payback(context: Context): { readonly sentences: Sentence[]; readonly pictures: Picture[] } {
  const id = context.leadingId("paybackYear");
  const summary = context.yearOutput(id);
  if (!summary) return { sentences: [], pictures: [] };
  const years = Object.keys(summary.chance)
    .filter((key) => key !== "never" && Number.isFinite(summary.chance[key]?.value))
    .sort((a, b) => Number(a) - Number(b));
  const never = summary.chance.never;
  let sum = 0;
  const half = years.find((key) => {
    sum += summary.chance[key].value;
    return sum >= 0.5;
  });
  const horizon = context.fact("about|horizonYears", context.about.horizonYears);
  const sentences = [
    half === undefined
      ? fill(context.word("paybackLate"), { years: horizon })
      : fill(context.word("paybackHalf"), { year: context.yearRunning(Number(half)) }),
  ];
  if (never && Number.isFinite(never.value))
    sentences.push(
      fill(context.word(never.value > 0 ? "paybackNever" : "paybackNeverNone"), {
        chance: context.chance(`outputs|${id}|chance|never`, never),
      }),
    );
  const rows = [
    ...years.map((key) => ({
      label: context.yearLabel(Number(key)),
      share: drawable(summary.chance[key].value),
      never: false,
      ref: key,
    })),
    ...(never && Number.isFinite(never.value)
      ? [{ label: context.word("never"), share: never.value, never: true, ref: "never" }]
      : []),
  ];
  if (rows.length < 2) return { sentences, pictures: [] };
  const table: Table = {
    caption: context.word("paybackChart"),
    columns: numeric(context.word("yearColumn"), context.word("chance")),
    rows: rows.map((row) => ({
      cells: [row.label, context.chance(`outputs|${id}|chance|${row.ref}`, summary.chance[row.ref])],
    })),
  };
  return {
    sentences,
    pictures: [
      {
        kind: "payback",
        title: context.word("paybackChart"),
        caption: fill(context.word("paybackCaption")),
        rows,
        table,
      },
    ],
  };
}

const mostBars = 12;

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
        direction: context.word(row.correlation.value > 0 ? "moreIsBetter" : "moreIsWorse"),
      })),
    pictures: [
      { kind: "tornado", title: context.word("tornado"), caption: fill(context.word("tornadoCaption")), rows, table },
    ],
  };
}
