import type { Context } from "../context.ts";
import type { Happening } from "../happening.ts";
import { asWritten, riskEvent } from "./events.ts";

/** What the risks of the scenario do to its numbers in this view: nothing where they can't happen, and nothing in ordinary operation. */
export function riskHappenings(context: Context): readonly Happening[] {
  const { view, checked } = context;
  const { risks = [] } = checked;
  if (risks.length === 0 || view.risks === "none" || view.atScale !== undefined) return [];
  const { quantity } = asWritten(context);
  const without = view.risks !== undefined && "without" in view.risks ? view.risks.without : undefined;
  return risks
    .filter(({ id, hits }) => id !== without && hits.length > 0)
    .flatMap(({ id, hits }) => {
      const { on } = riskEvent(context, id);
      return hits.map(({ place, how, by, within }) => ({
        place,
        how,
        by: quantity(by),
        happened: on,
        ...(within === undefined ? {} : { within }),
      }));
    });
}
