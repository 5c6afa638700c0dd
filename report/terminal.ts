import type { Language } from "../engine/issues.ts";
import type { About } from "../engine/result/about.ts";
import type { Result } from "../engine/result/result.ts";
import { decimal } from "./format.ts";
import { fill, plain, type Sentence, type Table } from "./shown.ts";
import { financingLines } from "./terminal/financing.ts";
import { peopleLines } from "./terminal/people.ts";
import { riskLines } from "./terminal/risks.ts";
import { stopRuleLines, verdictLines } from "./terminal/stopRules.ts";
import { fromTable, headings, lower, textTable, wrap } from "./terminal/textTable.ts";
import { updateLines } from "./update/terminal.ts";
import { byAdvice } from "./view/cautions.ts";
import type { OptionsView } from "./view/options.ts";
import { type View, view } from "./view.ts";

const barCells = 20;
const mostWinds = 5;
/** What a run came to, for a terminal: plain text, at most `columns` wide. Ends without a line feed. */
export function summaryText(result: Result, about: About, language: Language, columns = 80): string {
  const shown = view(result, about, language);
  const { word } = shown;
  const paragraph = (sentences: readonly Sentence[]) => wrap(sentences.map(plain).join(" "), columns);
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", title, ...lines] : []);
  const lines = [
    ...(shown.status ? wrap(`* ${shown.status} *`, columns) : []),
    ...wrap(shown.title, columns),
    ...wrap(`${plain(shown.version)} · ${plain(shown.basis)}`, columns),
    "",
    ...paragraph(shown.answer.chance),
    ...paragraph(shown.answer.money),
    ...(shown.risks?.worst ? paragraph([shown.risks.worst]) : []),
    ...shown.forTarget.flatMap((sentence) => wrap(plain(sentence), columns)),
    ...byAdvice(shown.cautions).flatMap(({ found, mend }) => [
      "",
      ...found.flatMap((one) => wrap(`! ${one}.`, columns)),
      ...wrap(`${mend}.`, columns, 2),
    ]),
    ...(shown.update ? updateLines(shown.update, language, columns) : []),
    ...(shown.criteria ? section(word("t_goals"), criteriaLines(shown, shown.criteria, columns)) : []),
    ...(shown.failures ? section(word("t_inTheWay"), plainLines(shown.failures, columns)) : []),
    ...section(word("t_figures"), figureLines(shown, shown.figures, columns)),
    ...(shown.comparators ? section(word("t_comparators"), plainLines(shown.comparators, columns)) : []),
    ...(shown.losses ? section(lossTitle(shown, shown.losses), lossLines(shown, shown.losses, columns)) : []),
    ...riskLines(shown, columns),
    ...(shown.beside ? section(word("t_beside"), besideLines(shown.beside, columns)) : []),
    ...(shown.accounts[0] ? ["", ...actorLines(shown, shown.accounts[0], columns)] : []),
    ...(shown.options ? section(word("t_options"), optionLines(shown, shown.options, columns)) : []),
    ...shown.partsOfBenefit.flatMap((one) => partLines(one, columns)),
    ...(shown.losers ? section(word("t_whoLoses"), loserLines(shown.losers, columns)) : []),
    ...(shown.stopRules ? section(word("t_stopRules"), stopRuleLines(shown.stopRules, columns)) : []),
    ...(shown.verdicts ? section(word("t_verdicts"), verdictLines(shown.verdicts, columns)) : []),
    ...(shown.financing ? section(word("t_financing"), financingLines(shown.financing, columns)) : []),
    ...(shown.weights ? ["", ...weightLines(shown, shown.weights, columns)] : []),
    ...(shown.budget ? ["", ...budgetLines(shown, shown.budget, columns)] : []),
    ...peopleLines(shown, columns),
    ...(shown.ordinary ? section(word("t_ordinary"), ordinaryLines(shown, shown.ordinary, columns)) : []),
    ...(shown.scaleUp ? section(word("t_scaleUp"), scaleLines(shown.scaleUp, columns)) : []),
    ...section(word("t_payback"), paragraph(shown.payback)),
    ...(shown.levels ? section(word("t_levels"), levelLines(shown, shown.levels, columns)) : []),
    ...section(word("t_acceptability"), worthLines(shown, columns)),
    ...section(word("t_optionWorth"), optionWorthLines(shown, columns)),
    ...section(word("t_hangs"), windLines(shown, columns)),
    ...(shown.reproduces ? section(word("t_reproduces"), reproducesLines(shown, shown.reproduces, columns)) : []),
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
    ...section(
      word("t_accepted"),
      (shown.accepted?.rows ?? []).flatMap(({ cells }) => [
        ...wrap(`- ${plain(cells[0])}.`, columns),
        ...wrap(plain(cells[1]), columns, 2),
      ]),
    ),
    "",
    ...wrap(runLine(result, language, shown), columns),
  ];
  return lines.join("\n");
}

