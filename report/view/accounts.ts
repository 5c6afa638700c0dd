import type { AccountRow, Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import type { MoneyUnit } from "../format.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Table } from "../shown.ts";

const mostYearsAcross = 6;

type Actor = Accounts["actors"][number];
/** `freed` is the benefit that can't be taken out of a budget. */
type Flow = "cost" | "benefit" | "balance" | "cashable" | "freed";

export const nothing: Figure = { value: 0, se: 0, low: 0, high: 0 };
/** Rows of a table are sums of others; their common error is not stored, so the plain sum of the errors bounds it. */
export const add = (a: Figure, b: Figure, sign = 1): Figure => ({
  value: a.value + sign * b.value,
  se: a.se + b.se,
  low: a.low + sign * (sign > 0 ? b.low : b.high),
  high: a.high + sign * (sign > 0 ? b.high : b.low),
});

/** Money by actor and year. `actors` are leaves in the scenario's order, with their heading actors where they have any. */
export interface Accounts {
  readonly actors: readonly {
    readonly id: string | null;
    readonly title: string;
    readonly depth: number;
    readonly total: boolean;
    readonly leaves: readonly string[];
  }[];
  readonly years: readonly number[];
  of(leaves: readonly string[], flow: Flow, discounted: boolean, year?: number): Figure;
}

export function accounts(context: Context): Accounts {
  const { result, about } = context;
  // A row without a segment holds only what is not divided into segments: an actor's money is the sum of all its rows.
  const rows = result.accounts.filter((row) => [row.cost?.value, row.benefit?.value].every(Number.isFinite));
  const byKey = new Map<string, AccountRow[]>();
  for (const row of rows) {
    const key = `${row.actor}|${row.year}|${row.discounted}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  const present = new Set(rows.map((row) => row.actor));
  const known = about.actors
    .map((actor) => ({
      id: actor.id,
      title: context.title(actor.id),
      depth: actor.depth,
      total: actor.parts.length > 0,
      leaves: context.leavesOf(actor.id),
    }))
    .filter((actor) => actor.leaves.some((leaf) => present.has(leaf)) || present.has(actor.id));
  const unlisted = [...present].filter((id) => !about.actors.some((actor) => actor.id === id));
  const listed = [
    ...known,
    ...unlisted.map((id) => ({ id, title: context.title(id), depth: 0, total: false, leaves: [id] })),
  ];
  const leaves = listed.filter((actor) => !actor.total).map((actor) => actor.id);
  const everybody = { id: null, title: context.word("sum"), depth: 0, total: true, leaves };
  const of: Accounts["of"] = (who, flow, discounted, year) => {
    if (flow === "freed") return add(of(who, "benefit", discounted, year), of(who, "cashable", discounted, year), -1);
    if (flow === "balance") return add(of(who, "benefit", discounted, year), of(who, "cost", discounted, year), -1);
    return who
      .flatMap((leaf) =>
        (year === undefined ? years : [year]).flatMap((y) => byKey.get(`${leaf}|${y}|${discounted}`) ?? []),
      )
      .reduce((sum, row) => add(sum, row[flow] ?? nothing), nothing);
  };
  return { actors: listed.length > 1 ? [...listed, everybody] : listed, years, of };
}

/** A cell in the table's unit: millions with one decimal at most, thousands with none; a certain zero stays `0`. */
export function accountCell(context: Context, id: string, sum: Figure, unit: MoneyUnit): Cell {
  if (sum.value === 0) return "0";
  // A figure of the result knows its own error; the sum of rows only bounds it.
  const own = context.numberOutput(id)?.mean;
  return context.amount(
    own ? `outputs|${id}|mean` : `accounts|${id}`,
    own ?? sum,
    unit,
    unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent,
  );
}

/** On what the cost of taxation is reckoned, and where it counts; empty where it has no row. */
function taxationNote({ about, word, running }: Context): string {
  if (about.taxation === undefined) return "";
  const named = (ids: readonly string[]) => ids.map(running).join(", ");
  const to = [...about.taxation.to.map(running), word("everyoneRunning")].join(", ");
  return plain(fill(word("taxationNote"), { of: named(about.taxation.of), to }));
}

/** By actor and year, undiscounted or as present values. `upTo` keeps the first years only. */
export function balanceByYear(
  context: Context,
  book: Accounts,
  discounted: boolean,
  upTo = Infinity,
): Table | undefined {
  if (book.years.length === 0 || !context.result.accounts.some((row) => row.discounted === discounted))
    return undefined;
  const years = book.years.slice(0, upTo);
  const unit = context.moneyUnitFor(
    ...book.actors.flatMap((actor) => years.map((year) => book.of(actor.leaves, "balance", discounted, year).value)),
  );
  const allYears = years.length === book.years.length;
  const figure = discounted ? "net" : "balance";
  const idOf = (actor: Actor) => (actor.id ? `${figure}.${actor.id}` : figure);
  const at = (actor: Actor, year: number): Cell =>
    accountCell(
      context,
      discounted ? `${idOf(actor)}|y${year}` : `${idOf(actor)}.y${year}`,
      book.of(actor.leaves, "balance", discounted, year),
      unit,
    );
  const sum = (actor: Actor): Cell =>
    accountCell(context, idOf(actor), book.of(actor.leaves, "balance", discounted), unit);
  const moves = (actor: Actor) =>
    years.some((year) =>
      (["benefit", "cost"] as const).some((flow) => book.of(actor.leaves, flow, discounted, year).value !== 0),
    );
  const actors = book.actors.filter(moves);
  const unitText = moneyUnitText(unit, context.about.currency, context.language);
  const caption = plain(fill(context.word(discounted ? "discountedCaption" : "balanceCaption"), { unit: unitText }));
  const note = [context.word("accountsNote"), taxationNote(context)].filter((text) => text !== "").join(" ");
  // Many years stand below each other, few beside each other.
  if (years.length > mostYearsAcross)
    return {
      caption,
      columns: [{ title: context.word("yearColumn") }, ...actors.map(({ title }) => ({ title, numeric: true }))],
      rows: [
        ...years.map((year) => ({ cells: [context.yearLabel(year), ...actors.map((actor) => at(actor, year))] })),
        ...(allYears ? [{ cells: [context.word("total"), ...actors.map(sum)], total: true }] : []),
      ],
      note,
    };
  return {
    caption,
    columns: [
      { title: context.word("actor") },
      ...years.map((year) => ({ title: context.yearLabel(year), numeric: true })),
      ...(allYears ? [{ title: context.word("total"), numeric: true }] : []),
    ],
    rows: actors.map((actor) => ({
      cells: [actor.title, ...years.map((year) => at(actor, year)), ...(allYears ? [sum(actor)] : [])],
      depth: actor.depth,
      total: actor.total,
    })),
    note,
  };
}

/** Cost, benefit and net of each actor over the whole horizon, present value, with the chance that the actor gains. */
export function byActor(context: Context, book: Accounts, discounted = true): Table | undefined {
  if (book.actors.length === 0 || !context.result.accounts.some((row) => row.discounted === discounted))
    return undefined;
  const flows = ["cost", "benefit", "balance"] as const;
  const unit = context.moneyUnitFor(
    ...book.actors.flatMap((actor) => flows.map((flow) => book.of(actor.leaves, flow, discounted).value)),
  );
  const chances = book.actors.map(
    (actor) => context.numberOutput(actor.id ? `net.${actor.id}` : "net")?.chanceAboveZero,
  );
  const withChance = discounted && chances.some((chance) => chance !== undefined);
  const unitText = moneyUnitText(unit, context.about.currency, context.language);
  return {
    caption: plain(
      fill(context.word("benefitCostCaption"), {
        unit: `${context.word(discounted ? "discounted" : "undiscounted").toLowerCase()}, ${unitText}`,
      }),
    ),
    columns: [
      { title: context.word("actor") },
      { title: context.word("cost"), numeric: true },
      { title: context.word("benefit"), numeric: true },
      { title: context.word(discounted ? "netDiscounted" : "netWord"), numeric: true },
      ...(withChance ? [{ title: context.word("chanceGain"), numeric: true }] : []),
    ],
    rows: book.actors.map((actor, index) => {
      const names = discounted ? ["pvCost", "pvBenefit", "net"] : ["cost", "benefit", "balance"];
      const who = actor.id ? `.${actor.id}` : "";
      const chance = chances[index];
      const neverPaid =
        book.of(actor.leaves, "cost", discounted).value === 0 &&
        book.of(actor.leaves, "benefit", discounted).value === 0;
      return {
        cells: [
          actor.title,
          ...flows.map((flow, at) =>
            accountCell(context, `${names[at]}${who}`, book.of(actor.leaves, flow, discounted), unit),
          ),
          ...(withChance
            ? [chance && !neverPaid ? context.chance(`outputs|net${who}|chanceAboveZero`, chance) : "–"]
            : []),
        ],
        depth: actor.depth,
        total: actor.total,
      };
    }),
  };
}
