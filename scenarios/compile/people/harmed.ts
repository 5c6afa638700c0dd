import type { NodeId } from "../../../engine/model/graph.ts";
import { countAmong } from "../chance.ts";
import type { Context } from "../context.ts";
import type { Dropouts } from "./dropouts.ts";
import { isNewEachYear, isWritten, sameGroups } from "./groups.ts";

const ofAll = "funnel.harmed";
const ofDropouts = "funnel.dropouts.harmed";

/** True where the file says that some may be harmed. */
export const mayBeHarmed = (context: Context): boolean => isWritten(context, ofAll) || isWritten(context, ofDropouts);

/** Those of the completed who are harmed. */
export function harmedCompleted(context: Context, completed: NodeId): NodeId {
  return among(context, "completed.harmed", completed, ofAll);
}

/** Those of some dropouts who are harmed: as many of them as of the others unless the file says that leaving may be a sign of it. */
export function harmedDropouts(context: Context, { name, people }: Dropouts): NodeId {
  return among(context, `${name}.harmed`, people, isWritten(context, ofDropouts) ? ofDropouts : ofAll);
}

function among(context: Context, name: string, people: NodeId, place: string): NodeId {
  const share = context.quantity(place, 0);
  sameGroups(context, people, share, "target.size", place);
  return countAmong(context, name, people, share, isNewEachYear(context));
}
