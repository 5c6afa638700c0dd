import { equalUnits, type Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import {
  type Add,
  bySegment,
  duration,
  factor,
  fixed,
  newPeople,
  people,
  perYear,
  probability,
  share,
  size,
  type Want,
} from "./want.ts";

const byYear = { years: true, segments: false };
const post: Unit = { post: 1 };

/** Places of the target group and its way through the programme. */
export function peoplePlaces(
  add: Add,
  content: ScenarioContent,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  const { target, funnel } = content;
  add("target.size", target?.size, size);
  stockPlaces(add, target?.stock);
  add("target.planned", target?.planned, {
    ...size,
    fits: (unit, unitOf) => {
      const counted = target?.stock === undefined ? unitOf("target.size") : people;
      return counted === undefined || equalUnits(unit, counted);
    },
  });
  for (const [id, { harm }] of Object.entries(content.outcomes)) {
    const unit = unitOfOutcome(id);
    const own: Want = { ...size, accepts: unit === undefined ? [] : [unit] };
    const isShare = unit !== undefined && equalUnits(unit, share);
    add(`outcomes.${id}.harm.points`, harm?.points, isShare ? { ...own, range: "probability" } : own);
    add(`outcomes.${id}.harm.relative`, harm?.relative, factor);
  }
  if (funnel === undefined) return;
  add("funnel.reached", funnel.reached, probability);
  add("funnel.accepted", funnel.accepted, probability);
  add("funnel.dropout", funnel.dropout, probability);
  capacityPlaces(add, funnel.capacity);
  const { stages = [], dose, ...dropouts } = funnel.dropouts;
  add("funnel.dropouts.effectKept", dropouts.effectKept, probability);
  add("funnel.dropouts.costKept", dropouts.costKept, probability);
  for (const [index, stage] of stages.entries()) {
    const at = `funnel.dropouts.stages.${index}`;
    add(`${at}.until`, stage.until, { ...duration, ...fixed });
    add(`${at}.leave`, stage.leave, probability);
    add(`${at}.effectKept`, stage.effectKept, probability);
    add(`${at}.costKept`, stage.costKept, probability);
  }
  for (const key of ["threshold", "from", "full"] as const)
    add(`funnel.dropouts.dose.${key}`, dose?.[key], { ...duration, ...fixed });
  add("funnel.dropouts.costOver", dropouts.costOver, { ...duration, ...fixed });
  add("funnel.dropouts.harmed", dropouts.harmed, probability);
  add("funnel.harmed", funnel.harmed, probability);
}

function stockPlaces(add: Add, stock: NonNullable<ScenarioContent["target"]>["stock"]): void {
  if (stock === undefined) return;
  add("target.stock.start", stock.start, { ...size, accepts: [people], ...bySegment });
  add("target.stock.inflow", stock.inflow, { ...size, accepts: [newPeople] });
  for (const reason of ["death", "moved"] as const)
    add(`target.stock.leaves.${reason}`, stock.leaves[reason], {
      accepts: [perYear, share],
      range: "probability",
      ...bySegment,
    });
}

function capacityPlaces(add: Add, capacity: NonNullable<ScenarioContent["funnel"]>["capacity"]): void {
  const amount = { range: "amount", ...byYear } as const;
  add("funnel.capacity.places", capacity?.places, { accepts: [people, newPeople], ...amount });
  add("funnel.capacity.posts", capacity?.posts, { accepts: [post, share], ...amount });
  const perPost: Unit = { people: 1, post: -1 };
  add("funnel.capacity.perPost", capacity?.perPost, { accepts: [{ ...perPost, year: -1 }, perPost], ...amount });
}
