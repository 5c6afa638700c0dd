import type { Context } from "../../context.ts";
import { type MoneyUnit, moneyUnitText, percent } from "../../format.ts";
import { fill, plain, type Sentence, type Table } from "../../shown.ts";

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
        /** Whether the first year above zero is that in which the money is back. */
        readonly marksPayback: boolean;
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
    | {
        readonly kind: "plane";
        readonly axis: AmountAxis;
        readonly effectTitle: string;
        readonly points: readonly { effect: number; cost: number }[];
      }
    | {
        readonly kind: "acceptability";
        readonly axis: AmountAxis;
        /** `best`: where the programme is better than nothing on the mean. */
        readonly points: readonly { willingness: number; chance: number; low: number; high: number; best: boolean }[];
      }
    | {
        readonly kind: "optionAcceptability";
        readonly axis: AmountAxis;
        readonly options: readonly {
          name: string;
          /** `best`: where the option is best on the mean. */
          points: readonly { willingness: number; chance: number; low: number; high: number; best: boolean }[];
        }[];
      }
    | {
        readonly kind: "options";
        readonly axis: AmountAxis;
        readonly rows: readonly {
          name: string;
          p5: number;
          p25: number;
          p50: number;
          p75: number;
          p95: number;
        }[];
      }
    | {
        readonly kind: "riskMatrix";
        readonly axis: AmountAxis;
        readonly chanceTitle: string;
        readonly points: readonly { rank: number; name: string; chance: number; loss: number }[];
      }
    | { readonly kind: "payback"; readonly rows: readonly { label: string; share: number; never: boolean }[] }
    | {
        readonly kind: "tornado";
        readonly rows: readonly { name: string; value: number; low: number; high: number; unclear: boolean }[];
      }
  );

/** Amounts too small to be drawn are zero: an axis over 10⁻³⁰⁰ kr has no ticks. */
export const drawable = (value: number): number => (Math.abs(value) < 1e-6 ? 0 : value);

/** A share for axis and table: `12 %`, `0.4%`. */
export const share = (context: Context, value: number): string =>
  percent(value, context.language, { digits: 2, finest: -3 });
export const amountAxis = (context: Context, unit: MoneyUnit): AmountAxis => ({
  title: plain(fill(context.word("netAxis"), { unit: moneyUnitText(unit, context.about.currency, context.language) })),
  size: unit.size,
});
export const numeric = (...titles: readonly string[]) => titles.map((title, index) => ({ title, numeric: index > 0 }));