function criteriaLines(shown: View, table: Table, columns: number): string[] {
  const rest =
    table.columns.length === 3
      ? [shown.word("t_whole"), shown.word("t_deducted")]
      : [shown.word("chance").toLowerCase()];
  return textTable([headings(table, "", rest), ...fromTable(table)], columns);
}

function optionLines({ word }: View, { lead, compared, differences }: OptionsView, columns: number): string[] {
  const best = compared.columns.length - 1;
  const titles = [
    word("cost").toLowerCase(),
    word("netWord").toLowerCase(),
    word("t_optionGain"),
    word("t_optionBest"),
  ];
  const further = [word("cost").toLowerCase(), word("netWord").toLowerCase(), word("standardError").toLowerCase()];
  return [
    ...wrap(lead.map(plain).join(" "), columns),
    ...textTable([{ cells: [unitOf(compared), ...titles] }, ...fromTable(compared, [0, 1, 3, 5, best])], columns),
    "",
    ...wrap(differences.caption, columns),
    ...textTable([{ cells: ["", ...further] }, ...fromTable(differences, [0, 1, 3, 4])], columns),
  ];
}

const unitOf = ({ caption }: Table): string => `(${caption.slice(caption.lastIndexOf(",") + 1).trim()})`;

function besideLines(table: Table, columns: number): string[] {
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  return [
    ...textTable([headings(table, "", titles), ...fromTable(table)], columns),
    ...wrap(table.note ?? "", columns),
  ];
}

/** A table as it stands, with its own headings. */
function plainLines(table: Table, columns: number): string[] {
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  return textTable([headings(table, "", titles), ...fromTable(table)], columns);
}

function lossLines({ word }: View, table: Table, columns: number): string[] {
  const titles = (["t_chanceLoss", "t_expectedLoss", "t_lossGivenLoss", "t_worst"] as const).map(word);
  return textTable([headings(table, "", titles), ...fromTable(table)], columns);
}

const lossTitle = (shown: View, { caption }: Table): string =>
  `${shown.word("t_losses")} (${caption.slice(caption.lastIndexOf(",") + 1).trim()})`;

/** Of an outcome's figures the change, and how it comes about where something is taken off. */
const ofOutcome = /^(?:cases|caseYearsGross|deadweight|attribution|displacement|dropOff|caseYears)\.[^.]+$/;

function figureLines(shown: View, tables: readonly Table[], columns: number): string[] {
  const own = tables.flatMap((table, index) =>
    table.rows
      .filter(({ id = "" }) => index === 0 || ofOutcome.test(id))
      .map(({ cells }) => ({
        title: index === 0 ? plain(cells[0]) : `${table.caption}: ${lower(plain(cells[0]))}`,
        cells,
      })),
  );
  if (own.length === 0) return [];
  const rows = own.map(({ title, cells }) => {
    const [, mean, error, low, , high] = cells.map(plain);
    // "−0.5 … 14 million kr": a unit that both ends share is said once.
    const unit = high.slice(high.search(/[\p{L}%]/u));
    const bare =
      low.endsWith(unit) && unit.length < low.length && /\p{L}|%/u.test(unit)
        ? low.slice(0, -unit.length).trimEnd()
        : low;
    const between = low === high ? low : `${bare} … ${high}`;
    return { cells: [title, mean, error, between] };
  });
  return textTable(
    [
      {
        cells: [
          "",
          shown.word("mean").toLowerCase(),
          shown.word("standardError").toLowerCase(),
          shown.word("t_interval"),
        ],
      },
      ...rows,
    ],
    columns,
  );
}

