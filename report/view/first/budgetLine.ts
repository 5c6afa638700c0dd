import type { Figure } from "../../../engine/result/result.ts";
import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { type Cell, fill, plain, type Table } from "../../shown.ts";
import { add, nothing } from "../accounts.ts";

/** Calendar years beside each other on the first screen. */
const mostYears = 6;

/**
 * What each committee's budget will notice in the years planned now, current prices: savings that can be taken out less costs, or
 * benefit less cost where the scenario does not say what can be taken out. Undefined where it has no budget.
 */
export function budgetLine(context: Context): Table | undefined {
  const { about, result, word } = context;
  const rows = result.budget ?? [];
  if (about.budget === undefined || rows.length === 0) return undefined;
  const { years, leaves, whole } = about.budget;
  const last = Math.min(years.last, years.first + mostYears - 1);
  const shown = Array.from({ length: last - years.first + 1 }, (_, k) => years.first + k);
  const isSaid = rows.some(({ cashable }) => cashable !== undefined);
  const flow = isSaid ? "cashable" : "benefit";
  const of = (actors: readonly string[], year: number): Figure =>
    rows
      .filter((row) => row.year === year && actors.includes(row.actor))
      .reduce((sum, row) => add(add(sum, row[flow] ?? nothing), row.cost, -1), nothing);
  const noticed = leaves.filter((leaf) => shown.some((year) => of([leaf], year).value !== 0));
  if (noticed.length === 0) return undefined;
  const largest = Math.max(...shown.map((year) => Math.abs(of(noticed, year).value)));
  const unit = context.moneyUnitFor(largest);
  const line = (id: string, title: string, actors: readonly string[], total: boolean) => ({
    id: `budget/${id}`,
    cells: [
      title,
      ...shown.map((year): Cell => {
        const figure = of(actors, year);
        const finest = unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent;
        const ref = `budget|${flow}−cost|${id}|y${year}`;
        return figure.value === 0 ? { ref, value: 0, text: "0", step: 0 } : context.amount(ref, figure, unit, finest);
      }),
    ],
    ...(total ? { total } : {}),
  });
  const together = whole !== undefined && noticed.length > 1;
  return {
    caption: plain(
      fill(word(isSaid ? "b1_caption" : "b1_captionAll"), {
        unit: moneyUnitText(unit, about.currency, context.language),
      }),
    ),
    columns: [{ title: word("actor") }, ...shown.map((year) => ({ title: String(year), numeric: true }))],
    rows: [
      ...noticed.map((leaf) => line(leaf, context.title(leaf), [leaf], false)),
      ...(together ? [line(whole, context.who(whole), leaves, true)] : []),
    ],
    note: word(isSaid ? "b1_note" : "b1_noteAll"),
  };
}
