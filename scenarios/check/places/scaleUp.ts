import type { Unit } from "../../../engine/units/index.ts";
import { isNought } from "../../adjustments.ts";
import { unitOfStated } from "../../effects.ts";
import { oneSitePlaces, siteScorePlace, siteWaves, stagesOf } from "../../scaleUp.ts";
import { isKeptParts } from "../../schema/implementation.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, fixed, probability, share, type Want } from "./want.ts";

const factor: Want = { accepts: [share], range: "factor", ...fixed };
const lost: Want = { accepts: [share], range: "probability", ...fixed };
const count: Want = { accepts: [share], range: "amount", ...fixed };
const more: Want = { accepts: [share], range: "rate", ...fixed };
const score: Want = { accepts: [share], ...fixed };

/** Places of what makes ordinary operation differ from the project. */
export function scalePlaces(add: Add, content: ScenarioContent, unitOfOutcome: (id: string) => Unit | undefined): void {
  const { implementation, outcomes } = content;
  if (implementation === undefined) return;
  const at = "implementation";
  const { effectKept, funnel, sites, marginalCost } = implementation;
  if (isKeptParts(effectKept)) {
    add(`${at}.effectKept.fidelity`, effectKept.fidelity, factor);
    add(`${at}.effectKept.context`, effectKept.context, factor);
    add(`${at}.effectKept.loss`, effectKept.loss, lost);
  } else add(`${at}.effectKept`, effectKept, factor);
  for (const key of ["reached", "accepted", "dropout"] as const) add(`${at}.funnel.${key}`, funnel?.[key], probability);
  add(`${at}.marginalCost.perDoubling`, marginalCost?.perDoubling, more);
  for (const [stage, own] of Object.entries(marginalCost?.stages ?? {}))
    add(`${at}.marginalCost.stages.${stage}`, own, factor);
  if (sites === undefined) return;
  add(`${at}.sites.number`, sites.number, count);
  for (const [stage, open] of Object.entries(sites.open ?? {})) add(`${at}.sites.open.${stage}`, open, count);
  const { stages } = stagesOf(implementation);
  for (const [id, { sd, se }] of Object.entries(sites.between)) {
    const own = `${at}.sites.between.${id}`;
    const unit = unitOfOutcome(id);
    const stated: Want =
      unit === undefined || outcomes[id] === undefined
        ? { accepts: [], ...fixed }
        : { accepts: [unitOfStated(outcomes[id].effect, unit)], range: "amount", ...fixed };
    add(`${own}.sd`, sd, stated);
    add(`${own}.se`, se, stated);
    if (isNought(sd)) continue;
    const drawn = (name: string) => add(`${own}.sd`, { mean: 0, sd: 1 }, score, name);
    for (const stage of siteWaves(stages)) drawn(siteScorePlace(id, stage));
    const { site, followUp } = oneSitePlaces(id);
    drawn(site);
    if (se !== undefined) drawn(followUp);
  }
}
