import type { NodeId } from "../../engine/model/graph.ts";
import { sharesByComponent } from "../components.ts";
import { type Context, parameter } from "./context.ts";

/**
 * What is left of a cost or an effect without the components that the option leaves out: their shares add up, so that each is
 * worth as much alone as together with the others. Undefined where all is left.
 *
 * @param place of the shares: `costs.team.component`
 */
export function keptOf(
  context: Context,
  place: string,
  component: string | { readonly [id: string]: unknown } | undefined,
): NodeId | undefined {
  const without = context.checked.option?.without ?? [];
  if (component === undefined || without.length === 0) return undefined;
  const shares = sharesByComponent(component);
  const isOut = (share: { readonly component: string }) => without.includes(share.component);
  if (!shares.some(isOut)) return undefined;
  const { builder } = context;
  const sum = (these: typeof shares): NodeId =>
    builder.sum(these.map((share) => context.quantity(`${place}.${share.component}`)));
  const kept = shares.filter((share) => !isOut(share));
  if (kept.length === 0) return parameter(context, `${place}.kept`, 0);
  if (!kept.some(({ isRest }) => isRest)) return sum(kept);
  return builder.subtract(builder.constant(1), sum(shares.filter(isOut)));
}
