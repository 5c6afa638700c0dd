import type { NodeId } from "../../../engine/model/graph.ts";
import { hasScale, scaleTimeOf, stagesOf } from "../../scaleUp.ts";
import { type Context, inYear, overSegments, period, segment } from "../context.ts";
import type { View } from "../view.ts";

/** The project, seen as this view sees it otherwise. */
export function projectOf(context: Context): Context {
  const { atScale, looks: _, withoutRule: __, ...view } = context.view;
  return atScale === undefined ? context : context.inView(view);
}

/** Ordinary operation, seen as this view sees the project; stop rules of the project do not reach it. */
export function atScaleView({ view }: Context, atScale: NonNullable<View["atScale"]> = true): View {
  const { looks: _, ...rest } = view;
  return { ...rest, atScale };
}

/**
 * The project's target group in its last year, of a stock in its first; per segment where it is given so. As it is written: what a risk
 * does to the project's makes ordinary operation no larger.
 */
function sizeInProject(context: Context): NodeId {
  const seen = projectOf(context);
  const project = context.checked.risks === undefined ? seen : seen.inView({ ...seen.view, risks: "none" });
  const isStock = context.checked.quantities.has("target.stock.start");
  const size = project.quantity(isStock ? "target.stock.start" : "target.size");
  return inYear(project, size, project.shape.programmeYears - 1);
}

/** How many times as many people there are at full scale as in the project. */
export function growthOf(context: Context): NodeId {
  const { builder } = context;
  return builder.divide(context.quantity("implementation.target"), overSegments(context, sizeInProject(context)));
}

/** The target group at full scale, its segments in proportion as in the project. */
export function sizeAtScale(context: Context): NodeId {
  const { builder } = context;
  const size = sizeInProject(context);
  if (!builder.hasAxis(size, segment)) return context.quantity("implementation.target");
  return builder.multiply(size, growthOf(context));
}

/** Share of full scale that each stage reaches, in order of time. */
export function stageShares(context: Context): readonly NodeId[] {
  const { builder, checked } = context;
  const { at, stages } = stagesOf(checked.content.implementation!);
  const shares = stages.map(({ key }) => context.quantity(`implementation.${at}.${key}`));
  if (at === "stages") return shares;
  return shares.map((open) => builder.divide(open, context.quantity("implementation.sites.number")));
}

/** Number of the stage that has begun in each year of the horizon, by the years of ordinary operation itself. */
export function stageOfYear({ checked, shape }: Context): readonly number[] {
  const { content } = checked;
  const { first } = scaleTimeOf(content);
  const { stages } = stagesOf(content.implementation!);
  return Array.from(
    { length: shape.horizonYears },
    (_, year) => stages.filter((stage) => stage.year - first <= year).length - 1,
  );
}

/** So many at full scale, by the share of it that is reached in each year. */
export function shareOfFull(context: Context, people: NodeId): NodeId {
  const { builder, checked } = context;
  if (context.view.atScale === undefined || !hasScale(checked.content)) return people;
  const shares = stageShares(context);
  if (shares.length === 0) return people;
  const byYear = builder.stack(
    period,
    stageOfYear(context).map((stage) => shares[stage]),
  );
  return builder.multiply(people, byYear);
}
