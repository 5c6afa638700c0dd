import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import { type Accounts, accountCell } from "./accounts.ts";

const kinds = ["pvFiscalBenefit", "pvEconomicBenefit", "pvSocialBenefit"] as const;

/** How much of the benefit a budget will see: one sentence beside what the programme costs and gives back. */
export function cashableSentence(context: Context): Sentence[] {
  const [benefit, cashable] = ["pvBenefit", "pvCashable"].map((figure) => context.leadingId(figure));
  const [all, taken] = [benefit, cashable].map((id) => context.numberOutput(id));
  if (all === undefined || taken === undefined || !(all.mean.value > 0)) return [];
  const shown = context.shown(`outputs|${benefit}|mean`, all.mean, all.unit, 2);
  if (!(taken.mean.value > 0)) return [fill(context.word("cashableNone"), { benefit: shown })];
  return [
    fill(context.word("cashableOf"), {
      benefit: shown,
      cashable: context.shown(`outputs|${cashable}|mean`, taken.mean, taken.unit, 2),
    }),
  ];
}

/** What of each actor's benefit can be taken out of a budget, over all years and year by year, and benefits by kind. */
export function partsOfBenefit(context: Context, book: Accounts): readonly Table[] {
  return [cashableByActor(context, book), cashableByYear(context, book), byKind(context)].filter(
    (table) => table !== undefined,
  );
}

/** Actors of whose benefit some can be taken out; who only loses has no saving to take. */
function savers(context: Context, book: Accounts): Accounts["actors"] {
  if (!context.result.accounts.some(({ cashable }) => cashable !== undefined)) return [];
  return book.actors.filter(
    ({ id, leaves }) => id !== null && book.years.some((year) => book.of(leaves, "cashable", false, year).value > 0),
  );
}

function caption(context: Context, key: "cashableCaption" | "cashableYears" | "kindCaption", unit: string): string {
  return plain(fill(context.word(key), { unit }));
}

function cashableByActor(context: Context, book: Accounts): Table | undefined {
  const actors = savers(context, book);
  if (actors.length === 0) return undefined;
  const unit = context.moneyUnitFor(...actors.map(({ leaves }) => book.of(leaves, "benefit", true).value));
  const flows = ["benefit", "cashable", "freed"] as const;
  const figures = { benefit: "pvBenefit", cashable: "pvCashable", freed: "pvFreed" };
  return {
    caption: caption(context, "cashableCaption", moneyUnitText(unit, context.about.currency, context.language)),
    columns: [
      { title: context.word("actor") },
      { title: context.word("benefit"), numeric: true },
      { title: context.word("ofWhichCashable"), numeric: true },
      { title: context.word("notCashable"), numeric: true },
    ],
    rows: actors.map(({ id, title, leaves, depth, total }) => ({
      id: `pvCashable.${id}`,
      cells: [
        title,
        ...flows.map((flow) => accountCell(context, `${figures[flow]}.${id}`, book.of(leaves, flow, true), unit)),
      ],
      depth,
      total,
    })),
    note: context.word("cashableNote"),
  };
}

/** Each year's benefit and what of it can be taken out, beside each other for those who have any. */
function cashableByYear(context: Context, book: Accounts): Table | undefined {
  const actors = savers(context, book);
  if (actors.length === 0) return undefined;
  const unit = context.moneyUnitFor(
    ...actors.flatMap(({ leaves }) => book.years.map((year) => book.of(leaves, "benefit", false, year).value)),
  );
  const flows = ["benefit", "cashable"] as const;
  const row = (year: number | undefined): Cell[] =>
    actors.flatMap(({ id, leaves }) =>
      flows.map((flow) => {
        const figure = `${flow}.${id}${year === undefined ? "" : `.y${year}`}`;
        return accountCell(context, figure, book.of(leaves, flow, false, year), unit);
      }),
    );
  return {
    caption: caption(context, "cashableYears", moneyUnitText(unit, context.about.currency, context.language)),
    columns: [
      { title: context.word("yearColumn") },
      ...actors.flatMap(({ title }) => [
        { title: `${title}: ${context.word("benefit").toLowerCase()}`, numeric: true },
        { title: context.word("ofWhichCashable"), numeric: true },
      ]),
    ],
    rows: [
      ...book.years.map((year) => ({ cells: [context.yearLabel(year), ...row(year)] })),
      { cells: [context.word("total"), ...row(undefined)], total: true },
    ],
  };
}

function byKind(context: Context): Table | undefined {
  const { about, word } = context;
  const has = (id: string): boolean => context.numberOutput(id) !== undefined;
  if (!has(kinds[0])) return undefined;
  // Who leads, the actors beside them, and all: parts of an actor stand in the other tables.
  const named = [
    ...(context.leading === null ? [] : [context.leading]),
    ...about.actors.filter(({ depth }) => depth === 0).map(({ id }) => id),
  ];
  const moves = (id: string) => kinds.some((kind) => (context.numberOutput(`${kind}.${id}`)?.mean.value ?? 0) !== 0);
  // Of one kind alone there is nothing to part.
  if (kinds.filter((kind) => context.numberOutput(kind)?.mean.value !== 0).length < 2) return undefined;
  const byTitle = new Map(named.filter(moves).map((id) => [context.who(id), id]));
  const shown = [...byTitle.values(), null];
  const idOf = (kind: string, id: string | null) => (id === null ? kind : `${kind}.${id}`);
  const unit = context.moneyUnitFor(
    ...kinds.flatMap((kind) => shown.map((id) => context.numberOutput(idOf(kind, id))?.mean.value ?? 0)),
  );
  const cell = (id: string): Cell => {
    const mean = context.numberOutput(id)?.mean;
    return mean === undefined ? "–" : accountCell(context, id, mean, unit);
  };
  const titles = { pvFiscalBenefit: "k_fiscal", pvEconomicBenefit: "k_economic", pvSocialBenefit: "k_social" } as const;
  return {
    caption: caption(context, "kindCaption", moneyUnitText(unit, about.currency, context.language)),
    columns: [
      { title: word("kindOfBenefit") },
      ...shown.map((id) => ({ title: id === null ? word("sum") : context.who(id), numeric: true })),
    ],
    rows: kinds.map((kind) => ({
      id: kind,
      cells: [word(titles[kind]), ...shown.map((id) => cell(idOf(kind, id)))],
    })),
    note: word("kindNote"),
  };
}
