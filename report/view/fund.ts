import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, capital, fill, plain, type Sentence, type Table } from "../shown.ts";
import { moneyCell, tableUnit } from "./moneyUnit.ts";

/** How likely a fund is to run dry, and what it then lacks. */
export function fundSentences(context: Context, actor: string): Sentence[] {
  const { word, result } = context;
  const dry = result.chances?.fundDry?.probability;
  if (dry === undefined) return [];
  if (dry.value === 0) return [fill(word("fundNeverDry"), { who: context.running(actor) })];
  const worst = context.numberOutput("fundShortfall")?.expectedShortfall["5"];
  const amount: Cell =
    worst === undefined ? "–" : context.shown("outputs|fundShortfall|expectedShortfall|5", worst, context.currency);
  const chance = context.chance("chances|fundDry|probability", dry);
  return [fill(word("fundLead"), { who: capital(context.running(actor)), chance, amount })];
}

/** What a fund holds at the end of each year, and the chance that it has run dry by then. */
export function fundTable(context: Context): Table | undefined {
  const { about, result, word } = context;
  const actor = about.financing?.fund;
  const years = Array.from({ length: about.horizonYears }, (_, year) => year).flatMap((year) => {
    const found = context.numberOutput(`fundBalance.y${year}`);
    return found === undefined ? [] : [{ year, found }];
  });
  if (actor === undefined || years.length === 0) return undefined;
  const unit = tableUnit(
    context,
    years.flatMap(({ found }) => [found.percentiles["5"].value, found.percentiles["95"].value]),
  );
  const dry = (year: number): Cell => {
    const chance = result.chances?.[`fundDry.y${year}`]?.probability;
    return chance === undefined ? "–" : context.chance(`chances|fundDry.y${year}|probability`, chance);
  };
  return {
    caption: plain(
      fill(word("fundByYear"), {
        who: context.running(actor),
        unit: moneyUnitText(unit, about.currency, context.language),
      }),
    ),
    columns: [
      { title: word("yearColumn") },
      ...(["mean", "low", "high", "dryBy"] as const).map((key) => ({ title: word(key), numeric: true })),
    ],
    rows: years.map(({ year, found }) => ({
      id: `fundBalance.y${year}`,
      cells: [
        context.yearLabel(year),
        moneyCell(context, unit, `outputs|fundBalance.y${year}|mean`, found.mean),
        ...(["5", "95"] as const).map((level) =>
          moneyCell(context, unit, `outputs|fundBalance.y${year}|percentiles|${level}`, found.percentiles[level]),
        ),
        dry(year),
      ],
    })),
  };
}
