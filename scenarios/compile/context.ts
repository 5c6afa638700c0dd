import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { DerivedRequest } from "../../engine/run/request.ts";
import type { CheckedScenario } from "../checked.ts";
import type { FigurePath } from "../figures.ts";
import type { Happening } from "./happening.ts";
import type { DeclaredInputs } from "./inputs.ts";
import type { Shape } from "./shape.ts";
import type { Ends } from "./stops/decision.ts";
import { type View, viewKey } from "./view.ts";

/** Names of the axes of a scenario's graph: one cell per year of the horizon, one per segment of the target group. */
export const period = "period";
export const segment = "segment";

/** Draws of chance: no inputs of the file, so they are declared as they come. */
export type Chance = Pick<DeclaredInputs, "chance">;

/** What lowering a scenario's parts needs to share. */
export interface Context {
  readonly builder: GraphBuilder;
  readonly checked: CheckedScenario;
  readonly shape: Shape;
  /** Stands before the names of parameters, so that several scenarios can share a graph; empty for a scenario of its own. */
  readonly prefix: string;
  readonly view: View;
  /** The same scenario in another view. */
  readonly inView: (view: View) => Context;
  /** The node of a figure in this view; in another one where it is named. */
  readonly figureOf: (path: FigurePath, view?: View) => NodeId;
  /** The unit of money: `kr`, or the ISO code of another currency. */
  readonly money: string;
  /** How its inputs are declared in the graph. */
  readonly inputs: DeclaredInputs["parameters"];
  /**
   * Places whose numbers are its own even where they equal those of the leading scenario; absent in that one itself. All other
   * parameters of the same value are the leading scenario's.
   */
  readonly ownPlaces?: readonly string[];
  /** The draws by which it is decided whether risks happen, by path. */
  readonly events: DeclaredInputs["events"];
  /** Values of the parameters made so far. */
  readonly parameters: Record<string, number | readonly number[]>;
  /** Figures made from the means of others, declared so far. */
  readonly derived: DerivedRequest[];
  /** Declares what is drawn by chance whether people and cases are or not: the errors of follow-ups. */
  readonly luck: DeclaredInputs["chance"];
  /** Present where people and cases are drawn as whole numbers; else they are their expected values. */
  readonly chance?: Chance;
  /** Years by which all benefits come later than written, where that is asked. */
  readonly delay?: NodeId;
  /** When the programme ends in this view; absent where it runs to its end. */
  readonly ends?: () => Ends;
  /** The node of the quantity at a place; `fallback` where nothing is written there. */
  readonly quantity: (place: string, fallback?: number) => NodeId;
  /** All that can happen to numbers of the scenario in this view. */
  readonly happenings: () => readonly Happening[];
  /** Nodes of formulas by name and of figures by path, for formulas that name them. */
  readonly nodeOfName: (name: string) => NodeId | undefined;
}

/** What stands before the ids of a context's outputs. */
export function outputPrefix({ prefix, view }: Pick<Context, "prefix" | "view">): string {
  const key = viewKey(view);
  return key === "" ? prefix : `${prefix}${key}/`;
}

/** A number of the scenario as a parameter: its name goes into the graph, its value beside it. */
export function parameter(context: Context, place: string, value: number | readonly number[], axis?: string): NodeId {
  // Along other years a list has another length: it is a parameter of its own.
  const own = axis === period && context.view.atScale !== undefined ? `scaleUp/${place}` : place;
  const name = isCommon(context, place, own, value) ? own : context.prefix + own;
  context.parameters[name] = value;
  return context.builder.parameter(name, axis === undefined ? [] : [axis]);
}

function isCommon(
  { ownPlaces, parameters }: Context,
  place: string,
  name: string,
  value: number | readonly number[],
): boolean {
  if (ownPlaces === undefined || !Object.hasOwn(parameters, name)) return false;
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`);
  const bare = place.split("#")[0];
  if (ownPlaces.some((own) => within(bare, own) || within(own, bare))) return false;
  const known = [parameters[name]].flat();
  const own = [value].flat();
  return (
    Array.isArray(parameters[name]) === Array.isArray(value) &&
    known.length === own.length &&
    known.every((x, i) => Object.is(x, own[i]))
  );
}

/** A flow over the years, with the years in which it can differ from zero whatever the numbers are. */
export interface Flow {
  readonly node: NodeId;
  readonly years: readonly boolean[];
}

/** Sums over the segments where a node is split by them. */
export function overSegments(context: Context, node: NodeId): NodeId {
  return context.builder.hasAxis(node, segment) ? context.builder.reduce("add", segment, node) : node;
}

/** The value in one year, which is the node itself where it is the same every year. */
export function inYear(context: Context, node: NodeId, year: number): NodeId {
  return context.builder.hasAxis(node, period) ? context.builder.at(period, year, node) : node;
}

/**
 * One value per year: what `make` gives in the years where it can differ from zero, an exact 0 in the others, so that what can't
 * happen costs no arithmetic.
 */
export function inYears(context: Context, years: readonly boolean[], make: (year: number) => NodeId): NodeId {
  const { builder } = context;
  return builder.stack(
    period,
    years.map((may, year) => (may ? make(year) : builder.constant(0))),
  );
}

/** The years of the horizon, true where the programme runs. */
export function programmeYears({ shape }: Context): readonly boolean[] {
  return Array.from({ length: shape.horizonYears }, (_, year) => year < shape.programmeYears);
}

/** Sum over the years in which a flow can differ from zero. */
export function overYears(context: Context, { node, years }: Flow): NodeId {
  const { builder } = context;
  return builder.sum(years.flatMap((may, year) => (may ? [inYear(context, node, year)] : [])));
}

/** One value per year of the horizon. */
export function everyYear(context: Context, node: NodeId): NodeId {
  return context.builder.spread(period, node);
}
