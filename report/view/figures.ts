import type { Figure, OutputSummary } from "../../engine/result/result.ts";
import { centreOf } from "../centre.ts";
import type { Context } from "../context.ts";
import { exponentOf, noBreak } from "../format.ts";
import { type Cell, plain, type Table } from "../shown.ts";

/** In the order of the way through the programme. */
const peopleFigures = [
  "planned",
  "misjudged",
  "everyone",
  "personYears",
  "arrived",
  "died",
  "movedAway",
  "notReached",
  "reached",
  "notAccepted",
  "queue",
  "enrolled",
  "dropped",
  "completed",
  "harmed",
  "lost",
];
const order = [
  "net",
  "pvBenefit",
  "pvCost",
  "returnPerKrona",
  "netPresentValueRatio",
  "breakEvenShare",
  "annualEquivalent",
  "internalRate",
  "cost",
  "benefit",
  "cashable",
  "freed",
  "paybackYear",
  "cases",
  "caseYearsGross",
  "deadweight",
  "attribution",
  "displacement",
  "dropOff",
  "caseYears",
  "casesWithout",
  "costPer",
  "improvementGross",
  "improvementNet",
  "statedEffect",
  "adjustedEffect",
  "shrunkEffect",
  ...peopleFigures,
];

/** Ids worth a row: the leading perspective's and the totals, and each outcome's; not single years, nor every actor once more. */
function keyFigureIds(context: Context): string[] {
  const { about, result } = context;
  const figureOf = (id: string): string => id.split(".")[0];
  const moneyLike = new Set([
    "net",
    "pvBenefit",
    "pvCost",
    "returnPerKrona",
    "netPresentValueRatio",
    "breakEvenShare",
    "annualEquivalent",
    "internalRate",
    "cost",
    "benefit",
    "cashable",
    "freed",
    "paybackYear",
  ]);
  const leading = new Set([context.leading, ...(context.leading ? [] : [undefined])]);
  // A perspective of all actors says the same as the total.
  const everybody = about.actors.filter((actor) => actor.parts.length === 0).length;
  const sameAsAll = Object.values(about.perspectives).some((who) => who.length === everybody);
  const rank = (id: string) =>
    order.indexOf(figureOf(id)) + (moneyLike.has(figureOf(id)) && !id.includes(".") ? 0.5 : 0);
  return Object.keys(result.outputs)
    .filter((id) => !id.includes("/") && !/\.y\d+$/.test(id) && order.includes(figureOf(id)))
    .filter((id) => {
      const [, who, ...rest] = id.split(".");
      if (!moneyLike.has(figureOf(id))) return true;
      // What each segment comes to has a table of its own.
      if (rest.length > 0) return false;
      if (who === "optimism") return (id.split(".")[2] ?? null) === context.leading;
      if (who === undefined) return context.leading === null || (figureOf(id) === "net" && !sameAsAll);
      return leading.has(who) || (figureOf(id) === "net" && who in about.perspectives);
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** The key figures with mean, error, spread and percentiles: economy first, then a table per outcome, then people. */
export function keyFigures(context: Context): Table[] {
  const { about, word } = context;
  const ids = keyFigureIds(context);
  const outcomeOf = (id: string) => about.outcomes.find((outcome) => outcome.id === id.split(".")[1])?.id;
  const isPeople = (id: string) => peopleFigures.includes(id.split(".")[0]);
  const economy = ids.filter((id) => outcomeOf(id) === undefined && !isPeople(id));
  const groups: (readonly [string, readonly string[], string?])[] = [
    [word("economy"), economy],
    ...about.outcomes.map(
      (outcome) => [context.title(outcome.id), ids.filter((id) => outcomeOf(id) === outcome.id), outcome.id] as const,
    ),
    [word("people"), ids.filter(isPeople)],
  ];
  return groups.flatMap(([caption, own, outcome]) =>
    own.length > 0 ? [tableOfFigures(context, caption, own, outcome)] : [],
  );
}

/** A table of figures: mean, error, spread and percentiles of each. */
function tableOfFigures(context: Context, caption: string, ids: readonly string[], outcome?: string): Table {
  const { word } = context;
  // The caption names the outcome, and a row its figure, once: what follows are the segments.
  const all = ids.map((id) => {
    const [figure, ...parts] = id.split(".");
    const [segment] = parts.filter((part) => part !== outcome);
    const isSegment = segment !== undefined && (outcome !== undefined || peopleFigures.includes(figure));
    const label = isSegment
      ? context.title(segment)
      : outcome
        ? context.figureWord(figure, outcome)
        : context.label(id);
    const unit = unitWords(context, context.result.outputs[id]);
    const title = unit && !isSegment ? `${label} (${unit})` : label;
    return {
      id,
      cells: [title, ...cells(context, id, context.result.outputs[id])],
      ...(isSegment ? { depth: 1 } : {}),
      figure,
      shown: JSON.stringify(cells(context, id, context.result.outputs[id]).map(plain)),
    };
  });
  // Segments that all show what the total shows say nothing more.
  const alike = (figure: string) =>
    new Set(all.filter((row) => row.figure === figure).map((row) => row.shown)).size === 1;
  const rows = all
    .filter((row) => row.depth === undefined || !alike(row.figure))
    .map(({ figure: _, shown: __, ...row }) => row);
  const keys = ["figure", "mean", "standardError", "low", "median", "high", "worst"] as const;
  const marked = rows.some((row) => row.cells.some((cell) => typeof cell === "object" && "parts" in cell));
  const [digits, star] = word("figuresNote").split("*");
  const hasRatio = ids.some((id) => unitOf(context.result.outputs[id]) === "1");
  const note = [...(hasRatio ? [digits.trim(), word("ratioNote")] : []), ...(marked ? [`*${star}`] : [])].join(" ");
  return {
    caption,
    columns: keys.map((key, index) => ({ title: word(key), numeric: index > 0 })),
    rows,
    ...(note ? { note } : {}),
  };
}

function cells(context: Context, id: string, output: OutputSummary): Cell[] {
  const ref = `outputs|${id}`;
  const unit = cellUnit(context, output);
  // What cannot be told from zero is shown, and marked.
  const say = (part: string, figure: Figure | undefined): Cell => {
    if (!figure || !Number.isFinite(figure.value)) return "–";
    const shown = context.shown(`${ref}|${part}`, figure, unit);
    return output.kind === "number" && figure.se > 0 && context.coversZero(figure) ? { parts: [shown, " *"] } : shown;
  };
  const error = (figure: Figure | undefined): Cell =>
    figure && Number.isFinite(figure.se) ? (figure.se === 0 ? "0" : `± ${errorText(context, figure.se, unit)}`) : "–";
  const [name, mean] = centreOf(output);
  if (output.kind === "rate") {
    // None of several is the right one; which they are stands in the JSON.
    const said = mean ? say(name, mean) : context.word(output.rates.length === 0 ? "rateNone" : "rateSeveral");
    return [said, error(mean), "–", "–", "–", "–"];
  }
  const percentile = (level: string) => say(`percentiles|${level}`, output.percentiles?.[level]);
  const year = (level: string): Cell => {
    const figure = output.percentiles?.[level];
    if (!figure || !Number.isFinite(figure.value)) return "–";
    return figure.value >= context.about.horizonYears
      ? context.word("never")
      : context.yearRunning(Math.round(figure.value));
  };
  const at = output.kind === "year" ? year : percentile;
  const median = output.kind === "ratio" ? say("median", output.median ?? output.percentiles?.["50"]) : at("50");
  const worst = output.kind === "number" ? say("expectedShortfall|5", output.expectedShortfall?.["5"]) : "–";
  // Where some outcomes never pay back there is no mean year: the horizon stands in for "never" in it, and would pass for one.
  const hasMean = output.kind !== "year" || output.chance.never === undefined || output.chance.never.value === 0;
  const centre: Cell[] = hasMean ? [say(name, mean), error(mean)] : ["–", "–"];
  return [...centre, at("5"), median, at("95"), worst];
}

/** Units that a row says once, beside its name: `hours`, `per case`. Percent and kr stand with each number. */
function unitWords(context: Context, output: OutputSummary): string {
  const unit = unitOf(output);
  if (unit === "1" || unit === "year") return "";
  if (context.isMoney(unit)) return context.unit(["1", ...unit.split("/").slice(1)].join("/"));
  return unit === "share" || unit === "pp" ? "" : context.unit(unit);
}

/** What is left of the unit for the cells. */
function cellUnit(context: Context, output: OutputSummary): string {
  const unit = unitOf(output);
  if (context.isMoney(unit)) return unit.split("/")[0];
  return unitWords(context, output) === "" ? unit : "1";
}

/** A standard error has one digit, however small it is. */
export function errorText(context: Context, se: number, unit: string): string {
  if (context.isMoney(unit)) return context.say(se, unit.split("/")[0], 0, 1).text;
  const scaled = unit === "share" || unit === "pp" ? se * 100 : se;
  const digits = context.number(scaled, Number(`1e${exponentOf(scaled)}`), -9);
  return unit === "share" ? `${digits}${context.language === "sv" ? noBreak : ""}%` : digits;
}

/** A ratio of money to money is a plain number; one of money to cases is kr per case. */
export function unitOf(output: OutputSummary): string {
  if (output.kind === "year") return "year";
  if (output.kind === "rate") return "share";
  return output.kind === "ratio" && output.unit === "share" ? "1" : output.unit;
}
