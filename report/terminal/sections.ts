import type { Language } from "../../engine/issues.ts";
import type { Result } from "../../engine/result/result.ts";
import { decimal } from "../format.ts";
import { fill, plain, type Table } from "../shown.ts";
import type { OptionsView } from "../view/options.ts";
import type { View } from "../view.ts";
import { fromTable, headings, lower, textTable, wrap } from "./textTable.ts";

const barCells = 20;
const mostWinds = 5;

export function criteriaLines(shown: View, table: Table, columns: number): string[] {
  const rest =
    table.columns.length === 3
      ? [shown.word("t_whole"), shown.word("t_deducted")]
      : [shown.word("chance").toLowerCase()];
  return textTable([headings(table, "", rest), ...fromTable(table)], columns);
}

/** The options beside each other. */
export function chosenOptionLines({ word }: View, { lead, compared }: OptionsView, columns: number): string[] {
  const best = compared.columns.length - 1;
  const titles = [
    word("cost").toLowerCase(),
    word("netWord").toLowerCase(),
    word("t_optionGain"),
    word("t_optionBest"),
  ];
  return [
    ...wrap(lead.map(plain).join(" "), columns),
    ...textTable([{ cells: [unitOf(compared), ...titles] }, ...fromTable(compared, [0, 1, 3, 5, best])], columns),
  ];
}

/** The same, and then what each differs by from the proposal. */
export function optionLines(shown: View, options: OptionsView, columns: number): string[] {
  const { word } = shown;
  const { differences } = options;
  const further = [word("cost").toLowerCase(), word("netWord").toLowerCase(), word("standardError").toLowerCase()];
  return [
    ...chosenOptionLines(shown, options, columns),
    "",
    ...wrap(differences.caption, columns),
    ...textTable([{ cells: ["", ...further] }, ...fromTable(differences, [0, 1, 3, 4])], columns),
  ];
}

const unitOf = ({ caption }: Table): string => `(${caption.slice(caption.lastIndexOf(",") + 1).trim()})`;

export function besideLines(table: Table, columns: number): string[] {
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  return [
    ...textTable([headings(table, "", titles), ...fromTable(table)], columns),
    ...wrap(table.note ?? "", columns),
  ];
}

/** A table as it stands, with its own headings. */
export function plainLines(table: Table, columns: number): string[] {
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  return textTable([headings(table, "", titles), ...fromTable(table)], columns);
}

export function lossLines({ word }: View, table: Table, columns: number): string[] {
  const titles = (["t_chanceLoss", "t_expectedLoss", "t_lossGivenLoss", "t_worst"] as const).map(word);
  return textTable([headings(table, "", titles), ...fromTable(table)], columns);
}

export const lossTitle = (shown: View, { caption }: Table): string =>
  `${shown.word("t_losses")} (${caption.slice(caption.lastIndexOf(",") + 1).trim()})`;

/** Of an outcome's figures the change, and how it comes about where something is taken off. */
const ofOutcome = /^(?:cases|caseYearsGross|deadweight|attribution|displacement|dropOff|caseYears)\.[^.]+$/;

