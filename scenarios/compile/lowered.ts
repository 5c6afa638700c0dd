import { UtfallError } from "../../engine/issues.ts";
import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { DerivedRequest } from "../../engine/run/request.ts";
import type { Unit } from "../../engine/units/index.ts";
import type { CheckedScenario } from "../checked.ts";
import { levelPlaceOf } from "../effects.ts";
import { type FigurePath, figureId, parseFigure } from "../figures.ts";
import { figureIdsOf } from "../ids.ts";
import { withoutChance } from "./chance.ts";
import type { Context } from "./context.ts";
import { declareFigure } from "./figures.ts";
import { declareFollowUps } from "./followUp.ts";
import type { DeclaredInputs } from "./inputs.ts";
import { cases, casesWithout } from "./outcomes.ts";
import { peopleOf } from "./people.ts";
import { type Seen, seenIn } from "./seen.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { stated, type View, viewKey } from "./view.ts";

/** A scenario in a graph: its views, and how its figures are read and declared. */
export interface Lowered {
  readonly checked: CheckedScenario;
  readonly shape: Shape;
  readonly inView: (view: View) => Seen;
  /** @throws UtfallError for a figure that the scenario does not have */
  readonly parse: (text: string) => FigurePath;
  readonly unit: (path: FigurePath) => Unit;
  /** Makes a figure an output. @returns its id */
  readonly declare: (path: FigurePath, view?: View) => string;
}

/** What a scenario needs of the graph that it is lowered into. */
export interface Place {
  readonly builder: GraphBuilder;
  /** Values of all parameters of the graph. */
  readonly parameters: Record<string, number | readonly number[]>;
  /** Figures of the graph that are made from the means of others. */
  readonly derived: DerivedRequest[];
  readonly inputs: DeclaredInputs;
  /** Stands before its parameters and outputs; empty for the leading scenario. */
  readonly prefix: string;
  readonly ownPlaces?: Context["ownPlaces"];
  readonly chance: "on" | "off";
}

export function lowered(checked: CheckedScenario, place: Place): Lowered {
  const { builder, parameters, derived, inputs, prefix, ownPlaces } = place;
  const shape = shapeOf(checked.content, checked.option?.yearsLater);
  const ids = figureIdsOf(checked.content, checked.option?.yearsLater);
  const parse = (text: string): FigurePath => {
    const parsed = parseFigure(text, ids);
    if (!parsed.ok) throw new UtfallError([{ ...parsed.issue, path: text }]);
    return parsed.figure;
  };
  const unit = (path: FigurePath): Unit => {
    const parsed = parseFigure(figureId(path), ids);
    if (!parsed.ok) throw new UtfallError([parsed.issue]);
    return parsed.unit;
  };
  const shared = {
    builder,
    parameters,
    derived,
    checked,
    shape,
    prefix,
    inputs: inputs.parameters,
    luck: inputs.chance,
    events: inputs.events,
  };
  const own = ownPlaces === undefined ? shared : { ...shared, ownPlaces };
  const parts = place.chance === "on" ? { ...own, chance: { chance: inputs.chance } } : own;
  const seen = new Map<string, Seen>();
  const inView = (view: View): Seen => {
    const known = seen.get(viewKey(view));
    if (known !== undefined) return known;
    const made = seenIn(view, parts, parse, inView);
    seen.set(viewKey(view), made);
    return made;
  };
  if (place.chance === "on") declareCounts(inView(stated).context);
  declareFollowUps(withoutChance(inView(stated).context));
  return {
    checked,
    shape,
    inView,
    parse,
    unit,
    declare: (path, view = stated) => {
      const { context, whole } = inView(view);
      return declareFigure(context, whole(), path, unit);
    },
  };
}

/** Gives the draws of chance their order, whatever figures are asked for: people, then cases in file order. */
function declareCounts(context: Context): void {
  const { target, outcomes } = context.checked.content;
  if (target !== undefined)
    for (const group of ["everyone", "reached", "enrolled", "dropped", "harmed"] as const) peopleOf(context, group);
  for (const id of Object.keys(outcomes)) {
    if (levelPlaceOf(context.checked, id) !== undefined) casesWithout(context, id);
    cases(context, id);
  }
}