function actorLines(shown: View, table: Table, columns: number): string[] {
  const unit = table.caption.slice(table.caption.lastIndexOf(",") + 1).trim();
  const titles = [shown.word("cost"), shown.word("benefit"), shown.word("netWord"), shown.word("chanceGain")].map(
    (title) => title.toLowerCase(),
  );
  const lines = textTable([headings(table, "", titles), ...fromTable(table)], columns);
  return [`${shown.word("t_actors")} (${unit})`, ...lines];
}

function weightLines({ word }: View, table: Table, columns: number): string[] {
  const unit = table.caption.slice(table.caption.lastIndexOf(",") + 1).trim();
  const titles = [word("weight"), word("netWord"), word("weightedNet")].map(lower);
  return [`${word("t_weights")} (${unit})`, ...textTable([headings(table, "", titles), ...fromTable(table)], columns)];
}

/** The balance of each committee and year, then when its frame can be lowered. */
function budgetLines({ word }: View, { planned, frames }: NonNullable<View["budget"]>, columns: number): string[] {
  const unit = planned.caption.slice(planned.caption.lastIndexOf(",") + 1).trim();
  const years = planned.columns.slice(1).map(({ title }) => title);
  const balances = planned.rows
    .filter(({ depth }) => depth === undefined)
    .map(({ cells }) => ({ cells: cells.map(plain) }));
  const titles = frames?.columns.slice(1).map(({ title }) => lower(title)) ?? [];
  return [
    ...wrap(`${word("t_budget")} (${unit})`, columns),
    ...textTable([{ cells: ["", ...years] }, ...balances], columns),
    ...(frames ? textTable([{ cells: [word("t_frames"), ...titles] }, ...fromTable(frames)], columns) : []),
  ];
}

function ordinaryLines(shown: View, { lead, tables }: NonNullable<View["ordinary"]>, columns: number): string[] {
  const rows = tables[0].rows.map(({ cells }) => {
    const [title, mean, low, high] = cells.map(plain);
    return { cells: [title, mean, low === "" ? "" : `${low} … ${high}`] };
  });
  return [
    ...wrap(lead.map(plain).join(" "), columns),
    ...textTable([{ cells: ["", shown.word("mean").toLowerCase(), shown.word("t_interval")] }, ...rows], columns),
  ];
}

function scaleLines({ lead, beside, further }: NonNullable<View["scaleUp"]>, columns: number): string[] {
  return [
    ...wrap(lead.map(plain).join(" "), columns),
    ...plainLines(beside, columns),
    ...wrap(beside.note ?? "", columns),
    ...further.flatMap((one) => [
      "",
      ...wrap(one.caption, columns),
      ...letteredLines(one, columns),
      ...wrap(one.note ?? "", columns),
    ]),
  ];
}

/** A table as it stands; where its headings are sentences, letters stand in their place, told below. */
function letteredLines(table: Table, columns: number): string[] {
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  if (titles.every((title) => title.length <= 20)) return plainLines(table, columns);
  const letters = titles.map((_, index) => `(${"abcdef"[index]})`);
  return [
    ...textTable([headings(table, "", letters), ...fromTable(table)], columns),
    ...titles.flatMap((title, index) => wrap(`${letters[index]} ${title}`, columns)),
  ];
}

/** The headings are long: letters stand in their place, told below. */
function loserLines(table: Table, columns: number): string[] {
  const [, loses, ...though] = table.columns.map(({ title }) => lower(title));
  const letters = though.map((_, index) => `(${"ab"[index]})`);
  return [
    ...textTable([headings(table, "", [loses, ...letters]), ...fromTable(table)], columns),
    ...wrap(though.map((title, index) => `${letters[index]} ${title}`).join("  "), columns),
  ];
}

