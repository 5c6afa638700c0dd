import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYear, inYears, programmeYears } from "./context.ts";
import { drawnCases, isCounted } from "./drawnCases.ts";
import { atStart, type EffectNodes, effectNodes, levelWithout } from "./effectNodes.ts";
import { isWritten } from "./people/groups.ts";
import { peopleOf, sameGroups } from "./people.ts";

/** What happens to those who are harmed, for one outcome. */
export interface Harm {
  readonly people: NodeId;
  /** Change of each, in the outcome's own unit, the bad way positive. */
  readonly each: NodeId;
}

/** Undefined where the outcome says nothing of harm. Neither fidelity nor build-up makes it smaller: it was seen as it is. */
export function harmOf(context: Context, id: string, nodes: EffectNodes): Harm | undefined {
  const { builder } = context;
  const place = `outcomes.${id}.harm`;
  const relative = `${place}.relative`;
  if (!isWritten(context, `${place}.points`) && !isWritten(context, relative)) return undefined;
  const people = peopleOf(context, "harmed");
  const each = isWritten(context, relative)
    ? builder.multiply(context.quantity(relative), atStart(id, nodes))
    : context.quantity(`${place}.points`);
  sameGroups(context, people, each, "target.size", place);
  return { people, each };
}

/** Cases the bad way that harm brings, of each programme year's group. Undefined where the outcome says nothing of harm. */
export function casesByHarm(context: Context, id: string): NodeId | undefined {
  const { builder } = context;
  const harm = harmOf(context, id, effectNodes(context, id));
  if (harm === undefined) return undefined;
  const { people, each } = harm;
  return inYears(context, programmeYears(context), (year) => {
    const own = inYear(context, each, year);
    if (!isCounted(context, id)) return builder.multiply(inYear(context, people, year), own);
    const of = { exposed: people, without: levelWithout(context, id), change: builder.negate(own) };
    return builder.negate(drawnCases(context, id, year, of, `${id}.harmed`));
  });
}
