import type { Figure, Result } from "../../engine/result/result.ts";
import type { FollowUp, UpdateStep } from "../../engine/result/update.ts";
import { engineVersion } from "../../engine/version.ts";
import type { Compiled } from "../compile/index.ts";
import type { NamedObserved } from "../observed/merge.ts";
import { keyOfCost, keyOfOutcome, keyOfPeople } from "../observed/observed.ts";
import { spreadOf } from "./rows.ts";

/** What one update brought, beside what stood before it: after the last update, or of the forecast as it was. */
export function stepOf(
  { headline }: Compiled,
  before: Result,
  after: Result,
  followUps: readonly NamedObserved[],
  trail: readonly UpdateStep[],
): Omit<UpdateStep, "effectiveDraws"> {
  const last = trail[trail.length - 1];
  return {
    followUps: followUps.map(followUpOf),
    engine: engineVersion,
    chance: { before: last?.chance.after ?? chanceOf(before, headline), after: chanceOf(after, headline) },
    net: {
      before: last?.net.after ?? spreadOf(before.outputs, headline).mean,
      after: spreadOf(after.outputs, headline).mean,
    },
  };
}

function followUpOf({ file, observed }: NamedObserved): FollowUp {
  const { hash, months, people, outcomes, costs, processMeasures } = observed;
  const holds = [
    ...people.map(keyOfPeople),
    ...outcomes.map(keyOfOutcome),
    ...costs.map(keyOfCost),
    ...processMeasures.map(({ id }) => `processMeasures.${id}`),
  ];
  return { file, hash, months, holds };
}

/** The chance of success, or of a leading net above zero where the file sets no goals. */
function chanceOf({ criteria, outputs }: Result, headline: string): Figure {
  const success = criteria.success?.probability;
  if (success !== undefined) return success;
  const net = outputs[headline];
  if (net?.kind !== "number") throw new Error(`no number is called ${headline}`);
  return net.chanceAboveZero;
}
