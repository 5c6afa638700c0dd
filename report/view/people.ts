import type { Context } from "../context.ts";
import type { Cell, Sentence, Table } from "../shown.ts";
import { harm } from "./harm.ts";
import { bySegment, segmentsOf } from "./segments.ts";

/** Who the programme reaches, group by group: from plan to completion, what each segment comes to, and the chance of harm. */
export interface People {
  readonly way?: Table;
  readonly segments?: Table;
  readonly harm?: { readonly lead: readonly Sentence[]; readonly table: Table };
}

export function people(context: Context): People {
  const way = wayThrough(context);
  const segments = bySegment(context);
  const found = harm(context);
  return { ...(way ? { way } : {}), ...(segments ? { segments } : {}), ...(found ? { harm: found } : {}) };
}

/** From the plan to those who completed: who there are, and under them who is lost before the next. */
const steps: readonly (readonly [figure: string, lost: boolean])[] = [
  ["planned", false],
  ["misjudged", true],
  ["everyone", false],
  ["notReached", true],
  ["reached", false],
  ["notAccepted", true],
  ["queue", true],
  ["enrolled", false],
  ["dropped", true],
  ["completed", false],
  ["harmed", true],
];

function wayThrough(context: Context): Table | undefined {
  const { word } = context;
  const own = steps.filter(([figure]) => context.numberOutput(figure) !== undefined);
  if (!own.some(([figure]) => figure === "reached" || figure === "planned")) return undefined;
  const segments = segmentsOf(context, "enrolled");
  const isLarger = (context.numberOutput("misjudged")?.mean.value ?? 0) < 0;
  const mean = (id: string): Cell => at(context, id, "mean");
  return {
    caption: word("way"),
    columns: [
      { title: word("peopleCount") },
      { title: word("mean"), numeric: true },
      { title: word("low"), numeric: true },
      { title: word("high"), numeric: true },
      ...segments.map((id) => ({ title: context.title(id), numeric: true })),
    ],
    rows: own.map(([figure, lost]) => ({
      id: figure,
      cells: [
        figure === "harmed" ? word("ofWhomHarmed") : `${lost ? "− " : ""}${context.label(figure)}`,
        mean(figure),
        at(context, figure, "5"),
        at(context, figure, "95"),
        ...segments.map((id) => mean(`${figure}.${id}`)),
      ],
      ...(lost ? { depth: 1 } : {}),
    })),
    note: [word("wayNote"), ...(isLarger ? [word("moreThanPlanned")] : [])].join(" "),
  };
}

function at(context: Context, id: string, which: "mean" | "5" | "95"): Cell {
  const output = context.numberOutput(id);
  const figure = which === "mean" ? output?.mean : output?.percentiles[which];
  if (figure === undefined) return "–";
  return context.shown(which === "mean" ? `outputs|${id}|mean` : `outputs|${id}|percentiles|${which}`, figure, "1");
}
