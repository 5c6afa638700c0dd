import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { fill, plain, type Table } from "../shown.ts";

/** A saving counts as there where it is above zero with this chance: the percentile below it. */
const sure = "10";

/**
 * For each party: the first budget year in which what can be taken out is above zero in nine outcomes in ten, the year in which most
 * can be relied on, and the one in which it is likeliest. Undefined where a result does not say what can be taken out.
 */
export function frames(
  context: Context,
  parties: readonly { readonly id: string; readonly title: string }[],
  unit: MoneyUnit,
): Table | undefined {
  const { about, word } = context;
  if (about.budget === undefined) return undefined;
  const { first, last } = about.budget.years;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const outputOf = (id: string, year: number) => context.numberOutput(`budget/cashable.${id}.y${year}`);
  const said = parties.filter(({ id }) => years.some((year) => outputOf(id, year) !== undefined));
  if (said.length === 0) return undefined;
  const finest = unit.exponent >= 6 ? unit.exponent - 2 : unit.exponent;
  return {
    caption: plain(fill(word("frames"), { unit: moneyUnitText(unit, about.currency, context.language) })),
    columns: [
      { title: word("actor") },
      { title: word("framesFrom"), numeric: true },
      { title: word("framesMost"), numeric: true },
      { title: word("framesChance"), numeric: true },
    ],
    rows: said.map(({ id, title }) => {
      const own = years.flatMap((year) => {
        const found = outputOf(id, year);
        return found === undefined ? [] : [{ year, found, least: found.percentiles[sure] }];
      });
      const from = own.find(({ least }) => least.value > 0)?.year;
      const most = own.reduce((best, one) => (one.least.value > best.least.value ? one : best));
      const likely = own.reduce((best, one) =>
        one.found.chanceAboveZero.value > best.found.chanceAboveZero.value ? one : best,
      );
      const ref = (year: number) => `outputs|budget/cashable.${id}.y${year}`;
      const amount = context.amount(`${ref(most.year)}|percentiles|${sure}`, most.least, unit, finest);
      const chance = context.chance(`${ref(likely.year)}|chanceAboveZero`, likely.found.chanceAboveZero);
      return {
        id: `budget/cashable.${id}`,
        cells: [
          title,
          from === undefined ? word("framesNever") : String(from),
          from === undefined ? "–" : { parts: [amount, ` (${most.year})`] },
          likely.found.chanceAboveZero.value === 0 ? "–" : { parts: [chance, ` (${likely.year})`] },
        ],
      };
    }),
    note: word("framesNote"),
  };
}
