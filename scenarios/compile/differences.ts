import type { GraphBuilder } from "../../engine/model/builder.ts";
import { formatUnit } from "../../engine/units/index.ts";
import { type FigurePath, figureId, figureTable } from "../figures.ts";
import { derive } from "./figures.ts";
import type { Lowered } from "./lowered.ts";
import { ratioParts } from "./ratios.ts";
import { stated } from "./view.ts";

/** Two scenarios of a graph, the second taken from the first; doing nothing, where everything is zero, where one is absent. */
interface Pair {
  /** `smallTeam-base`. */
  readonly id: string;
  readonly builder: GraphBuilder;
  readonly first: Lowered | undefined;
  readonly second: Lowered | undefined;
}

/**
 * Declares the difference of a figure as an output of its own, draw by draw: what both have in common cancels. Of a ratio that of
 * the differences over and under its line: what a further krona gives, or what a further case costs.
 *
 * @returns its id
 */
export function declareDifference(pair: Pair, path: FigurePath): string {
  const { builder, first, second } = pair;
  const id = `${pair.id}/${figureId(path)}`;
  if (builder.hasOutput(id)) return id;
  if (path.figure === "internalRate") return rateOfDifference(pair, path);
  const unit = formatUnit((first ?? second)!.unit(path));
  const nodeOf = (scenario: Lowered | undefined, of: FigurePath) =>
    scenario?.inView(stated).figureOf(of) ?? builder.constant(0);
  const difference = (of: FigurePath) => builder.subtract(nodeOf(first, of), nodeOf(second, of));
  const parts = ratioParts(path);
  if (parts === undefined) {
    const node = builder.name(difference(path), id);
    builder.output({ id, node, unit, kind: "figure", worse: figureTable[path.figure].worse });
    return id;
  }
  const [numerator, denominator] = parts.map((part) => declareDifference(pair, part));
  const node = builder.name(builder.divide(difference(parts[0]), difference(parts[1])), id);
  builder.output({ id, node, unit, kind: "ratio", numerator, denominator });
  return id;
}

/** The rate at which the yearly differences are worth nothing together. */
function rateOfDifference(pair: Pair, path: FigurePath): string {
  const own = (pair.first ?? pair.second)!;
  const { context } = own.inView(stated);
  const { figure: _, ...whose } = path;
  const years = Array.from({ length: own.shape.horizonYears }, (_, year) => year);
  const flows = years.map((year) => declareDifference(pair, { ...whose, figure: "balance", year }));
  const id = `${pair.id}/${figureId(path)}`;
  derive(context, { kind: "rate", id, unit: formatUnit(own.unit(path)), flows });
  return id;
}
