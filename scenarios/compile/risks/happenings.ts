import type { Context } from "../context.ts";
import type { Happening } from "../happening.ts";
import { asWritten, hasNoRisks, riskEvent, riskOf, takenAway } from "./events.ts";

/** What the risks of the scenario do to its numbers in this view: nothing where they can't happen. */
export function riskHappenings(context: Context): readonly Happening[] {
  const { risks = [] } = context.checked;
  if (risks.length === 0 || hasNoRisks(context)) return [];
  const { quantity } = asWritten(context);
  const without = takenAway(context);
  return risks
    .filter(({ id, hits }) => id !== without && hits.length > 0)
    .flatMap(({ id, hits }) => {
      const { on } = riskEvent(context, id);
      const endsAll = riskOf(context, id).form === "policyCancelled";
      return hits.map(({ place, how, by, within }) => ({
        place,
        how,
        by: quantity(by),
        happened: on,
        // What else raises a cost or brings people in does so no more once the programme has been cancelled.
        ...(endsAll && how === "times" ? { ends: true as const } : {}),
        ...(within === undefined ? {} : { within }),
      }));
    });
}
