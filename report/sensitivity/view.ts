import { type Issue, type Language, say } from "../../engine/issues.ts";
import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import { fewInputs } from "../../engine/sensitivity/defaultMethods.ts";
import type { Sensitivity } from "../../engine/sensitivity/sensitivity.ts";
import { decimal } from "../format.ts";
import { fill, type Table } from "../shown.ts";
import { boxSentences } from "./boxes.ts";
import { gapSentence } from "./gapSentence.ts";
import type { Naming } from "./naming.ts";
import { gridsOf, pairSentences } from "./pairs.ts";
import type { SensitivityPicture } from "./picture.ts";
import { picturesOf } from "./pictures.ts";
import { isIndistinct, quoted, rowTitle, sayFigure } from "./rows.ts";
import { switchingSentences } from "./switchingSentences.ts";
import { sensitivityWord as word, wordsOf } from "./words.ts";

/** One method's findings of one output, in words. */
export interface SensitivitySection {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** What it is about, and from how many draws or runs. */
  readonly about: string;
  readonly headline: string;
  /** What the method says in whole sentences beside it. */
  readonly sentences: readonly string[];
  readonly notes: readonly string[];
  /** Inputs, then for each measure the figure and its interval. */
  readonly table: Table | undefined;
  /** Of two inputs: the output over both. */
  readonly grids: readonly Table[];
  readonly pictures: readonly SensitivityPicture[];
}

export interface SensitivityView {
  readonly title: string;
  /** Draws, seed and design. */
  readonly made: string;
  /** How methods were chosen. */
  readonly rule: string;
  readonly interrupted: string | undefined;
  readonly sections: readonly SensitivitySection[];
}

/** What several methods found, in one language. */
export function sensitivityView({ manifest, choice, outputs, analyses }: Sensitivity, naming: Naming): SensitivityView {
  const { language } = naming;
  const n = (value: number) => decimal(value, 0, language);
  const outside = "source" in manifest;
  const units = new Map(outputs.map(({ id, unit }) => [id, unit]));
  const made = outside
    ? word("drawsFromElsewhere", language, { draws: n(manifest.draws), file: naming.title })
    : word("draws", language, { draws: n(manifest.draws), seed: manifest.seed, design: manifest.design });
  const rule = outside
    ? word("chosenOfDraws", language)
    : [
        word("chosenByRule", language, { few: n(fewInputs), inputs: n(choice.inputs) }),
        word(choice.correlated ? "chosenCorrelated" : "chosenIndependent", language),
      ].join(" ");
  return {
    title: naming.title,
    made,
    rule: choice.by === "asked" ? "" : `${rule} ${word("chooseOthers", language)}`,
    interrupted: !outside && manifest.ended === "interrupted" ? word("interrupted", language) : undefined,
    sections: analyses.map((analysis, k) => sectionOf(analysis, `part-${k + 1}`, units.get(analysis.of) ?? "", naming)),
  };
}

function sectionOf(analysis: Analysis, id: string, unit: string, naming: Naming): SensitivitySection {
  const { language } = naming;
  const { title, question } = wordsOf(analysis.method, language);
  const count = decimal(analysis.evaluations > 0 ? analysis.evaluations : analysis.draws, 0, language);
  const from = word(analysis.evaluations > 0 ? "evaluations" : "fromDraws", language, { n: count });
  const sentences = [
    ...boxSentences(analysis, unit, naming),
    ...gapSentence(analysis, naming),
    ...switchingSentences(analysis, naming),
    ...pairSentences(analysis, naming),
  ];
  return {
    id,
    title,
    question,
    about: `${word("of", language, { of: naming.output(analysis.of) })} (${from})`,
    headline: sentences[0] ?? headlineOf(analysis, naming),
    sentences: sentences.slice(1),
    notes: analysis.notes.map((issue) => noteOf(issue, naming)),
    table: tableOf(analysis, naming),
    grids: gridsOf(analysis, naming),
    pictures: picturesOf(analysis, naming),
  };
}

function headlineOf({ method, of, measures, rows }: Analysis, naming: Naming): string {
  const { language } = naming;
  const words = wordsOf(method, language);
  const leading = measures.find(({ id }) => id === words.leading) ?? measures[0];
  const told = rows.filter(({ figures }) => leading !== undefined && Object.hasOwn(figures, leading.id));
  if (told.length === 0) return word("nothing", language);
  const clear = told.filter((row) => !isIndistinct(row, leading.id));
  if (clear.length === 0) return word("noneDistinct", language);
  const { headline, measure } = words;
  const [first, second] = clear;
  const values = {
    first: rowTitle(first, naming),
    second: second === undefined ? "" : rowTitle(second, naming),
    measure: measure(leading.id),
    value: sayFigure(first, leading, first.figures[leading.id], naming).value,
    of: naming.output(of),
  };
  if (headline !== undefined) return fill(headline, values).parts.join("");
  return word(second === undefined ? "strongest" : "strongestThen", language, values);
}

function tableOf({ method, of, measures, rows }: Analysis, naming: Naming): Table | undefined {
  const { language } = naming;
  if (rows.length === 0) return undefined;
  const { title, measure } = wordsOf(method, language);
  const isZero = rows.some(({ indistinct }) => indistinct !== undefined && indistinct.length > 0);
  return {
    caption: `${title}: ${naming.output(of)}`,
    columns: [
      { title: word("input", language) },
      ...measures.flatMap(({ id }) => [
        { title: measure(id), numeric: true },
        { title: word("interval95", language), numeric: true },
      ]),
    ],
    rows: rows.map((row) => ({
      cells: [
        rowTitle(row, naming),
        ...measures.flatMap((own) => {
          const { id } = own;
          const figure = Object.hasOwn(row.figures, id) ? row.figures[id] : undefined;
          if (figure === undefined) return ["", ""];
          const { value, interval } = sayFigure(row, own, figure, naming);
          return [isIndistinct(row, id) ? word("zero", language) : value, interval];
        }),
      ],
    })),
    ...(isZero ? { note: word("zeroNote", language) } : {}),
  };
}

/** More names than this, and the others are counted. */
const mostNames = 4;

/** Names in quotation marks, as they have commas of their own. */
function listOf(names: readonly string[], language: Language): string {
  const shown = (names.length > mostNames ? names.slice(0, mostNames - 1) : names).map((name) =>
    quoted(name, language),
  );
  const left = names.length - shown.length;
  return left === 0 ? shown.join(", ") : word("andOthers", language, { names: shown.join(", "), n: String(left) });
}

/** A finding with things called by their names. */
function noteOf(issue: Issue, naming: Naming): string {
  const { language } = naming;
  const values = Object.entries(issue.with ?? {}).map(([key, value]): readonly [string, string] => {
    if (typeof value === "number") return [key, decimal(value, Number.isInteger(value) ? 0 : -2, language)];
    if (key === "output") return [key, naming.output(value)];
    if (key === "method") return [key, wordsOf(value, language).title];
    if (key === "input" || key === "inputs") return [key, listOf(value.split(", ").map(naming.input), language)];
    return [key, value];
  });
  const { found, mend } = say({ ...issue, with: Object.fromEntries(values) }, language);
  return `${found}. ${mend}.`;
}
