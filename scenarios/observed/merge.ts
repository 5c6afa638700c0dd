import type { Issue } from "../../engine/issues.ts";
import {
  type CheckedObserved,
  type CostSeen,
  keyOfCost,
  keyOfOutcome,
  keyOfPeople,
  type Observations,
} from "./observed.ts";

/** A follow-up with the name of its file. */
export interface NamedObserved {
  readonly file: string;
  readonly observed: CheckedObserved;
}

/** What several follow-ups of a programme say together, and what they say twice. */
export interface Merged extends Observations {
  readonly issues: readonly Issue[];
}

/**
 * Each thing that was seen counts once: where several follow-ups give it, the one that goes furthest holds, and the order in which
 * they are given means nothing.
 */
export function mergeObserved(files: readonly NamedObserved[]): Merged {
  const issues: Issue[] = [];
  const inTime = [...files].sort(
    (a, b) => a.observed.months - b.observed.months || (a.observed.hash < b.observed.hash ? -1 : 1),
  );
  const latest = <T>(keyOf: (own: T) => string, of: (observed: CheckedObserved) => readonly T[]): readonly T[] => {
    const held = new Map<string, { readonly own: T; readonly months: number }>();
    for (const { file, observed } of inTime) {
      for (const own of of(observed)) {
        const key = keyOf(own);
        const before = held.get(key);
        if (before !== undefined) tell(issues, key, file, before.months === observed.months);
        held.delete(key);
        held.set(key, { own, months: observed.months });
      }
    }
    return [...held.values()].map(({ own }) => own);
  };
  const costs = latestCosts(inTime, issues);
  return {
    people: latest(keyOfPeople, ({ people }) => people),
    outcomes: latest(keyOfOutcome, ({ outcomes }) => outcomes),
    costs,
    processMeasures: latest(
      ({ id }) => `processMeasures.${id}`,
      ({ processMeasures }) => processMeasures,
    ),
    issues,
  };
}

function tell(issues: Issue[], what: string, file: string, sameTime: boolean): void {
  issues.push({ code: sameTime ? "observedClash" : "observedReplaced", path: what, with: { what, file } });
}

/** A later sum of a cost takes the place of every earlier one that shares a year with it. */
function latestCosts(inTime: readonly NamedObserved[], issues: Issue[]): readonly CostSeen[] {
  let held: { readonly own: CostSeen; readonly months: number }[] = [];
  for (const { file, observed } of inTime) {
    for (const own of observed.costs) {
      const shares = (other: CostSeen) =>
        other.cost === own.cost && other.years.some(({ year }) => own.years.some((mine) => mine.year === year));
      for (const before of held.filter((other) => shares(other.own)))
        tell(issues, keyOfCost(before.own), file, before.months === observed.months);
      held = [...held.filter((other) => !shares(other.own)), { own, months: observed.months }];
    }
  }
  return held.map(({ own }) => own);
}
