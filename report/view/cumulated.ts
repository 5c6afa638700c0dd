import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { fill, plain, type Table } from "../shown.ts";
import { type Accounts, accountCell, add, nothing } from "./accounts.ts";

/** Net present value added up to and including each year, by actor: where a column turns from minus the actor's money is back. */
export function cumulated(context: Context, book: Accounts): Table | undefined {
  const { about, word } = context;
  const isDiscounted = context.result.accounts.some(({ discounted }) => discounted);
  if (!isDiscounted || book.years.length < 2 || book.actors.length < 2) return undefined;
  const moves = (leaves: readonly string[]) =>
    book.years.some(
      (year) => book.of(leaves, "cost", true, year).value || book.of(leaves, "benefit", true, year).value,
    );
  const actors = book.actors.filter(({ leaves }) => moves(leaves));
  const columns = actors.map(({ leaves }) => {
    let sum = nothing;
    return book.years.map((year) => {
      sum = add(sum, book.of(leaves, "balance", true, year));
      return sum;
    });
  });
  const unit = context.moneyUnitFor(...columns.flatMap((sums) => sums.map(({ value }) => value)));
  const who = (id: string | null) => (id === null ? "" : `.${id}`);
  return {
    caption: plain(fill(word("cumulatedCaption"), { unit: moneyUnitText(unit, about.currency, context.language) })),
    columns: [{ title: word("yearColumn") }, ...actors.map(({ title }) => ({ title, numeric: true }))],
    rows: book.years.map((year, index) => ({
      cells: [
        context.yearLabel(year),
        ...actors.map(({ id }, k) => accountCell(context, `cumulativeNet${who(id)}.y${year}`, columns[k][index], unit)),
      ],
    })),
    note: word("cumulatedNote"),
  };
}
