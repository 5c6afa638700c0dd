import { describe } from "../../../engine/distributions/index.ts";
import type { Quantity } from "../../checked.ts";
import { isOfTwo } from "../../effects.ts";
import { report } from "../checking.ts";
import { type Doubting, followed } from "./doubt.ts";

/**
 * An effect that on average makes things worse, stated in a way whose sign is that of the measure: a fall written without its minus,
 * or participants and comparison the wrong way round.
 */
export function findWrongWay(doubting: Doubting): void {
  const { checking } = doubting;
  for (const [id, { better, effect }] of Object.entries(checking.content.outcomes)) {
    const at = `outcomes.${id}.effect`;
    const way = (["changes", "shares", "difference"] as const).find((own) => effect[own] !== undefined);
    if (way === undefined) continue;
    const single = way === "difference" && !isOfTwo(effect.difference);
    const [participants, comparison] = single
      ? [meanAt(doubting, `${at}.difference`), 0]
      : [meanAt(doubting, `${at}.${way}.participants`), meanAt(doubting, `${at}.${way}.comparison`)];
    if (participants === undefined || comparison === undefined) continue;
    const change = better === "lower" ? comparison - participants : participants - comparison;
    if (change < 0) report(checking, "effectWrongWay", `${at}.${way}`, { name: id, way, better }, "key");
  }
}

/** The mean of one number; undefined where it differs by year or segment, or is not known without drawing. */
function meanAt({ quantities }: Doubting, place: string): number | undefined {
  const quantity: Quantity | undefined = followed(quantities, place);
  if (quantity?.kind === "number") return quantity.value;
  const input = quantity?.kind === "input" ? quantities.inputOf(quantity) : undefined;
  return input && describe(input.distribution).mean;
}
