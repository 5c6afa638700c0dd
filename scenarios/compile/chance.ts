import type { DistributionSpec } from "../../engine/distributions/index.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { type Chance, type Context, inYear, period, segment } from "./context.ts";

/** Whether a draw is one for all years or one for each programme year, one for everybody or one for each segment. */
export interface Split {
  readonly byYear: boolean;
  readonly bySegment: boolean;
}

/** The context in which people and cases are their expected values. */
export function withoutChance(context: Context): Context {
  const { chance: _, ...rest } = context;
  return rest;
}

const standardNormal: DistributionSpec = { family: "normal", parameters: { mean: 0, sd: 1 } };

/**
 * An input of level `chance` under the programme's id: `id/name`, `id/segment/name`, with `.yN` where each year has its own. All
 * of a programme stand in one suite, apart from its assumptions.
 */
export function chanceInput(
  context: Context,
  chance: Chance,
  name: string,
  distribution: DistributionSpec = standardNormal,
): NodeId {
  const { id } = context.shape;
  return context.builder.input(chance.chance(`${id}/${name}`, distribution, `${id}/chance`));
}

/**
 * The standard normal scores by which something is drawn. Each programme year's group has its own luck; what is written for
 * later years holds the last one's, as lists do.
 */
export function scoresOf(context: Context, chance: Chance, name: string, split: Split): NodeId {
  return drawsOf(context, split, name, (path) => chanceInput(context, chance, path));
}

/** What `make` gives for the path of each year and segment, along these axes. */
export function drawsOf(context: Context, split: Split, name: string, make: (path: string) => NodeId): NodeId {
  const { builder, shape } = context;
  const inSegments = (suffix: string): NodeId =>
    split.bySegment
      ? builder.stack(
          segment,
          shape.segments.map((id) => make(`${id}/${name}${suffix}`)),
        )
      : make(`${name}${suffix}`);
  if (!split.byYear) return inSegments("");
  const last = shape.programmeYears - 1;
  const years = Array.from({ length: shape.horizonYears }, (_, year) => inSegments(`.y${Math.min(year, last)}`));
  return builder.stack(period, years);
}

/** A number as a whole one: of 31.5 it is 31 or 32, either by chance, so that the mean stays what it was. */
export function wholeNumber(context: Context, name: string, number: NodeId, byYear: boolean): NodeId {
  const { builder, chance } = context;
  if (chance === undefined) return number;
  const below = builder.unary("floor", number);
  const score = scoresOf(context, chance, name, { byYear, bySegment: builder.hasAxis(number, segment) });
  return builder.add(below, builder.binomialCount(score, builder.constant(1), builder.subtract(number, below)));
}

/** The same of people, of whom there are never fewer than none. */
export function wholePeople(context: Context, name: string, people: NodeId, byYear: boolean): NodeId {
  const { builder, chance } = context;
  if (chance === undefined) return people;
  return wholeNumber(context, name, builder.max(builder.constant(0), people), byYear);
}

/** A probability kept inside [0, 1]: a product of factors may leave it. NaN stays. */
export function probability(context: Context, share: NodeId): NodeId {
  const { builder } = context;
  return builder.max(builder.constant(0), builder.min(builder.constant(1), share));
}

/**
 * How many of `size` people it happens to: their expected number, or where chance is drawn a binomial count, each being one of
 * those with probability `share`, independently of the others.
 */
export function countAmong(context: Context, name: string, size: NodeId, share: NodeId, byYear: boolean): NodeId {
  const { builder, chance } = context;
  if (chance === undefined) return builder.multiply(size, share);
  const bySegment = builder.hasAxis(size, segment) || builder.hasAxis(share, segment);
  const score = scoresOf(context, chance, name, { byYear, bySegment });
  return builder.binomialCount(score, size, probability(context, share));
}

/** The same of a number with a sign, such as avoided cases: the sign stays. */
export function signedCountAmong(context: Context, name: string, number: NodeId, share: NodeId, year: number): NodeId {
  const { builder } = context;
  const size = builder.unary("abs", number);
  const bySegment = builder.hasAxis(number, segment) || builder.hasAxis(share, segment);
  const score = inYear(context, scoresOf(context, context.chance!, name, { byYear: true, bySegment }), year);
  const count = builder.binomialCount(score, size, probability(context, share));
  return builder.select(builder.binary("less", number, builder.constant(0)), builder.negate(count), count);
}

/** Events of so many people, of a number with a sign: a Poisson count about what is expected of them, the sign kept. */
export function poissonAmong(context: Context, name: string, number: NodeId, each: NodeId, year: number): NodeId {
  const { builder } = context;
  const bySegment = builder.hasAxis(number, segment) || builder.hasAxis(each, segment);
  const score = inYear(context, scoresOf(context, context.chance!, name, { byYear: true, bySegment }), year);
  const mean = builder.multiply(builder.unary("abs", number), builder.max(builder.constant(0), each));
  const count = builder.poissonCount(score, mean);
  return builder.select(builder.binary("less", number, builder.constant(0)), builder.negate(count), count);
}
