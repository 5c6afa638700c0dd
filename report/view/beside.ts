import { centreOf } from "../centre.ts";
import type { Context } from "../context.ts";
import type { Cell, Table } from "../shown.ts";
import { goalTitle, jointGoals } from "./criteria.ts";

const views = ["adjusted", "shrunk"] as const;
const notes = { adjusted: "adjustedNote", shrunk: "shrunkNote" } as const;
type BesideView = (typeof views)[number];

/**
 * What the programme comes to with other effects than the stated ones, beside the stated: adjusted for how they were compared, shrunk
 * towards those of comparable programmes. Undefined where the scenario has neither.
 */
export function beside(context: Context): Table | undefined {
  const { about, result, word } = context;
  const own = views.filter((view) => Object.keys(result.outputs).some((id) => id.startsWith(`${view}/`)));
  if (own.length === 0) return undefined;
  const money = [...new Set([context.leadingId("net"), "net", context.leadingId("returnPerKrona")])];
  const figure = (id: string, inView: (view: BesideView) => string, label = context.label(id)): Table["rows"] =>
    own.some((view) => context.output(inView(view)) !== undefined)
      ? [{ id, cells: [label, cell(context, id), ...own.map((view) => cell(context, inView(view)))] }]
      : [];
  const effectOf = (id: string) => `${word("effect")}: ${context.title(id)}`;
  const criteria = about.criteria.filter(({ added, id }) => !added && Object.hasOwn(result.criteria, id));
  const goals = [...criteria.map(({ id }) => ({ id, title: goalTitle(context, id) })), ...jointGoals(context)];
  return {
    caption: word("beside"),
    columns: [
      { title: word("figure") },
      { title: word("asStated"), numeric: true },
      ...own.map((view) => ({ title: word(view), numeric: true })),
    ],
    rows: [
      ...about.outcomes.flatMap(({ id }) =>
        figure(`statedEffect.${id}`, (view) => `${view}Effect.${id}`, effectOf(id)),
      ),
      ...about.outcomes.flatMap(({ id }) => figure(`cases.${id}`, (view) => `${view}/cases.${id}`)),
      ...money.flatMap((id) => figure(id, (view) => `${view}/${id}`)),
      ...goals.map(({ id, title }) => ({
        cells: [title, chance(context, id), ...own.map((view) => chance(context, `${view}/${id}`))],
      })),
    ],
    note: [word("besideNote"), ...own.map((view) => word(notes[view]))].join(" "),
  };
}

function cell(context: Context, id: string): Cell {
  const output = context.output(id);
  const [name, figure] = centreOf(output);
  if (output === undefined || figure === undefined || !Number.isFinite(figure.value)) return "–";
  return context.shown(`outputs|${id}|${name}`, figure, output.kind === "number" ? output.unit : "1");
}

function chance({ result, chance: say }: Context, id: string): Cell {
  const found = Object.hasOwn(result.criteria, id) ? result.criteria[id] : undefined;
  return found === undefined ? "–" : say(`criteria|${id}|probability`, found.probability);
}
