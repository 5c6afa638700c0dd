import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYear, overSegments, overYears, programmeYears, segment } from "./context.ts";
import { mayBeHarmed } from "./people/harmed.ts";
import { hasPlaces } from "./people/places.ts";
import { hasStock, stockOf } from "./people/stock.ts";
import { type PeopleGroup, peopleInAll, peopleOf } from "./people.ts";

/** What a loss is the difference of: those before it and those after. */
const losses = {
  misjudged: ["planned", "everyone"],
  notReached: ["everyone", "reached"],
  notAccepted: ["reached", "wanted"],
  queue: ["wanted", "enrolled"],
  lost: ["planned", "completed"],
} as const satisfies Readonly<Record<string, readonly [Counted, Counted]>>;

/** What happens to a stock in a year: added up over the years. */
const flows = { personYears: "personYears", arrived: "arrived", died: "died", movedAway: "moved" } as const;

type Counted = PeopleGroup | "planned";
export type PeopleFigure = Exclude<Counted, "wanted"> | keyof typeof losses | keyof typeof flows;

type Any = PeopleFigure | "wanted";
/** A figure that is no difference. */
type Whole = Exclude<Any, keyof typeof losses>;

/** Which people, of which segment and year; all where not said. */
interface Which {
  readonly segment?: number | undefined;
  readonly year?: number | undefined;
}

const isLoss = (figure: Any): figure is keyof typeof losses => Object.hasOwn(losses, figure);
const isFlow = (figure: Any): figure is keyof typeof flows => Object.hasOwn(flows, figure);

/** True where the figure can be given for each segment. */
export function isSplitPeople(context: Context, figure: PeopleFigure): boolean {
  const nodes = isLoss(figure) ? losses[figure].map((own) => counted(context, own)) : [counted(context, figure)];
  return nodes.every((node) => context.builder.hasAxis(node, segment));
}

/** What a run gives of people unasked: more, the more the file says of them. */
export function peopleGiven(context: Context): readonly PeopleFigure[] {
  const { target, funnel } = context.checked.content;
  const planned: readonly PeopleFigure[] = target?.planned === undefined ? [] : ["planned", "misjudged"];
  const passed: readonly PeopleFigure[] = funnel === undefined ? [] : ["everyone", "reached", "dropped"];
  const full: readonly PeopleFigure[] = hasPlaces(context) ? ["queue"] : [];
  const notAll = (figure: "notReached" | "notAccepted", place: string): readonly PeopleFigure[] =>
    funnel === undefined || isAll(context, place) ? [] : [figure];
  const lost: readonly PeopleFigure[] = [
    ...notAll("notReached", "funnel.reached"),
    ...notAll("notAccepted", "funnel.accepted"),
    ...(target?.planned === undefined ? [] : ["lost" as const]),
  ];
  const harmed: readonly PeopleFigure[] = mayBeHarmed(context) ? ["harmed"] : [];
  const stock: readonly PeopleFigure[] = hasStock(context) ? (Object.keys(flows) as (keyof typeof flows)[]) : [];
  return ["enrolled", "completed", ...passed, ...harmed, ...planned, ...lost, ...full, ...stock];
}

/** True for a share that is written as all, or left out. */
function isAll(context: Context, place: string): boolean {
  const quantity = context.checked.quantities.get(place);
  return quantity === undefined || (quantity.kind === "number" && quantity.value === 1);
}

/** The node of a figure of people: one number per draw. */
export function peopleFigure(context: Context, figure: PeopleFigure, which: Which): NodeId {
  if (!isLoss(figure)) return total(context, figure, which);
  const [before, after] = losses[figure];
  return context.builder.subtract(total(context, before, which), total(context, after, which));
}

/** Nobody is in two segments, so the total is the sum of the segments, each at its largest where the people are the same. */
function total(context: Context, figure: Whole, which: Which): NodeId {
  const { builder } = context;
  const node = counted(context, figure);
  const { segment: inSegment, year } = which;
  const all = isFlow(figure)
    ? overYears(context, { node, years: programmeYears(context) })
    : peopleInAll(context, node);
  const people = year === undefined ? all : inYear(context, node, year);
  return inSegment === undefined ? overSegments(context, people) : builder.at(segment, inSegment, people);
}

function counted(context: Context, figure: Whole): NodeId {
  if (isFlow(figure)) {
    if (!hasStock(context)) throw notHere(figure, "target.stock");
    return stockOf(context)[flows[figure]];
  }
  if (figure !== "planned") return peopleOf(context, figure);
  // Without a plan there is nothing to misjudge: all that is lost is lost of the group itself.
  return context.checked.quantities.has("target.planned")
    ? context.quantity("target.planned")
    : peopleOf(context, "everyone");
}

const notHere = (figure: string, place: string): UtfallError =>
  new UtfallError([{ code: "figureWithout", path: figure, with: { name: figure, place } }]);
