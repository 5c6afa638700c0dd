import { centreOf } from "../centre.ts";
import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Sentence, type Table } from "../shown.ts";
import type { WordKey } from "../words/index.ts";
import { goalTitle, jointGoals } from "./criteria.ts";
import { unitOf } from "./figures.ts";
import { tableUnit } from "./moneyUnit.ts";

/** Ordinary operation beside the project: what it comes to, what is lost on the way, whether to try first, how sites differ. */
export interface ScaleUp {
  readonly lead: readonly Sentence[];
  readonly beside: Table;
  readonly further: readonly Table[];
}

/** Undefined where the scenario does not say how the programme works as ordinary operation. */
export function scaleUp(context: Context): ScaleUp | undefined {
  if (context.output("scaleUp/net") === undefined) return undefined;
  const further = [lost(context), first(context), sites(context)].filter((table) => table !== undefined);
  return { lead: lead(context), beside: beside(context), further };
}

function lead(context: Context): Sentence[] {
  const { about, result, word } = context;
  const { scale } = about.implementation ?? {};
  const after = result.chances?.scaleFailsAfterSuccess;
  const kept = context.numberOutput("scaleEffectKept")?.mean;
  const net = context.leadingId("net");
  const money = (id: string): Cell => {
    const mean = context.numberOutput(id)?.mean;
    return mean === undefined ? "–" : context.shown(`outputs|${id}|mean`, mean, context.currency);
  };
  return [
    fill(word("scaleNets"), { who: context.leadingRunning, later: money(`scaleUp/${net}`), project: money(net) }),
    ...(kept === undefined
      ? []
      : [fill(word("scaleKept"), { kept: context.shown("outputs|scaleEffectKept|mean", kept, "share", 2) })]),
    ...(after === undefined
      ? []
      : [
          fill(word("scaleAfterSuccess"), {
            chance: context.chance("chances|scaleFailsAfterSuccess|probability", after.probability),
          }),
        ]),
    ...(scale === undefined
      ? []
      : [
          fill(word(scale.years === 1 ? "scaleCountedYear" : "scaleCounted"), {
            from: context.yearRunning(scale.first),
            years: context.fact("about|implementation|scale|years", scale.years),
            horizon: context.fact("about|implementation|scale|horizonYears", scale.horizonYears),
            full: context.yearRunning(scale.full),
            zero: context.yearRunning(0),
          }),
        ]),
  ];
}

function beside(context: Context): Table {
  const { about, result, word } = context;
  const money = ["pvCost", "pvBenefit", "net", "returnPerKrona", "netPerPerson"].map(context.leadingId);
  const people = ["everyone", "enrolled", "completed"];
  const cases = about.outcomes.map(({ id }) => `cases.${id}`);
  const given = [...people, ...cases, ...money].filter((id) => context.output(`scaleUp/${id}`) !== undefined);
  const net = context.leadingId("net");
  const chanceOf = (id: string): Cell => {
    const chance = context.numberOutput(id)?.chanceAboveZero;
    return chance === undefined ? "–" : context.chance(`outputs|${id}|chanceAboveZero`, chance);
  };
  const goals = [
    ...about.criteria
      .filter(({ added, id }) => !added && Object.hasOwn(result.criteria, `scaleUp/${id}`))
      .map(({ id }) => ({ id, title: goalTitle(context, id) })),
    ...jointGoals(context),
  ].filter(({ id }) => Object.hasOwn(result.criteria, `scaleUp/${id}`));
  const goal = (id: string): Cell => context.chance(`criteria|${id}|probability`, result.criteria[id].probability);
  return {
    caption: word("scaleBeside"),
    columns: [
      { title: word("figure") },
      { title: word("theProject"), numeric: true },
      { title: word("scaleUp"), numeric: true },
    ],
    rows: [
      ...given.map((id) => ({ id, cells: [context.label(id), mean(context, id), mean(context, `scaleUp/${id}`)] })),
      { cells: [word("chanceGain"), chanceOf(net), chanceOf(`scaleUp/${net}`)] },
      ...goals.map(({ id, title }) => ({ cells: [title, goal(id), goal(`scaleUp/${id}`)] })),
    ],
    note: word("scaleBesideNote"),
  };
}

function mean(context: Context, id: string): Cell {
  const output = context.output(id);
  const [name, figure] = centreOf(output);
  if (output === undefined || figure === undefined || !Number.isFinite(figure.value)) return "–";
  return context.shown(`outputs|${id}|${name}`, figure, output.kind === "year" ? "year" : unitOf(output));
}

