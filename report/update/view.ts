import type { Figure } from "../../engine/result/result.ts";
import type { FigureBefore, SeenRow, UpdateSummary } from "../../engine/result/update.ts";
import { centreOf } from "../centre.ts";
import type { Context } from "../context.ts";
import { type Cell, capital, fill, type Sentence, type Table } from "../shown.ts";
import { inputTitle } from "../view/assumptions.ts";
import { goalTitle, jointGoals } from "../view/criteria.ts";
import { unitOf } from "../view/figures.ts";
import { titleOfSeen, titleOfWhole } from "./titles.ts";
import { type UpdateWord, updateWord } from "./words.ts";

/** A forecast that has been updated: what was seen, what it changed, and how that came about. */
export interface UpdateView {
  readonly title: string;
  readonly lead: readonly Sentence[];
  readonly compared: Table;
  readonly seen?: Table;
  readonly whole?: Table;
  readonly processes?: Table;
  readonly learnt?: Table;
  readonly trail: Table;
}

/** Undefined where a result has not been updated. */
export function updateView(context: Context): UpdateView | undefined {
  const { update } = context.result;
  if (update === undefined) return undefined;
  const parts = partsOf(context);
  return {
    title: parts.word("title"),
    lead: lead(context, update),
    compared: compared(context, update),
    ...optional("seen", update.seen.length > 0 ? seen(context, update.seen) : undefined),
    ...optional("whole", update.whole.length > 0 ? whole(context, update) : undefined),
    ...optional("processes", update.processMeasures.length > 0 ? processes(context, update) : undefined),
    ...optional("learnt", update.learnt.length > 0 ? learnt(context, update) : undefined),
    trail: trail(context, update),
  };
}

const optional = <K extends string>(key: K, table: Table | undefined) =>
  (table === undefined ? {} : { [key]: table }) as { readonly [key in K]?: Table };

/** So many draws in effect tell means and chances well, and these enough for most uses. */
const plenty = 10_000;
const enough = 3_000;

function partsOf({ language }: Context) {
  const word = (name: UpdateWord) => updateWord(name, language);
  const columns = (first: UpdateWord, ...rest: readonly UpdateWord[]) => [
    { title: word(first) },
    ...rest.map((name) => ({ title: word(name), numeric: true })),
  ];
  return { word, columns };
}

function lead(context: Context, { months, effective, trail: steps, seen: rows }: UpdateSummary): readonly Sentence[] {
  const { word } = partsOf(context);
  const last = steps.length - 1;
  const first = { ref: "update|trail|0|chance|before", figure: steps[0].chance.before };
  const chances = {
    before: context.chance(first.ref, first.figure),
    after: context.chance(`update|trail|${last}|chance|after`, steps[last].chance.after),
  };
  const sure = effective.draws >= plenty ? "good" : effective.draws >= enough ? "fair" : "rough";
  const values = {
    draws: context.fact("update|effective|draws", Math.round(effective.draws)),
    of: context.fact("update|effective|of", effective.of),
  };
  const isWeighed = rows.some(({ away }) => away !== undefined);
  return [
    fill(word(months === 1 ? "leadOne" : "lead"), { months: context.fact("update|months", months) }),
    ...(isWeighed ? [fill(word(hasGoals(context) ? "success" : "gain"), chances)] : []),
    isWeighed ? fill(word(sure), values) : fill(word("nothing")),
  ];
}

const hasGoals = ({ result }: Context): boolean => Object.hasOwn(result.criteria, "success");

/** Mean, and where nine of ten outcomes lie. */
function spread(context: Context, ref: string, unit: string, own: Pick<FigureBefore, "mean" | "low" | "high">): Cell {
  const mean = context.shown(`${ref}|mean`, own.mean, unit);
  return withInterval(context, mean, unit, [`${ref}|low`, own.low], [`${ref}|high`, own.high]);
}

