import type { ComparisonRequest } from "../../engine/decision/comparison.ts";
import { UtfallError } from "../../engine/issues.ts";
import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { figureId } from "../figures.ts";
import { suggestion } from "../nearest.ts";
import { declareCriteria } from "./criteria.ts";
import { optionFigures } from "./defaults.ts";
import { declareDifference } from "./differences.ts";
import { declareRatioOfMeans } from "./figures.ts";
import type { Lowered } from "./lowered.ts";
import { costEffectivenessOf } from "./planes.ts";
import { stated as asWritten } from "./view.ts";
import { declareAsked } from "./whole.ts";

/** What the file itself is called among its options, and doing nothing at all. */
export const base = "base";
const doNothing = "nothing";

/** The file and its options in one graph, by id in file order; `base` first. */
export interface Compared {
  readonly builder: GraphBuilder;
  readonly scenarios: ReadonlyMap<string, Lowered>;
  /** Whose outputs have no prefix. */
  readonly leading: string;
}

/** Declares the figures of every option, what sets it apart from the file, and what they are compared by. */
export function declareOptions(compared: Compared): ComparisonRequest {
  const { builder, scenarios, leading } = compared;
  const file = scenarios.get(base)!;
  const { leading: whom } = file.shape;
  const who = whom === undefined ? {} : { who: whom };
  for (const [id, scenario] of scenarios) {
    const { context, whole, figureOf } = scenario.inView(asWritten);
    if (id !== leading) {
      const { figures, ratios } = optionFigures(context, whole());
      for (const path of figures) scenario.declare(path);
      for (const path of ratios) declareRatioOfMeans(context, whole(), path, scenario.unit);
      declareCriteria(context, { parse: scenario.parse, node: figureOf, declare: () => {} });
    }
    if (id === base) continue;
    const pair = { id: `${id}-${base}`, builder, first: scenario, second: file };
    for (const figure of ["net", "pvBenefit", "pvCost"] as const) declareDifference(pair, { figure, ...who });
    if (whom !== undefined) declareDifference(pair, { figure: "net" });
    for (const what of Object.keys(file.checked.content.outcomes))
      if (Object.hasOwn(scenario.checked.content.outcomes, what)) declareDifference(pair, { figure: "cases", what });
  }
  const nets = [...scenarios].map(
    ([id, { inView }]) => [id, inView(asWritten).figureOf({ figure: "net", ...who })] as const,
  );
  const stated = file.inView(asWritten);
  const withoutPrice = costEffectivenessOf(stated.context, stated.whole(), file.declare, file.unit);
  const best = declareBest(builder, [[doNothing, builder.constant(0)], ...nets]);
  return {
    leading,
    options: [...scenarios].map(([id, { declare, checked }]) => ({
      id,
      benefit: declare({ figure: "pvBenefit", ...who }),
      cost: declare({ figure: "pvCost", ...who }),
      net: declare({ figure: "net", ...who }),
      returnPerKrona: `${id === leading ? "" : `${id}/`}${figureId({ figure: "returnPerKrona", ...who })}`,
      best: best.get(id)!,
      effects: Object.fromEntries(
        Object.keys(checked.content.outcomes).map((what) => [what, declare({ figure: "cases", what })]),
      ),
      ...(id === base ? {} : { against: againstOf(id, who) }),
    })),
    nothing: { id: doNothing, best: best.get(doNothing)! },
    ...(withoutPrice.length === 0 ? {} : { withoutPrice }),
  };
}

/** Ids of the differences from the file. */
function againstOf(id: string, who: { readonly who?: string }) {
  const of = (figure: "pvBenefit" | "pvCost" | "net") => `${id}-${base}/${figureId({ figure, ...who })}`;
  return { benefit: of("pvBenefit"), cost: of("pvCost"), net: of("net") };
}

/** In each draw one is best: that of the highest net, among equals the first. */
function declareBest(builder: GraphBuilder, nets: readonly (readonly [string, NodeId])[]): ReadonlyMap<string, string> {
  return new Map(
    nets.map(([id, net], k) => {
      const beats = nets.flatMap(([, other], j) =>
        j === k ? [] : [builder.binary(j < k ? "greater" : "greaterOrEqual", net, other)],
      );
      const output = `best/${id}`;
      const node = beats.reduce((all, one) => builder.binary("and", all, one));
      builder.output({ id: output, node, kind: "test", beside: true });
      return [id, output];
    }),
  );
}

/**
 * Declares a figure by its path: of the leading scenario (`net`), of an option (`smallTeam/net.education.y2`), or of the difference
 * of two (`smallTeam-base/net`); a view stands after the option.
 *
 * @throws UtfallError for what there is not
 */
export function declareAskedOf(compared: Compared, figure: string): void {
  const { scenarios, leading, builder } = compared;
  const slash = figure.indexOf("/");
  const names = slash < 0 ? [] : figure.slice(0, slash).split("-");
  const rest = figure.slice(slash + 1);
  const known = [...scenarios.keys()];
  const isOption = names.some((name) => known.includes(name) || name === doNothing);
  if (!isOption || names.length > 2) {
    declareAsked(scenarios.get(leading)!, figure);
    return;
  }
  const found = names.map((name) => {
    const scenario = scenarios.get(name);
    if (scenario === undefined && (name !== doNothing || names.length === 1))
      throw new UtfallError([
        { code: "optionUnknown", path: figure, with: { name, nearest: suggestion(name, known) } },
      ]);
    return scenario;
  });
  const [first, second] = found;
  if (names.length === 1) declareAsked(first!, rest);
  else {
    const own = (first ?? second)!;
    declareDifference({ id: names.join("-"), builder, first, second }, own.parse(rest));
  }
}
