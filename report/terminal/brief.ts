import { plain, type Sentence } from "../shown.ts";
import type { View } from "../view.ts";
import { actorLines, chosenOptionLines, figureLines, letteredLines, windLines } from "./sections.ts";
import { fromTable, headings, lower, textTable, wrap } from "./textTable.ts";

const mostRisks = 3;
const mostWinds = 3;
/** Of the key figures those of net value; the rest stands in the answer, or in the full summary. */
const main = /^(?:net|returnPerKrona)(?:\.|$)/;

/** What a decision hangs on: money, key risks, stop rules, who carries the risk, options, ordinary operation. */
export function briefLines(shown: View, columns: number): string[] {
  const { word, stopRules, financing, options, scaleUp, ordinary } = shown;
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", title, ...lines] : []);
  const paragraph = (sentences: readonly Sentence[]) => wrap(sentences.map(plain).join(" "), columns);
  const figures = shown.figures
    .slice(0, 1)
    .map((table) => ({ ...table, rows: table.rows.filter(({ id = "" }) => main.test(id)) }));
  const atScale = scaleUp?.lead ?? ordinary?.lead;
  return [
    ...section(word("t_figures"), figureLines(shown, figures, columns)),
    ...section(word("t_payback"), paragraph(shown.payback)),
    ...(shown.accounts[0] ? ["", ...actorLines(shown, shown.accounts[0], columns)] : []),
    ...worstRiskLines(shown, columns),
    ...(stopRules ? section(word(stopRules.heading), paragraph(stopRules.lead.slice(0, -1))) : []),
    ...(financing ? section(word("t_financing"), financingLines(financing, columns)) : []),
    ...(options ? section(word("t_options"), chosenOptionLines(shown, options, columns)) : []),
    ...(atScale ? section(word(scaleUp ? "t_scaleUp" : "t_ordinary"), paragraph(atScale)) : []),
    ...section(word("t_hangs"), windLines(shown, columns, mostWinds)),
    ...(shown.assumptions ? paragraph([shown.assumptions.count]) : []),
  ];
}

/** What was agreed in a sentence; where there is only a contract, what each party has before and after. */
function financingLines({ lead, tables }: NonNullable<View["financing"]>, columns: number): readonly string[] {
  return lead.length > 0 || tables.length === 0
    ? wrap(lead.map(plain).join(" "), columns)
    : letteredLines(tables[0], columns);
}

/** The first rows of the risk matrix, which is ranked. */
function worstRiskLines({ word, risks }: View, columns: number): string[] {
  if (risks === undefined) return [];
  const { table } = risks;
  const unit = table.caption.slice(table.caption.lastIndexOf(",") + 1).trim();
  const titles = table.columns.slice(1, 4).map(({ title }) => lower(title));
  const rows = fromTable(table, [0, 1, 2, 3]).slice(0, mostRisks);
  return ["", `${word("t_risks")} (${unit})`, ...textTable([headings(table, "", titles), ...rows], columns)];
}
