import type { BudgetRow, Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { certainPercent, type MoneyUnit, moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import { add, nothing } from "./accounts.ts";
import { frames } from "./frames.ts";

/** Calendar years beside each other; the others stand in a table of their own. */
const mostYearsAcross = 6;

type Flow = "cost" | "cashable" | "freed" | "benefit" | "balance";

/** What the budgets see. */
export interface Budget {
  readonly lead: Sentence;
  /** By committee and the years that are planned now. */
  readonly planned: Table;
  /** The balance of all years, where they are more. */
  readonly all?: Table;
  /** When frames can be lowered, where it is said what can be taken out. */
  readonly frames?: Table;
}

/** A committee, or all of those asked for together. */
interface Party {
  readonly id: string;
  readonly title: string;
  readonly leaves: readonly string[];
}

function ofRow(row: BudgetRow, flow: Flow): Figure {
  if (flow === "balance") return add(row.benefit, row.cost, -1);
  const cashable = row.cashable ?? nothing;
  if (flow === "freed") return add(row.benefit, cashable, -1);
  return flow === "cashable" ? cashable : row[flow];
}

/** The budget view of a result; undefined where it has none. */
export function budget(context: Context): Budget | undefined {
  const { about, result, word } = context;
  const rows = result.budget ?? [];
  if (about.budget === undefined || rows.length === 0) return undefined;
  const { years: calendar, leaves, whole } = about.budget;
  const years = Array.from({ length: calendar.last - calendar.first + 1 }, (_, index) => calendar.first + index);
  const moves = (leaf: string) => rows.some((row) => row.actor === leaf && (row.cost.value || row.benefit.value));
  const parties: Party[] = leaves.filter(moves).map((id) => ({ id, title: context.title(id), leaves: [id] }));
  if (whole !== undefined && parties.length > 1) parties.push({ id: whole, title: context.who(whole), leaves });
  const known = (year: number) =>
    parties.some(({ id }) => context.numberOutput(`budget/balance.${id}.y${year}`) !== undefined);
  const planned = years.filter(known).slice(0, mostYearsAcross);
  const of = (party: Party, flow: Flow, year: number): Figure =>
    rows
      .filter((row) => row.year === year && party.leaves.includes(row.actor))
      .reduce((sum, row) => add(sum, ofRow(row, flow)), nothing);
  const unit = budgetUnit(
    context,
    parties.flatMap((party) =>
      planned.flatMap((year) => (["cost", "benefit"] as const).map((flow) => of(party, flow, year).value)),
    ),
  );
  const unitText = moneyUnitText(unit, about.currency, context.language);
  const cell = (party: Party, flow: Flow, year: number): Cell => {
    const sum = of(party, flow, year);
    const own = context.numberOutput(`budget/${flow}.${party.id}.y${year}`)?.mean;
    if (sum.value === 0) return "0";
    return own === undefined
      ? amount(context, `budget|${flow}.${party.id}.y${year}`, sum, unit)
      : amount(context, `outputs|budget/${flow}.${party.id}.y${year}|mean`, own, unit);
  };
  const isSaid = rows.some(({ cashable }) => cashable !== undefined);
  const flows: readonly Flow[] = isSaid ? ["cost", "cashable", "freed"] : ["cost", "benefit"];
  const flowRows = (party: Party): Table["rows"] =>
    flows
      .filter((flow) => planned.some((year) => of(party, flow, year).value !== 0))
      .map((flow) => ({ cells: [word(flowWords[flow]), ...planned.map((year) => cell(party, flow, year))], depth: 1 }));
  const sureRow = ({ id }: Party): Table["rows"] => {
    const sure = planned.map((year) => {
      const ref = `budget/cashable.${id}.y${year}`;
      const least = context.numberOutput(ref)?.percentiles["10"];
      return least && least.value > 0 ? amount(context, `outputs|${ref}|percentiles|10`, least, unit) : "0";
    });
    return sure.every((cell) => cell === "0") ? [] : [{ cells: [word("budgetSure"), ...sure], depth: 1 }];
  };
  const found = frames(context, parties, unit);
  const caption = `${word("budget")}, ${unitText}`;
  return {
    lead: lead(context),
    planned: {
      caption,
      columns: [{ title: word("actor") }, ...planned.map((year) => ({ title: String(year), numeric: true }))],
      rows: parties.flatMap((party) => [
        { cells: [party.title, ...planned.map((year) => cell(party, "balance", year))], total: true },
        ...flowRows(party),
        ...sureRow(party),
        {
          cells: [word("budgetRange"), ...planned.map((year) => range(context, party.id, year, unit))],
          depth: 1,
        },
      ]),
      note: word(isSaid ? "budgetNoteCashable" : "budgetNote"),
    },
    ...(years.length > planned.length
      ? {
          all: {
            caption: `${word("budgetAll")}, ${unitText}`,
            columns: [{ title: word("yearColumn") }, ...parties.map(({ title }) => ({ title, numeric: true }))],
            rows: years.map((year) => ({
              cells: [String(year), ...parties.map((party) => cell(party, "balance", year))],
            })),
          },
        }
      : {}),
    ...(found === undefined ? {} : { frames: found }),
  };
}

const flowWords = {
  cost: "cost",
  benefit: "benefit",
  cashable: "f_cashable",
  freed: "budgetFreed",
  balance: "netWord",
} as const;

/** Budgets are kept in thousands, until these grow too long to be read. */
function budgetUnit({ moneyUnitFor }: Context, amounts: readonly number[]): MoneyUnit {
  const largest = Math.max(...amounts.map(Math.abs));
  return moneyUnitFor(largest >= 1e8 ? largest : Math.min(largest, 1e5));
}

const amount = (context: Context, ref: string, figure: Figure, unit: MoneyUnit): Cell =>
  context.amount(ref, figure, unit, unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent);

/** "−0.9 … −0.6": where nine outcomes in ten lie. */
function range(context: Context, id: string, year: number, unit: MoneyUnit): Cell {
  const output = `budget/balance.${id}.y${year}`;
  const { 5: low, 95: high } = context.numberOutput(output)?.percentiles ?? {};
  if (low === undefined || high === undefined || (low.value === 0 && high.value === 0)) return "–";
  const ends = (["5", "95"] as const).map((level, index) =>
    amount(context, `outputs|${output}|percentiles|${level}`, [low, high][index], unit),
  );
  return {
    parts: [ends[0], " … ", ends[1]].flatMap((part) =>
      typeof part === "object" && "parts" in part ? part.parts : [part],
    ),
  };
}

/** What the years and the prices are. */
function lead(context: Context): Sentence {
  const { about, word, language } = context;
  const { years, inflation } = about.budget!;
  const listed = inflation.map((rate) => certainPercent(rate, language));
  const rates = [...listed.slice(0, -2), listed.slice(-2).join(word("successAll"))].join(", ");
  const prices =
    inflation.length === 0
      ? word("budgetPricesUncertain")
      : plain(fill(word(inflation.length === 1 ? "budgetPrices" : "budgetPricesListed"), { rates }));
  const { monthsBefore } = years;
  const split =
    monthsBefore === 12
      ? word("budgetSame")
      : plain(fill(word("budgetSplit"), { first: String(years.first), months: String(monthsBefore) }));
  return fill(word("budgetLead"), { priceYear: String(about.priceYear), prices, split });
}
