import type { NodeId } from "../../../engine/model/graph.ts";
import { stagesOf } from "../../scaleUp.ts";
import type { Context } from "../context.ts";
import { postCost } from "../costLines.ts";
import { isInForce } from "./atScale.ts";
import { growthOf, stageShares } from "./people.ts";

const place = "implementation";

/** kr a year at full scale, at the project's cost per person: what is written as an amount, posts with their salary, premises. */
function statedCost(context: Context): NodeId {
  const { builder, checked } = context;
  const { amount, post, premises } = checked.content.implementation!;
  return builder.sum([
    ...(amount === undefined ? [] : [context.quantity(`${place}.amount`)]),
    ...(post === undefined
      ? []
      : [builder.multiply(context.quantity(`${place}.posts`), postCost(context, `${place}.post`))]),
    ...(premises === undefined ? [] : [context.quantity(`${place}.premises`)]),
  ]);
}

/** kr a year when all of the target group is there. */
export function costAtFullScale(context: Context): NodeId {
  const { builder } = context;
  const one = builder.constant(1);
  const stages = stageShares(context).length;
  const factor = marginalFactor(context, one, stages === 0 ? undefined : { last: stages - 1, rest: true });
  return factor === undefined ? statedCost(context) : builder.multiply(statedCost(context), factor);
}

/** kr a year when a share of it is there, after so many stages. */
export function costAtShare(context: Context, share: NodeId, stage: number): NodeId {
  const { builder } = context;
  const factor = marginalFactor(context, share, stage < 0 ? undefined : { last: stage, rest: false });
  return builder.multiply(statedCost(context), factor ?? share);
}

/**
 * How many times the stated cost of full scale a share of it costs, where the cost per person changes with the scale; undefined where it
 * does not. By doubling: share · (people / people in the project)^β with 2^β = 1 + perDoubling. By stages: each stage's own share of
 * people times its factor, what is left beyond the last stage at that one's.
 */
function marginalFactor(
  context: Context,
  share: NodeId,
  until: { readonly last: number; readonly rest: boolean } | undefined,
): NodeId | undefined {
  const { builder, checked } = context;
  const written = checked.content.implementation?.marginalCost;
  const left = context.view.atScale !== undefined && !isInForce(context, "marginalCost");
  if (written === undefined || left) return undefined;
  let factor = share;
  if (written.stages !== undefined && until !== undefined) {
    const { stages } = stagesOf(checked.content.implementation!);
    const shares = stageShares(context);
    const ofStage = stages.map(({ key }) => context.quantity(`${place}.marginalCost.stages.${key}`, 1));
    const parts = shares.slice(0, until.last + 1).map((own, k) => {
      const added = k === 0 ? own : builder.subtract(own, shares[k - 1]);
      return builder.multiply(added, ofStage[k]);
    });
    const beyond = until.rest
      ? [builder.multiply(builder.subtract(builder.constant(1), shares[until.last]), ofStage[until.last])]
      : [];
    factor = builder.sum([...parts, ...beyond]);
  }
  if (written.perDoubling === undefined) return factor;
  const people = builder.multiply(share, growthOf(context));
  const step = builder.add(builder.constant(1), context.quantity(`${place}.marginalCost.perDoubling`));
  const exponent = builder.divide(builder.unary("ln", step), builder.unary("ln", builder.constant(2)));
  return builder.multiply(factor, builder.binary("power", people, exponent));
}