/** What of the benefits a budget sees; year by year it stands on the page. */
function partLines(table: Table, columns: number): string[] {
  if (table.rows.every(({ id }) => id === undefined)) return [];
  const unitAt = table.caption.lastIndexOf(",");
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  return [
    "",
    ...wrap(`${table.caption.slice(0, unitAt).toUpperCase()} (${table.caption.slice(unitAt + 1).trim()})`, columns),
    ...textTable([headings(table, "", titles), ...fromTable(table)], columns),
  ];
}

function levelLines(shown: View, { lead, table }: NonNullable<View["levels"]>, columns: number): string[] {
  const titles = [
    shown.word("t_fromAssumptions"),
    shown.word("t_fromChance"),
    shown.word("standardError").toLowerCase(),
    shown.word("t_sdOfChance"),
  ];
  return [
    ...wrap(lead.map(plain).join(" "), columns),
    ...textTable([{ cells: ["", ...titles] }, ...fromTable(table, [0, 1, 2, 3, 5])], columns),
  ];
}

function windLines(shown: View, columns: number): string[] {
  const picture = shown.pictures.find((one) => one.kind === "tornado");
  if (picture?.kind !== "tornado") return [];
  const clear = picture.rows.filter((row) => !row.unclear).slice(0, mostWinds);
  return textTable(
    clear.map((row) => {
      const filled = Math.max(1, Math.round(Math.abs(row.value) * barCells));
      const sign = row.value > 0 ? "+" : "";
      return {
        cells: [
          row.name,
          `${sign}${decimal(row.value, -2, shown.language)}`,
          "█".repeat(filled) + "·".repeat(Math.max(0, barCells - filled)),
        ],
      };
    }),
    columns,
  );
}

function worthLines(shown: View, columns: number): string[] {
  return shown.pictures.flatMap(({ kind, title, table }) => {
    if (kind !== "acceptability") return [];
    const [worth] = table.columns.map((column) => lower(column.title));
    const cells = [worth, shown.word("chance").toLowerCase(), shown.word("t_bestOnMean")];
    return [...wrap(title, columns), ...textTable([{ cells }, ...fromTable(table)], columns)];
  });
}

/** The frontier alone, amounts with the same best together; every option's curve stands on the page. */
function optionWorthLines(shown: View, columns: number): string[] {
  return shown.pictures.flatMap(({ kind, title, table }) => {
    if (kind !== "optionAcceptability") return [];
    const [worth, best] = table.columns.map((column) => lower(column.title));
    const runs: { name: string; amounts: string[]; chances: string[] }[] = [];
    for (const row of table.rows) {
      const [amount, name, chance] = row.cells.map(plain);
      if (runs.at(-1)?.name !== name) runs.push({ name, amounts: [], chances: [] });
      runs.at(-1)!.amounts.push(amount);
      runs.at(-1)!.chances.push(chance);
    }
    const span = (all: readonly string[]) => [...new Set([all[0], all[all.length - 1]])].join(" … ");
    const rows = runs.map(({ name, amounts, chances }) => ({ cells: [name, span(amounts), span(chances)] }));
    return [
      ...wrap(title, columns),
      ...textTable([{ cells: [best, worth, shown.word("chance").toLowerCase()] }, ...rows], columns),
      ...wrap(table.note ?? "", columns),
    ];
  });
}

function reproducesLines(shown: View, table: Table, columns: number): string[] {
  const rows = table.rows.map(({ cells }) => {
    const [figure, source, ours, agrees] = cells.map(plain);
    return { cells: [figure, source, ours, agrees] };
  });
  const titles = [shown.word("sourceFigure"), shown.word("ours"), shown.word("agrees")].map((title) =>
    title.toLowerCase(),
  );
  return textTable([{ cells: ["", ...titles] }, ...rows], columns);
}

function runLine({ manifest }: Result, language: Language, { word }: View): string {
  const design = word(manifest.design === "sobol" ? "d_sobol" : "d_plain");
  return plain(
    fill(word("t_run"), {
      draws: decimal(manifest.draws, 0, language),
      design,
      seed: manifest.seed,
      engine: manifest.engine,
    }),
  );
}
