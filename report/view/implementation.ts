import type { Figure, NumberSummary, RatioSummary } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { unitOf } from "./figures.ts";
import { tableUnit } from "./moneyUnit.ts";

/** What the programme would cost as ordinary operation. */
export interface Implementation {
  readonly lead: readonly Sentence[];
  readonly tables: readonly Table[];
}

const atFullScale = [
  "implementationYearlyCost",
  "implementationCostPerPerson",
  "implementationTarget",
  "implementationPosts",
  "implementationPremises",
  "implementationOneOff",
  "implementationYearlyReleased",
  "implementationYearlyNetCost",
  "implementationRoomLeft",
];
const ofYear = ["implementationCost", "implementationReleased", "implementationNetCost"];
const ofActor = ["implementationYearlyCost", "implementationYearlyReleased", "implementationYearlyNetCost"];

/** Undefined where the scenario says nothing about ordinary operation. */
export function implementation(context: Context): Implementation | undefined {
  const { about, result } = context;
  if (context.output("implementationYearlyCost") === undefined) return undefined;
  const ids = atFullScale.filter((id) => context.output(id) !== undefined);
  const years = Object.keys(result.outputs).flatMap((id) => {
    const year = /^implementationCost\.y(\d+)$/.exec(id)?.[1];
    return year === undefined ? [] : [Number(year)];
  });
  const actors = about.actors.filter(({ id }) => context.output(`implementationYearlyCost.${id}`) !== undefined);
  return {
    lead: lead(context),
    tables: [
      fullScale(context, ids),
      ...(actors.length > 1
        ? [
            byRows(
              context,
              "fullScaleBy",
              "actor",
              ofActor,
              actors.map(({ id }) => [context.title(id), id]),
            ),
          ]
        : []),
      ...(years.length > 0
        ? [
            byRows(
              context,
              "byStage",
              "yearColumn",
              ofYear,
              years.map((year) => [context.yearLabel(year), `y${year}`]),
            ),
          ]
        : []),
    ],
  };
}

function lead(context: Context): Sentence[] {
  const { about, word } = context;
  const { frame, titles = [] } = about.implementation ?? {};
  const mean = (id: string): Cell => {
    const output = given(context, id);
    const [name, figure] = centreOf(output);
    if (output === undefined || figure === undefined) return "–";
    return context.shown(`outputs|${id}|${name}`, figure, unitOf(output).split("/")[0]);
  };
  const room = context.numberOutput("implementationRoomLeft")?.chanceAboveZero;
  return [
    ...titles.map((text) => fill(context.text(text))),
    fill(word("fullScaleCost"), {
      cost: mean("implementationYearlyCost"),
      each: mean("implementationCostPerPerson"),
    }),
    ...(context.output("implementationYearlyReleased") === undefined
      ? []
      : [
          fill(word("fullScaleNet"), {
            released: mean("implementationYearlyReleased"),
            net: mean("implementationYearlyNetCost"),
          }),
        ]),
    ...(frame === undefined ? [] : [fill(word(frame === "inside" ? "frameInside" : "frameExtended"))]),
    ...(room === undefined
      ? []
      : [fill(word("frameRoom"), { chance: context.chance("outputs|implementationRoomLeft|chanceAboveZero", room) })]),
    fill(word("fullScaleApart")),
  ];
}

/** Each figure's mean with the range of nine draws in ten; of what is certain, its value. */
function fullScale(context: Context, ids: readonly string[]): Table {
  const { word } = context;
  const keys = ["figure", "mean", "low", "high"] as const;
  return {
    caption: word("fullScale"),
    columns: keys.map((key, index) => ({ title: word(key), numeric: index > 0 })),
    rows: ids.map((id) => ({ id, cells: [context.label(id), ...spread(context, id)] })),
  };
}

const given = (context: Context, id: string): NumberSummary | RatioSummary | undefined =>
  context.numberOutput(id) ?? context.ratioOutput(id);

const centreOf = (output: NumberSummary | RatioSummary | undefined): readonly [string, Figure | undefined] =>
  output?.kind === "ratio" ? ["ratioOfMeans", output.ratioOfMeans] : ["mean", output?.mean];

function spread(context: Context, id: string): Cell[] {
  const output = given(context, id);
  if (output === undefined) return ["–", "", ""];
  const unit = unitOf(output).replace(/^((?:kr|[A-Z]{3}))\/.*$/, "$1");
  const ref = `outputs|${id}`;
  const say = (part: string, figure: Figure | undefined): Cell =>
    figure === undefined || !Number.isFinite(figure.value) ? "–" : context.shown(`${ref}|${part}`, figure, unit);
  const [name, mean] = centreOf(output);
  const [low, high] = [output.percentiles?.["5"], output.percentiles?.["95"]];
  if (mean === undefined || low?.value !== high?.value)
    return [say(name, mean), say("percentiles|5", low), say("percentiles|95", high)];
  const isWhole = !context.isMoney(unit) && Number.isInteger(mean.value);
  if (!isWhole) return [say(name, mean), "", ""];
  const value = context.fact(`${ref}|${name}`, mean.value);
  return [{ parts: [value, ` ${context.unit(unit)}`] }, "", ""];
}

/** Means of some figures for each of several actors or years. */
function byRows(
  context: Context,
  caption: WordKey,
  first: WordKey,
  figures: readonly string[],
  parts: readonly (readonly [string, string])[],
): Table {
  const own = figures.filter((figure) => parts.some(([, part]) => context.output(`${figure}.${part}`) !== undefined));
  const meanOf = (id: string): Figure | undefined => context.numberOutput(id)?.mean;
  const values = own.flatMap((figure) => parts.map(([, part]) => meanOf(`${figure}.${part}`)?.value ?? 0));
  const unit = tableUnit(context, values);
  const finest = unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent;
  const cell = (id: string): Cell => {
    const mean = meanOf(id);
    if (mean === undefined) return "–";
    return mean.value === 0 ? "0" : context.amount(`outputs|${id}|mean`, mean, unit, finest);
  };
  const unitText = moneyUnitText(unit, context.about.currency, context.language);
  return {
    caption: plain(fill(context.word(caption), { unit: unitText })),
    columns: [
      { title: context.word(first) },
      ...own.map((figure) => ({ title: context.word(columnOf(figure)), numeric: true })),
    ],
    rows: parts.map(([title, part]) => ({ cells: [title, ...own.map((figure) => cell(`${figure}.${part}`))] })),
  };
}

function columnOf(figure: string): WordKey {
  if (figure.endsWith("NetCost")) return "netCost";
  return figure.endsWith("Released") ? "released" : "cost";
}