function withInterval(
  context: Context,
  mean: Cell,
  unit: string,
  [lowRef, low]: readonly [string, Figure | undefined],
  [highRef, high]: readonly [string, Figure | undefined],
): Cell {
  if (low === undefined || high === undefined || low.value === high.value) return mean;
  const [from, to] = context.pair([lowRef, low], [highRef, high], unit);
  return fill("{mean} ({from} – {to})", { mean, from, to });
}

function compared(context: Context, { before }: UpdateSummary): Table {
  const { word, columns } = partsOf(context);
  const lead = ["net", "returnPerKrona", "pvBenefit", "pvCost"].map(context.leadingId);
  const rest = Object.keys(before.figures).filter((id) => /^(?:cases\.|enrolled$|completed$)/.test(id));
  const rows = [...lead, ...rest].flatMap((id) => {
    const [was, is] = [before.figures[id], context.output(id)];
    if (was === undefined || is === undefined) return [];
    return [{ id, cells: [capital(context.label(id)), figureBefore(context, id, was), figureAfter(context, id)] }];
  });
  const goals = [
    ...context.about.criteria.map(({ id }) => ({ id, title: goalTitle(context, id) as Cell })),
    ...jointGoals(context),
  ].flatMap(({ id, title }) => {
    const [was, is] = [before.criteria[id], context.result.criteria[id]];
    if (was === undefined || is === undefined) return [];
    const [old, now] = [
      context.chance(`update|before|criteria|${id}`, was),
      context.chance(`criteria|${id}|probability`, is.probability),
    ];
    return [{ id: `criteria.${id}`, cells: [title, old, now] }];
  });
  return {
    caption: word("compared"),
    columns: columns("figure", "before", "after"),
    rows: [...rows, ...goals],
    note: word("comparedNote"),
  };
}

const plainRatio = (unit: string, id: string): string => (unit === "share" && /returnPerKrona/.test(id) ? "1" : unit);

function figureBefore(context: Context, id: string, own: FigureBefore): Cell {
  return spread(context, `update|before|figures|${id}`, plainRatio(own.unit, id), own);
}

function figureAfter(context: Context, id: string): Cell {
  const output = context.output(id);
  const [name, mean] = centreOf(output);
  if (output === undefined || mean === undefined || output.kind === "rate") return "–";
  const unit = unitOf(output);
  const at = (level: string) => [`outputs|${id}|percentiles|${level}`, output.percentiles?.[level]] as const;
  return withInterval(context, context.shown(`outputs|${id}|${name}`, mean, unit), unit, at("5"), at("95"));
}

function seen(context: Context, rows: readonly SeenRow[]): Table {
  const { word, columns } = partsOf(context);
  return {
    caption: word("seen"),
    columns: [...columns("what", "expected", "actual"), { title: word("verdict") }],
    rows: rows.map((row, index) => ({
      id: row.key,
      cells: [
        titleOfSeen(context, row),
        spread(context, `update|seen|${index}|before`, row.unit, row.before),
        actualCell(context, `update|seen|${index}`, row),
        word(verdictOf(row.away)),
      ],
    })),
    note: word("seenNote"),
  };
}

/** As it was seen: every person counts. */
function actualCell(
  context: Context,
  ref: string,
  { kind, unit, actual }: Pick<SeenRow, "kind" | "unit" | "actual">,
): Cell {
  if (kind === "people") return context.fact(`${ref}|actual`, actual);
  return context.shown(`${ref}|actual`, { value: actual, se: 0 }, unit);
}

function verdictOf(away: number | undefined): UpdateWord {
  if (away === undefined) return "notWeighed";
  if (Math.abs(away) < 1) return "asExpected";
  if (Math.abs(away) <= 2) return away < 0 ? "below" : "above";
  return away < 0 ? "farBelow" : "farAbove";
}

