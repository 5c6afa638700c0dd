import type { Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Table } from "../shown.ts";

/** More outcomes than these, and their cases stand in the tables of outcomes alone. */
const mostOutcomes = 3;
const money = ["pvCost", "pvBenefit", "net"] as const;

/** What each segment comes to, for whom the page leads with: people, cases, money. Undefined where no money is divided. */
export function bySegment(context: Context): Table | undefined {
  const { about, word } = context;
  const who = context.leading === null ? "" : `.${context.leading}`;
  const segments = segmentsOf(context, `net${who}`);
  if (segments.length === 0) return undefined;
  const outcomes = about.outcomes.length > mostOutcomes ? [] : about.outcomes;
  const parts = ["", ...segments.map((id) => `.${id}`)];
  const undivided = money.map((figure) => undividedOf(context, figure, who));
  // A group can't be said to gain or lose where a part of what it costs and gives stands with no group.
  const isDivided = undivided.every(({ value }) => value === 0);
  const unit = context.moneyUnitFor(
    ...money.flatMap((figure) => parts.map((part) => context.numberOutput(`${figure}${who}${part}`)?.mean.value ?? 0)),
  );
  const amount = (ref: string, figure: Figure | undefined): Cell => {
    if (figure === undefined) return "–";
    if (figure.value === 0) return "0";
    return context.amount(ref, figure, unit, unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent);
  };
  const row = (title: string, part: string): Table["rows"][number] => {
    const number = (id: string): Cell => {
      const mean = context.numberOutput(id)?.mean;
      return mean === undefined ? "–" : context.shown(`outputs|${id}|mean`, mean, "1");
    };
    const isTold = part === "" || isDivided;
    const chance = isTold ? context.numberOutput(`net${who}${part}`)?.chanceAboveZero : undefined;
    return {
      id: `net${who}${part}`,
      cells: [
        title,
        number(`completed${part}`),
        ...outcomes.map(({ id }) => number(`cases.${id}${part}`)),
        ...money.map((figure) => {
          const id = `${figure}${who}${part}`;
          return amount(`outputs|${id}|mean`, context.numberOutput(id)?.mean);
        }),
        chance === undefined ? "–" : context.chance(`outputs|net${who}${part}|chanceAboveZero`, chance),
      ],
      ...(part === "" ? { total: true } : {}),
    };
  };
  const rest: Table["rows"][number] = {
    cells: [
      word("notDivided"),
      "–",
      ...outcomes.map((): Cell => "–"),
      ...money.map((figure, k) => amount(`accounts|${figure}${who}|undivided`, undivided[k])),
      "–",
    ],
  };
  const unitText = moneyUnitText(unit, about.currency, context.language);
  return {
    caption: plain(fill(word("bySegment"), { who: context.leadingRunning, unit: unitText })),
    columns: [
      { title: word("segmentColumn") },
      { title: context.figureWord("completed"), numeric: true },
      ...outcomes.map(({ id }) => ({ title: casesTitle(context, id), numeric: true })),
      { title: word("cost"), numeric: true },
      { title: word("benefit"), numeric: true },
      { title: word("netWord"), numeric: true },
      { title: word("chanceGain"), numeric: true },
    ],
    rows: [
      ...segments.map((id) => row(context.title(id), `.${id}`)),
      ...(undivided.some(({ value }) => value !== 0) ? [rest] : []),
      row(word("total"), ""),
    ],
    note: word("bySegmentNote"),
  };
}

/** "Change through the programme: Falls (hours)". */
function casesTitle(context: Context, outcome: string): string {
  const unit = context.numberOutput(`cases.${outcome}`)?.unit ?? "";
  const words = /^(?:people|persons?|cases?)$/.test(unit) ? "" : ` (${context.unit(unit)})`;
  return `${context.figureWord("cases", outcome)}: ${context.title(outcome)}${words}`;
}

/** What is not divided into segments, added up over the rows of the accounts. */
function undividedOf(
  { result, about, leading, leavesOf }: Context,
  figure: (typeof money)[number],
  who: string,
): Figure {
  const leaves = leading === null ? undefined : (about.perspectives[who.slice(1)] ?? leavesOf(who.slice(1)));
  const rows = result.accounts.filter(
    (row) => row.discounted && row.segment === null && (leaves === undefined || leaves.includes(row.actor)),
  );
  const of = (pick: "cost" | "benefit", key: "value" | "se") => rows.reduce((sum, row) => sum + row[pick][key], 0);
  const se =
    figure === "net" ? of("cost", "se") + of("benefit", "se") : of(figure === "pvCost" ? "cost" : "benefit", "se");
  const cost = of("cost", "value");
  const benefit = of("benefit", "value");
  const value = figure === "net" ? benefit - cost : figure === "pvCost" ? cost : benefit;
  return { value, se, low: value, high: value };
}

/** The segments that a figure is given for. */
export const segmentsOf = ({ about, result }: Context, figure: string): readonly string[] =>
  Object.keys(about.titles).filter((id) => Object.hasOwn(result.outputs, `${figure}.${id}`));
