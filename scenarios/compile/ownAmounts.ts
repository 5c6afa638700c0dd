import { describe } from "../../engine/distributions/index.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { sumOfAmounts } from "../../engine/model/sumOfAmounts.ts";
import type { Quantity } from "../checked.ts";
import { chanceInput, drawsOf, wholeNumber } from "./chance.ts";
import { type Context, parameter, segment } from "./context.ts";

type OwnAmounts = Extract<Quantity, { kind: "ownAmounts" }>;

/** What people or cases have of their own, with the place where it is written. */
interface Written {
  readonly place: string;
  readonly quantity: OwnAmounts;
}

/** The own amounts that stand at a place, through names, where it is the place that counts them. */
export function uncountedAt(context: Context, place: string): Written | undefined {
  const quantity = context.checked.quantities.get(place);
  if (quantity?.kind === "reference") return uncountedAt(context, quantity.to);
  return quantity?.kind === "ownAmounts" && quantity.counted === undefined ? { place, quantity } : undefined;
}

/** What one amount is multiplied by. */
export function timesOf(context: Context, { place, quantity }: Written): NodeId {
  return quantity.hasTimes ? context.quantity(`${place}.times`) : context.builder.constant(1);
}

/** How many there are where it says so itself; an expected number is where chance is drawn the mean of a Poisson count. */
export function countOf(context: Context, { place, quantity }: Written): NodeId {
  const stated = context.quantity(`${place}.${quantity.counted}`);
  if (quantity.counted === "number") return wholeNumber(context, `${place}.number#whole`, stated, false);
  if (context.chance === undefined) return stated;
  return context.builder.poissonCount(chanceInput(context, context.chance, `${place}.expected#count`), stated);
}

/**
 * The amounts of so many added up, without `times`: each drawn for itself where chance is drawn, else the number times the mean.
 *
 * @param drawnAt under which name they are drawn
 */
export function addedUp(context: Context, { place, quantity }: Written, number: NodeId, drawnAt = place): NodeId {
  const { builder, chance } = context;
  const { mean, variance, skewness } = describe(quantity.each);
  const given = (name: string, value: number) =>
    parameter(context, `${place}.each.${name}`, Number.isFinite(value) ? value : 0);
  if (chance === undefined) return builder.multiply(number, given("mean", mean));
  const split = { byYear: false, bySegment: builder.hasAxis(number, segment) };
  const draws = (suffix: string, distribution = quantity.each) =>
    drawsOf(context, split, `${drawnAt}#${suffix}`, (path) => chanceInput(context, chance, path, distribution));
  return sumOfAmounts(builder, number, {
    first: Array.from({ length: quantity.oneByOne }, (_, k) => draws(String(k + 1))),
    score: draws("rest", { family: "normal", parameters: { mean: 0, sd: 1 } }),
    mean: given("mean", mean),
    sd: given("sd", Math.sqrt(variance)),
    skewness: given("skewness", variance === 0 ? 0 : skewness),
  });
}
