import type { Context } from "../../context.ts";
import { moneyUnitText } from "../../format.ts";
import { fill } from "../../shown.ts";
import { type Accounts, byActor } from "../accounts.ts";
import { drawable, numeric, type Picture } from "./picture.ts";

/** Who pays and who gains, by actor and by year. */
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
