import type { NodeId } from "../../engine/model/graph.ts";
import { isPlain, parseUnit } from "../../engine/units/index.ts";
import { unitWordsOf } from "../twins.ts";
import { probability, scoresOf } from "./chance.ts";
import { type Context, inYear, segment } from "./context.ts";

/** Whether an outcome's cases are people drawn one by one: it is a share of them, and chance is drawn. Hours are not counted. */
export function isCounted(context: Context, id: string): boolean {
  return context.chance !== undefined && isShareOfPeople(context, id);
}

/** Whether an outcome is a share of people, and not hours or points of theirs. */
export function isShareOfPeople(context: Context, id: string): boolean {
  const { content } = context.checked;
  const parsed = parseUnit(content.outcomes[id].unit, unitWordsOf(content));
  return parsed.ok && isPlain(parsed.unit);
}

function scoreOf(context: Context, name: string, year: number, ...of: readonly NodeId[]): NodeId {
  const bySegment = of.some((node) => context.builder.hasAxis(node, segment));
  return inYear(context, scoresOf(context, context.chance!, name, { byYear: true, bySegment }), year);
}

/** Cases that one programme year's group would have without the programme: binomial among the exposed. */
export function drawnCasesWithout(
  context: Context,
  id: string,
  year: number,
  exposed: NodeId,
  without: NodeId,
  name = id,
): NodeId {
  const { builder } = context;
  const share = inYear(context, without, year);
  const score = scoreOf(context, `casesWithout.${name}`, year, exposed, share);
  return builder.binomialCount(score, inYear(context, exposed, year), probability(context, share));
}

/**
 * Cases that one programme year's group is spared (with a minus: gets besides). Each of the exposed has a case without the
 * programme with probability p, and the programme makes a difference d to as few people as it can: it spares some of those who
 * would have had one, each with probability d/p, and harms none (or the other way round). Altogether that is a binomial count
 * with probability d: its mean is what is expected without chance, and it never exceeds the cases there are.
 */
export function drawnCases(
  context: Context,
  id: string,
  year: number,
  of: { readonly exposed: NodeId; readonly without: NodeId | undefined; readonly change: NodeId },
  name = id,
): NodeId {
  const { builder, checked } = context;
  const { exposed, without, change } = of;
  const zero = builder.constant(0);
  const one = builder.constant(1);
  const people = inYear(context, exposed, year);
  const score = scoreOf(context, `cases.${name}`, year, exposed, change);
  const good = builder.binary("greaterOrEqual", change, zero);
  const size = builder.unary("abs", change);
  const signed = (count: NodeId): NodeId => builder.select(good, count, builder.negate(count));
  if (without === undefined) return signed(builder.binomialCount(score, people, probability(context, size)));
  const share = probability(context, inYear(context, without, year));
  const before = drawnCasesWithout(context, id, year, exposed, without, name);
  // Fewer cases come from those who would have had one, more from the others.
  const fewer = checked.content.outcomes[id].better === "lower" ? good : builder.unary("not", good);
  const pool = builder.select(fewer, before, builder.subtract(people, before));
  const ofPool = builder.select(fewer, share, builder.subtract(one, share));
  const chance = builder.select(
    builder.binary("greater", ofPool, zero),
    probability(context, builder.divide(size, ofPool)),
    builder.multiply(size, zero),
  );
  return signed(builder.binomialCount(score, pool, chance));
}
