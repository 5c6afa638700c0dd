import type { Figure, NumberSummary, TransferRow } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { type MoneyUnit, moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { add } from "./accounts.ts";
import { contractTables } from "./contracts.ts";
import { fundSentences, fundTable } from "./fund.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";

/** Who carries the risk before and after what is agreed, and what moves. */
export interface Financing {
  readonly lead: readonly Sentence[];
  readonly tables: readonly Table[];
}

/** Undefined where the scenario says nothing of how money moves between actors. */
export function financing(context: Context): Financing | undefined {
  const { about } = context;
  if (about.financing === undefined) return undefined;
  const tables = [
    ...riskTables(context),
    ...contractTables(context),
    repaidTable(context),
    movedTable(context),
    fundTable(context),
  ].filter((table) => table !== undefined);
  return tables.length === 0 ? undefined : { lead: lead(context, about.financing), tables };
}

function lead(
  context: Context,
  { notes, repayment, shared, fund }: NonNullable<Context["about"]["financing"]>,
): Sentence[] {
  const { word, result } = context;
  const sentences = notes.map((text) => fill(context.text(text)));
  if (shared !== undefined)
    sentences.push(fill(word(shared === "loss" ? "sharedLoss" : "sharedResult"), { who: context.leadingRunning }));
  const repaid = context.numberOutput("repaid");
  if (repayment !== undefined && repaid !== undefined) {
    const amount = context.shown("outputs|repaid|mean", repaid.mean, repaid.unit);
    sentences.push(fill(word("repaidLead"), { amount, who: context.running(repayment.to) }));
    const all = result.chances?.fundRepaid?.probability;
    if (all !== undefined)
      sentences.push(
        all.value === 0
          ? fill(word("repaidNever"))
          : fill(word("repaidAll"), { chance: context.chance("chances|fundRepaid|probability", all) }),
      );
    const years = context.yearOutput("repaidYear");
    const median = years?.percentiles["50"]?.value;
    if (all !== undefined && all.value >= 0.5 && median !== undefined)
      sentences.push(fill(word("repaidMedian"), { year: context.yearRunning(Math.ceil(median)) }));
  }
  return fund === undefined ? sentences : [...sentences, ...fundSentences(context, fund)];
}

const unitWords = (context: Context, unit: MoneyUnit): string =>
  moneyUnitText(unit, context.about.currency, context.language);

interface Party {
  readonly id: string;
  readonly title: string;
  readonly before?: NumberSummary;
  readonly after: NumberSummary;
  readonly isSum: boolean;
}

function partiesOf(context: Context): readonly Party[] {
  const { about } = context;
  const { leading } = context;
  const actors = about.actors.map(({ id, parts }) => ({ id, title: context.title(id), isSum: parts.length > 0 }));
  const all = [...actors, ...(leading === null ? [] : [{ id: leading, title: context.who(leading), isSum: true }])];
  const titles = new Set<string>();
  return all.flatMap(({ id, title, isSum }) => {
    const after = context.numberOutput(`financed/net.${id}`);
    if (after === undefined || titles.has(title)) return [];
    titles.add(title);
    const before = context.numberOutput(`net.${id}`);
    return [{ id, title, after, isSum, ...(before === undefined ? {} : { before }) }];
  });
}

/** Mean and chance of a loss, then how bad a loss is: each before and after. */
function riskTables(context: Context): Table[] {
  const { word, result } = context;
  const parties = partiesOf(context);
  if (parties.length === 0) return [];
  const both = parties.flatMap(({ before, after }) => (before === undefined ? [after] : [before, after]));
  const unit = tableUnit(
    context,
    both.flatMap(({ mean, expectedShortfall }) => [mean.value, expectedShortfall["5"]?.value ?? 0]),
  );
  const money = (id: string, part: string, figure: Figure | undefined): Cell =>
    moneyCell(context, unit, `outputs|${id}|${part}`, figure);
  const risk = (id: string): Cell => {
    const chance = result.chances?.[id]?.probability;
    return chance === undefined ? "–" : context.chance(`chances|${id}|probability`, chance);
  };
  const table = (caption: WordKey, keys: readonly WordKey[], cells: (party: Party) => readonly Cell[]): Table => ({
    caption: plain(fill(word(caption), { unit: unitWords(context, unit) })),
    columns: [{ title: word("actor") }, ...keys.map((key) => ({ title: word(key), numeric: true }))],
    rows: parties.map((party) => ({
      id: `financed/net.${party.id}`,
      cells: [party.title, ...cells(party)],
      total: party.isSum,
    })),
  });
  return [
    {
      ...table("riskCarried", ["netBefore", "netAfter", "lossBefore", "lossAfter"], ({ id, before, after }) => [
        money(`net.${id}`, "mean", before?.mean),
        money(`financed/net.${id}`, "mean", after.mean),
        risk(`loses.${id}`),
        risk(`financed/loses.${id}`),
      ]),
      note: word("riskNote"),
    },
    table("riskWorst", ["givenBefore", "givenAfter", "worstBefore", "worstAfter"], ({ id, before, after }) => [
      money(`net.${id}`, "meanBelowZero", before?.meanBelowZero),
      money(`financed/net.${id}`, "meanBelowZero", after.meanBelowZero),
      money(`net.${id}`, "expectedShortfall|5", before?.expectedShortfall["5"]),
      money(`financed/net.${id}`, "expectedShortfall|5", after.expectedShortfall["5"]),
    ]),
  ];
}

/** What is repaid in each year, with its range. */
function repaidTable(context: Context): Table | undefined {
  const { about, word } = context;
  const to = about.financing?.repayment?.to;
  const years = Array.from({ length: about.horizonYears }, (_, year) => year).flatMap((year) => {
    const found = context.numberOutput(`repaid.y${year}`);
    return found === undefined ? [] : [{ year, found }];
  });
  if (to === undefined || years.length === 0) return undefined;
  const unit = tableUnit(
    context,
    years.map(({ found }) => found.percentiles["95"]?.value ?? found.mean.value),
  );
  return {
    caption: plain(fill(word("repaidByYear"), { who: context.running(to), unit: unitWords(context, unit) })),
    columns: [
      { title: word("yearColumn") },
      ...(["mean", "low", "high"] as const).map((key) => ({ title: word(key), numeric: true })),
    ],
    rows: years.map(({ year, found }) => ({
      cells: [
        context.yearLabel(year),
        moneyCell(context, unit, `outputs|repaid.y${year}|mean`, found.mean),
        ...(["5", "95"] as const).map((level) =>
          moneyCell(context, unit, `outputs|repaid.y${year}|percentiles|${level}`, found.percentiles[level]),
        ),
      ],
    })),
  };
}

/** What every party gets or gives by each agreement over the horizon. */
function movedTable(context: Context): Table | undefined {
  const { result, word } = context;
  const rows = result.financing ?? [];
  if (rows.length === 0) return undefined;
  const sums = new Map<string, { readonly row: TransferRow; sum: Figure }>();
  for (const row of rows) {
    const key = `${row.transfer}|${row.actor}`;
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { row, sum: row.received });
    else known.sum = add(known.sum, row.received);
  }
  const all = [...sums.values()];
  const unit = tableUnit(
    context,
    all.map(({ sum }) => sum.value),
  );
  return {
    caption: plain(fill(word("moved"), { unit: unitWords(context, unit) })),
    columns: [
      { title: word("movedWhat") },
      { title: word("movedWho") },
      { title: word("receivedWord"), numeric: true },
    ],
    rows: all.map(({ row, sum }) => ({
      cells: [
        transferTitle(context, row.transfer),
        context.title(row.actor),
        moneyCell(context, unit, `financing|${row.transfer}|${row.actor}`, sum),
      ],
    })),
  };
}

const transferWords: Readonly<Record<string, WordKey>> = {
  repayment: "repaymentWord",
  lossShare: "lossShareWord",
  resultShare: "resultShareWord",
};

/** What moves money, in words: of the file's own agreements their title. */
export const transferTitle = (context: Context, transfer: string): string =>
  transferWords[transfer] === undefined ? context.title(transfer) : context.word(transferWords[transfer]);
