import type { QuantityInput } from "./schema/parts.ts";

/** Who gains, loses or pays: an actor, or shares by actor. */
export type Sharers = string | { readonly [actor: string]: QuantityInput } | undefined;

/** What the others leave: the share of at most one actor may be written so. */
export const isRest = (share: unknown): boolean => typeof share === "string" && share.trim() === "rest";

/** The actors among whom something is shared, in the order written. */
export function sharersOf(sharers: Sharers): readonly string[] {
  if (sharers === undefined) return [];
  return typeof sharers === "string" ? [sharers] : Object.keys(sharers);
}