export function figureLines(shown: View, tables: readonly Table[], columns: number): string[] {
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

export function actorLines(shown: View, table: Table, columns: number): string[] {
  const unit = table.caption.slice(table.caption.lastIndexOf(",") + 1).trim();
  const titles = [shown.word("cost"), shown.word("benefit"), shown.word("netWord"), shown.word("chanceGain")].map(
    (title) => title.toLowerCase(),
  );
  const lines = textTable([headings(table, "", titles), ...fromTable(table)], columns);
  return [`${shown.word("t_actors")} (${unit})`, ...lines];
}

export function weightLines({ word }: View, table: Table, columns: number): string[] {
  const unit = table.caption.slice(table.caption.lastIndexOf(",") + 1).trim();
  const titles = [word("weight"), word("netWord"), word("weightedNet")].map(lower);
  return [`${word("t_weights")} (${unit})`, ...textTable([headings(table, "", titles), ...fromTable(table)], columns)];
}

/** The balance of each committee and year, then when its frame can be lowered. */
export function budgetLines(
  { word }: View,
  { planned, frames }: NonNullable<View["budget"]>,
  columns: number,
): string[] {
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

export function ordinaryLines(shown: View, { lead, tables }: NonNullable<View["ordinary"]>, columns: number): string[] {
  const rows = tables[0].rows.map(({ cells }) => {
    const [title, mean, low, high] = cells.map(plain);
    return { cells: [title, mean, low === "" ? "" : `${low} … ${high}`] };
  });
  return [
    ...wrap(lead.map(plain).join(" "), columns),
    ...textTable([{ cells: ["", shown.word("mean").toLowerCase(), shown.word("t_interval")] }, ...rows], columns),
  ];
}

export function scaleLines({ lead, beside, further }: NonNullable<View["scaleUp"]>, columns: number): string[] {
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
export function letteredLines(table: Table, columns: number): string[] {
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  if (titles.every((title) => title.length <= 20)) return plainLines(table, columns);
  const letters = titles.map((_, index) => `(${"abcdef"[index]})`);
  return [
    ...textTable([headings(table, "", letters), ...fromTable(table)], columns),
    ...titles.flatMap((title, index) => wrap(`${letters[index]} ${title}`, columns)),
  ];
}

/** The headings are long: letters stand in their place, told below. */
export function loserLines(table: Table, columns: number): string[] {
  const [, loses, ...though] = table.columns.map(({ title }) => lower(title));
  const letters = though.map((_, index) => `(${"ab"[index]})`);
  return [
    ...textTable([headings(table, "", [loses, ...letters]), ...fromTable(table)], columns),
    ...wrap(though.map((title, index) => `${letters[index]} ${title}`).join("  "), columns),
  ];
}

/** What of the benefits a budget sees; year by year it stands on the page. */
export function partLines(table: Table, columns: number): string[] {
  if (table.rows.every(({ id }) => id === undefined)) return [];
  const unitAt = table.caption.lastIndexOf(",");
  const titles = table.columns.slice(1).map(({ title }) => lower(title));
  return [
    "",
    ...wrap(`${table.caption.slice(0, unitAt).toUpperCase()} (${table.caption.slice(unitAt + 1).trim()})`, columns),
    ...textTable([headings(table, "", titles), ...fromTable(table)], columns),
  ];
}

export function levelLines(shown: View, { lead, table }: NonNullable<View["levels"]>, columns: number): string[] {
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

export function windLines(shown: View, columns: number, most = mostWinds): string[] {
  const picture = shown.pictures.find((one) => one.kind === "tornado");
  if (picture?.kind !== "tornado") return [];
  const clear = picture.rows.filter((row) => !row.unclear).slice(0, most);
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

export function worthLines(shown: View, columns: number): string[] {
  return shown.pictures.flatMap(({ kind, title, table }) => {
    if (kind !== "acceptability") return [];
    const [worth] = table.columns.map((column) => lower(column.title));
    const cells = [worth, shown.word("chance").toLowerCase(), shown.word("t_bestOnMean")];
    return [...wrap(title, columns), ...textTable([{ cells }, ...fromTable(table)], columns)];
  });
}

/** The frontier alone, amounts with the same best together; every option's curve stands on the page. */
export function optionWorthLines(shown: View, columns: number): string[] {
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

export function reproducesLines(shown: View, table: Table, columns: number): string[] {
  const rows = table.rows.map(({ cells }) => {
    const [figure, source, ours, agrees] = cells.map(plain);
    return { cells: [figure, source, ours, agrees] };
  });
  const titles = [shown.word("sourceFigure"), shown.word("ours"), shown.word("agrees")].map((title) =>
    title.toLowerCase(),
  );
  return textTable([{ cells: ["", ...titles] }, ...rows], columns);
}

export function runLine({ manifest }: Result, language: Language, { word }: View): string {
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
