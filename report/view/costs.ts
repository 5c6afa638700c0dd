import type { CostRow, Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { tableUnit } from "./moneyUnit.ts";

const mostYearsAcross = 6;

/** Rows of one item and payer. */
interface Item {
  readonly what: string;
  readonly actor: string;
  readonly category: string;
  readonly rows: readonly CostRow[];
}

/** What it costs, by what it is for and by item and payer. Empty where a result does not tell its items. */
export function costTables(context: Context): readonly Table[] {
  const { word } = context;
  const items = itemsOf(context);
  if (items.length === 0) return [];
  const years = [...new Set(items.flatMap(({ rows }) => rows.map(({ year }) => year)))].sort((a, b) => a - b);
  const across = years.length > mostYearsAcross ? [] : years;
  const sizes = items.map((item) => rowsOf([item]).reduce((sum, { value }) => sum + value, 0));
  const unit = tableUnit(context, sizes);
  const money = (id: string, own: readonly Item[]): Cell[] => [
    ...across.map((year) => cell(context, `${id}|y${year}`, rowsOf(own, year), unit)),
    cell(context, id, rowsOf(own), unit),
  ];
  const numeric = [...across.map((year) => context.yearLabel(year)), word("total")];
  const columns = (titles: readonly string[]) => [
    ...titles.map((title) => ({ title })),
    ...numeric.map((title) => ({ title, numeric: true })),
  ];
  const caption = (key: WordKey) =>
    plain(fill(word(key), { unit: moneyUnitText(unit, context.about.currency, context.language) }));
  const title = (category: string) =>
    category === "optimism" ? context.title(category) : word(`category_${category}` as WordKey);
  const categories = [...new Set(items.map(({ category }) => category))];
  const of = (category: string) => items.filter((item) => item.category === category);
  const total = (before: readonly string[]) => ({
    cells: [word("total"), ...before, ...money("costs", items)],
    total: true,
  });
  const severalPay = new Set(items.map(({ actor }) => actor)).size > 1;
  const isSorted = categories.length > 1;
  const beside = [...(isSorted ? [word("costCategory")] : []), ...(severalPay ? [word("costPayer")] : [])];
  const byCategory = {
    caption: caption("costsByCategory"),
    columns: columns([word("costCategory")]),
    rows: [
      ...categories.map((category) => ({ cells: [title(category), ...money(`costs|${category}`, of(category))] })),
      total([]),
    ],
  };
  const byItem = {
    caption: caption("costsByItem"),
    columns: columns([word("costItem"), ...beside]),
    rows: [
      ...categories.flatMap(of).map((item) => ({
        cells: [
          context.title(item.what),
          ...(isSorted ? [title(item.category)] : []),
          ...(severalPay ? [context.title(item.actor)] : []),
          ...money(`costs|${item.what}|${item.actor}`, [item]),
        ],
      })),
      total(beside.map(() => "")),
    ],
    note: word("costsNote"),
  };
  return isSorted ? [byCategory, byItem] : [byItem];
}

/** Items in the order of the file, those of one category together. */
function itemsOf({ result, about }: Context): readonly Item[] {
  const rows = (result.costs ?? []).filter(({ cost }) => Number.isFinite(cost?.value));
  const items = new Map<string, CostRow[]>();
  for (const row of rows) {
    const key = `${row.what}|${row.actor}`;
    items.set(key, [...(items.get(key) ?? []), row]);
  }
  return [...items.values()].map((own) => {
    const [{ what, actor }] = own;
    const category = about.costs?.find(({ id }) => id === what)?.category;
    return { what, actor, category: category ?? (what === "optimism" ? what : "other"), rows: own };
  });
}

const rowsOf = (items: readonly Item[], year?: number): readonly Figure[] =>
  items.flatMap(({ rows }) => rows.filter((row) => year === undefined || row.year === year).map(({ cost }) => cost));

/** In the table's unit; the errors of a sum's parts bound its own. */
function cell(context: Context, id: string, parts: readonly Figure[], unit: MoneyUnit): Cell {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  if (parts.length === 0 || value === 0) return parts.length === 0 ? "" : "0";
  const se = parts.reduce((sum, part) => sum + part.se, 0);
  return context.amount(id, { value, se }, unit, unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent);
}
