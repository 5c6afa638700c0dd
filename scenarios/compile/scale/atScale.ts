import { hasScale, type ScalePart, scaleTimeOf } from "../../scaleUp.ts";
import type { Context } from "../context.ts";
import { period } from "../context.ts";
import { withHappenings } from "../happenings.ts";
import { quantities } from "../quantity.ts";
import type { Shape } from "../shape.ts";
import type { AtScale, View } from "../view.ts";
import { growthOf, shareOfFull, sizeAtScale } from "./people.ts";

type Parts = Pick<
  Context,
  "builder" | "parameters" | "derived" | "checked" | "shape" | "prefix" | "chance" | "inputs" | "ownPlaces"
>;

const variantOf = ({ atScale }: View): AtScale => (atScale === true || atScale === undefined ? {} : atScale);

/** True where a part that the file states is to act: in ordinary operation, unless the view leaves it out. */
export function isInForce({ view }: Pick<Context, "view">, part: ScalePart): boolean {
  return view.atScale !== undefined && !(variantOf(view).without ?? []).includes(part);
}

/**
 * The same parts along the years of ordinary operation: it begins so many years after the project, or with it where it is begun at
 * once, and is counted to the same year either way. People and cases are expected numbers: groups are large, and the project's luck
 * is not theirs.
 */
export function partsAtScale<P extends Parts>(parts: P, view: View): P {
  if (view.atScale === undefined || !hasScale(parts.checked.content)) return parts;
  const { chance: _, ...rest } = parts;
  const { first, years, horizon } = scaleTimeOf(parts.checked.content);
  const { budget: __, ...own } = parts.shape;
  const atOnce = variantOf(view).atOnce === true;
  const shape: Shape = {
    ...own,
    programmeYears: atOnce ? years + first : years,
    horizonYears: own.yearsLater + horizon,
    yearsLater: own.yearsLater + (atOnce ? 0 : first),
  };
  const builder = parts.builder.withAxes({ [period]: `operation${shape.horizonYears}` });
  builder.axis(period, shape.horizonYears);
  return { ...rest, builder, shape } as P;
}

/** Quantities as they are in ordinary operation: people and places in proportion to the target group, by stages. */
export function quantitiesAtScale(context: () => Context): Context["quantity"] {
  const own = quantities(context);
  return (place, fallback) => {
    const here = context();
    const inOperation = `implementation.${place}`;
    if (place.startsWith("funnel.") && isInForce(here, "funnel") && here.checked.quantities.has(inOperation))
      return withHappenings(here, place, own(inOperation));
    if (place === "target.size") return shareOfFull(here, sizeAtScale(here));
    const node = own(place, fallback);
    if (/^target\.stock\.(?:start|inflow)$/.test(place)) return here.builder.multiply(node, growthOf(here));
    const isOfPeople = /^outcomes\.[^.]+\.among$/.test(place) || /^funnel\.capacity\.(?:places|posts)$/.test(place);
    if (!isOfPeople && place !== "target.planned") return node;
    return shareOfFull(here, here.builder.multiply(node, growthOf(here)));
  };
}