function whole(context: Context, { whole: rows }: UpdateSummary): Table {
  const { word, columns } = partsOf(context);
  return {
    caption: word("whole"),
    columns: columns("what", "planned", "soFar", "projected"),
    rows: rows.map((row, index) => ({
      id: `whole.${row.what}${row.segment === undefined ? "" : `.${row.segment}`}`,
      cells: [
        titleOfWhole(context, row),
        spread(context, `update|whole|${index}|before`, row.unit, row.before),
        actualCell(context, `update|whole|${index}`, row),
        spread(context, `update|whole|${index}|after`, row.unit, row.after),
      ],
    })),
    note: word("wholeNote"),
  };
}

function processes(context: Context, { processMeasures }: UpdateSummary): Table {
  const { word, columns } = partsOf(context);
  const inAll = processMeasures.some((own) => own.whole !== undefined);
  const fact = (ref: string, value: number) => context.fact(`update|processMeasures|${ref}`, value);
  return {
    caption: word("processes"),
    columns: columns("process", "plan", "done", "ofPlan", ...(inAll ? (["planWhole", "paceWhole"] as const) : [])),
    rows: processMeasures.map(({ id, title, plan, actual, whole: all }, index) => ({
      id: `processMeasures.${id}`,
      cells: [
        title?.[context.language] ?? title?.en ?? title?.sv ?? id,
        fact(`${index}|plan`, plan),
        fact(`${index}|actual`, actual),
        context.say(actual / plan, "share", 0, 2).text,
        ...(inAll
          ? [
              all === undefined ? "–" : fact(`${index}|whole|plan`, all.plan),
              all === undefined ? "–" : fact(`${index}|whole|projected`, Math.round(all.projected)),
            ]
          : []),
      ],
    })),
    note: word("processNote"),
  };
}

/** Less than this share of the variance gone is not told from nothing. */
const leastLearnt = 0.005;

function learnt(context: Context, { learnt: rows }: UpdateSummary): Table {
  const { word, columns } = partsOf(context);
  return {
    caption: word("learnt"),
    columns: columns("assumption", "before", "after", "gone"),
    rows: rows.map(({ input, unit, before, after, learnt: share }, index) => ({
      id: input,
      cells: [
        inputTitle(context, input),
        spread(context, `update|learnt|${index}|before`, unit, before),
        spread(context, `update|learnt|${index}|after`, unit, after),
        share < leastLearnt
          ? word("little")
          : context.shown(`update|learnt|${index}|learnt`, { value: share, se: 0 }, "share", 2),
      ],
    })),
    note: word("learntNote"),
  };
}

function trail(context: Context, { trail: steps }: UpdateSummary): Table {
  const { word } = partsOf(context);
  const arrow = (before: Cell, after: Cell): Cell => fill(word("arrow"), { before, after });
  const netUnit = context.output(context.leadingId("net"));
  const unit = netUnit === undefined ? "kr" : unitOf(netUnit);
  return {
    caption: word("trail"),
    columns: [
      { title: word("number") },
      { title: word("files") },
      { title: word(hasGoals(context) ? "chanceSuccess" : "chanceGain"), numeric: true },
      { title: word("meanNet"), numeric: true },
      { title: word("version") },
    ],
    rows: steps.map(({ followUps, chance, net, engine }, index) => {
      const at = `update|trail|${index}`;
      const files = followUps.map(({ file, months, hash }) =>
        [file, plainThrough(context, months), hash.slice(0, 8)].filter((part) => part !== "").join(", "),
      );
      return {
        id: `trail.${index + 1}`,
        cells: [
          String(index + 1),
          files.join("; "),
          arrow(
            context.chance(`${at}|chance|before`, chance.before),
            context.chance(`${at}|chance|after`, chance.after),
          ),
          arrow(context.shown(`${at}|net|before`, net.before, unit), context.shown(`${at}|net|after`, net.after, unit)),
          `Utfall ${engine}`,
        ],
      };
    }),
  };
}

const plainThrough = ({ language }: Context, months: number): string =>
  updateWord("throughMonth", language).replace("{month}", String(months));