const losses: readonly (readonly [figure: string, word: WordKey])[] = [
  ["scaleLostToReach", "lostToReach"],
  ["scaleLostToEffect", "lostToEffect"],
  ["scaleLostToSites", "lostToSites"],
  ["scaleLostToMarginalCost", "lostToMarginalCost"],
];

/** From what the project would be at that scale to what ordinary operation is expected to be, step by step. */
function lost(context: Context): Table {
  const { word } = context;
  const own = losses
    .map(([figure, key]) => [context.leadingId(figure), word(key)] as const)
    .filter(([id]) => context.output(id) !== undefined);
  const all = [
    [context.leadingId("scaleNetAsInProject"), word("netAsInProject")] as const,
    ...own,
    [`scaleUp/${context.leadingId("net")}`, word("netInOperation")] as const,
  ];
  return amounts(context, {
    caption: "scaleLost",
    rows: all.map(([id, title], index) => ({
      id,
      title,
      total: index === 0 || index === all.length - 1,
      less: index > 0 && index < all.length - 1,
    })),
    notes: own.some(([id]) => id.startsWith("scaleLostToSites"))
      ? ["scaleLostNote", "lostToSitesNote"]
      : ["scaleLostNote"],
  });
}

/** Whether to try it as a project first. */
function first(context: Context): Table | undefined {
  const { word } = context;
  const rows = (
    [
      ["scaleAtOnce", "fullScaleAtOnce"],
      ["pilotFirst", "projectFirst"],
      ["pilotingGain", "gainByFirst"],
    ] as const
  ).map(([figure, key]) => ({ id: context.leadingId(figure), title: word(key), total: figure === "pilotingGain" }));
  if (rows.some(({ id }) => context.output(id) === undefined)) return undefined;
  return amounts(context, { caption: "scaleFirst", rows, notes: ["scaleFirstNote"] });
}

interface Amounts {
  readonly caption: WordKey;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly total?: boolean;
    readonly less?: boolean;
  }[];
  readonly notes: readonly WordKey[];
}

/** Means of amounts in one unit, with the range of nine draws in ten. */
function amounts(context: Context, { caption, rows, notes }: Amounts): Table {
  const { word } = context;
  const number = (id: string) => context.numberOutput(id);
  const unit = tableUnit(
    context,
    rows.map(({ id }) => number(id)?.mean?.value ?? 0),
  );
  const finest = unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent;
  const cell = (id: string, part: "mean" | "5" | "95"): Cell => {
    const output = number(id);
    const figure = part === "mean" ? output?.mean : output?.percentiles?.[part];
    const ref = part === "mean" ? "mean" : `percentiles|${part}`;
    return figure === undefined ? "–" : context.amount(`outputs|${id}|${ref}`, figure, unit, finest);
  };
  return {
    caption: plain(fill(word(caption), { unit: moneyUnitText(unit, context.about.currency, context.language) })),
    columns: (["figure", "mean", "low", "high"] as const).map((key, index) => ({
      title: word(key),
      numeric: index > 0,
    })),
    rows: rows.map(({ id, title, total, less }) => ({
      id,
      cells: [title, cell(id, "mean"), cell(id, "5"), cell(id, "95")],
      ...(total ? { total } : {}),
      ...(less ? { depth: 1 } : {}),
    })),
    note: notes.map((key) => word(key)).join(" "),
  };
}

/** At how many sites it works, and at how many it seems to. */
function sites(context: Context): Table | undefined {
  const { about, result, word } = context;
  const { chances = {} } = result;
  const figures = ["siteWorsens", "siteSeenBetter", "siteSeenWorse"] as const;
  const own = about.outcomes.filter(({ id }) => Object.hasOwn(chances, `siteWorsens.${id}`));
  if (own.length === 0) return undefined;
  const given = figures.filter((figure) => own.some(({ id }) => Object.hasOwn(chances, `${figure}.${id}`)));
  const cell = (id: string): Cell =>
    Object.hasOwn(chances, id) ? context.chance(`chances|${id}|probability`, chances[id].probability) : "–";
  return {
    caption: word("scaleSites"),
    columns: [{ title: word("effect") }, ...given.map((figure) => ({ title: word(figure), numeric: true }))],
    rows: own.map(({ id }) => ({ cells: [context.title(id), ...given.map((figure) => cell(`${figure}.${id}`))] })),
    note: word("scaleSitesNote"),
  };
}
