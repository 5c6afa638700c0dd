import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, probability, size } from "./want.ts";

/** Places of the target group and its way through the programme. */
export function peoplePlaces(add: Add, content: ScenarioContent): void {
  add("target.size", content.target?.size, size);
  if (content.funnel !== undefined) {
    const { reached, accepted, dropout, dropouts } = content.funnel;
    add("funnel.reached", reached, probability);
    add("funnel.accepted", accepted, probability);
    add("funnel.dropout", dropout, probability);
    add("funnel.dropouts.effectKept", dropouts.effectKept, probability);
    add("funnel.dropouts.costKept", dropouts.costKept, probability);
  }
}
