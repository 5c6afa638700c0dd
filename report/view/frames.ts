import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { fill, plain, type Table } from "../shown.ts";

/** A saving counts as there where it is above zero with this chance: the percentile below it. */
const sure = "10";

/**
 * For each party: the first budget year in which what can be taken out is above zero in nine outcomes in ten, and how much that is at
 * least. Undefined where a result does not say what can be taken out.
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
      { title: word("framesLeast"), numeric: true },
      { title: word("framesMean"), numeric: true },
    ],
    rows: said.map(({ id, title }) => {
      const year = years.find((own) => (outputOf(id, own)?.percentiles[sure]?.value ?? 0) > 0);
      if (year === undefined) return { cells: [title, word("framesNever"), "–", "–"] };
      const output = `budget/cashable.${id}.y${year}`;
      const found = outputOf(id, year)!;
      const cell = (name: string, figure: typeof found.mean) =>
        context.amount(`outputs|${output}|${name}`, figure, unit, finest);
      return {
        id: output,
        cells: [title, String(year), cell(`percentiles|${sure}`, found.percentiles[sure]), cell("mean", found.mean)],
      };
    }),
    note: word("framesNote"),
  };
}
