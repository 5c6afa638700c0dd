import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Result } from "../engine/result/result.ts";
import { fill, plain, type Sentence } from "./shown.ts";
import { briefLines } from "./terminal/brief.ts";
import { financingLines } from "./terminal/financing.ts";
import { peopleLines } from "./terminal/people.ts";
import { riskLines } from "./terminal/risks.ts";
import {
  actorLines,
  besideLines,
  budgetLines,
  criteriaLines,
  figureLines,
  levelLines,
  loserLines,
  lossLines,
  lossTitle,
  optionLines,
  optionWorthLines,
  ordinaryLines,
  partLines,
  plainLines,
  reproducesLines,
  runLine,
  scaleLines,
  weightLines,
  windLines,
  worthLines,
} from "./terminal/sections.ts";
import { stopRuleLines, verdictLines } from "./terminal/stopRules.ts";
import { wrap } from "./terminal/textTable.ts";
import { updateLines } from "./update/terminal.ts";
import { byAdvice } from "./view/cautions.ts";
import { type View, view } from "./view.ts";

/** `brief`: what a decision hangs on, on two or three screens. `full`: all that was computed. */
export type Extent = "brief" | "full";

/** What a run came to, for a terminal: plain text, at most `columns` wide. Ends without a line feed. */
export function summaryText(
  result: Result,
  about: About,
  language: Language,
  columns = 80,
  extent: Extent = "full",
): string {
  const shown = view(result, about, language);
  const { word } = shown;
  const lines = [
    ...openingLines(shown, language, columns),
    ...(extent === "brief" ? briefLines(shown, columns) : fullLines(shown, columns)),
    ...section(
      word("t_notCounted"),
      shown.notCounted.flatMap((one) => wrap(`- ${one}`, columns)),
    ),
    ...section(
      word("t_warnings"),
      byAdvice(shown.warnings).flatMap(({ found, mend }) => [
        ...found.flatMap((one) => wrap(`! ${one}.`, columns)),
        ...wrap(plain(fill(word("whatToDo"), { mend })), columns, 2),
      ]),
    ),
    ...acceptedLines(shown, columns),
    "",
    ...wrap(runLine(result, language, shown), columns),
    ...(extent === "brief" ? wrap(word("t_more"), columns) : []),
  ];
  return lines.join("\n");
}

const paragraph = (sentences: readonly Sentence[], columns: number) => wrap(sentences.map(plain).join(" "), columns);
const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", title, ...lines] : []);

/** What it is, the answer, what to bear in mind, what has been seen so far, the goals. */
function openingLines(shown: View, language: Language, columns: number): string[] {
  return [
    ...(shown.status ? wrap(`* ${shown.status} *`, columns) : []),
    ...wrap(shown.title, columns),
    ...wrap(`${plain(shown.version)} · ${plain(shown.basis)}`, columns),
    "",
    ...paragraph(shown.answer.chance, columns),
    ...paragraph(shown.answer.money, columns),
    ...(shown.risks?.worst ? paragraph([shown.risks.worst], columns) : []),
    ...shown.forTarget.flatMap((sentence) => wrap(plain(sentence), columns)),
    ...byAdvice(shown.cautions).flatMap(({ found, mend }) => [
      "",
      ...found.flatMap((one) => wrap(`! ${one}.`, columns)),
      ...wrap(`${mend}.`, columns, 2),
    ]),
    ...(shown.update ? updateLines(shown.update, language, columns) : []),
    ...(shown.criteria ? section(shown.word("t_goals"), criteriaLines(shown, shown.criteria, columns)) : []),
  ];
}

/** All the rest: goals, money, risks and rules, options, ordinary operation, people, and what it all hangs on. */
function fullLines(shown: View, columns: number): string[] {
  const { word } = shown;
  return [
    ...(shown.failures ? section(word("t_inTheWay"), plainLines(shown.failures, columns)) : []),
    ...(shown.verdicts ? section(word("t_verdicts"), verdictLines(shown.verdicts, columns)) : []),
    ...section(word("t_figures"), figureLines(shown, shown.figures, columns)),
    ...(shown.comparators ? section(word("t_comparators"), plainLines(shown.comparators, columns)) : []),
    ...section(word("t_payback"), paragraph(shown.payback, columns)),
    ...(shown.accounts[0] ? ["", ...actorLines(shown, shown.accounts[0], columns)] : []),
    ...(shown.losers ? section(word("t_whoLoses"), loserLines(shown.losers, columns)) : []),
    ...(shown.budget ? ["", ...budgetLines(shown, shown.budget, columns)] : []),
    ...shown.partsOfBenefit.flatMap((one) => partLines(one, columns)),
    ...(shown.weights ? ["", ...weightLines(shown, shown.weights, columns)] : []),
    ...(shown.losses ? section(lossTitle(shown, shown.losses), lossLines(shown, shown.losses, columns)) : []),
    ...riskLines(shown, columns),
    ...(shown.stopRules ? section(word(shown.stopRules.heading), stopRuleLines(shown.stopRules, columns)) : []),
    ...(shown.financing ? section(word("t_financing"), financingLines(shown.financing, columns)) : []),
    ...(shown.options ? section(word("t_options"), optionLines(shown, shown.options, columns)) : []),
    ...(shown.ordinary ? section(word("t_ordinary"), ordinaryLines(shown, shown.ordinary, columns)) : []),
    ...(shown.scaleUp ? section(word("t_scaleUp"), scaleLines(shown.scaleUp, columns)) : []),
    ...peopleLines(shown, columns),
    ...section(word("t_acceptability"), worthLines(shown, columns)),
    ...section(word("t_optionWorth"), optionWorthLines(shown, columns)),
    ...section(word("t_hangs"), windLines(shown, columns)),
    ...(shown.beside ? section(word("t_beside"), besideLines(shown.beside, columns)) : []),
    ...(shown.levels ? section(word("t_levels"), levelLines(shown, shown.levels, columns)) : []),
    ...(shown.reproduces ? section(word("t_reproduces"), reproducesLines(shown, shown.reproduces, columns)) : []),
  ];
}

const acceptedLines = (shown: View, columns: number): string[] =>
  section(
    shown.word("t_accepted"),
    (shown.accepted?.rows ?? []).flatMap(({ cells }) => [
      ...wrap(`- ${plain(cells[0])}.`, columns),
      ...wrap(plain(cells[1]), columns, 2),
    ]),
  );
