import { mitigatedByPart } from "../../optimism.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { optimismParts } from "../../schema/optimism.ts";
import { type Add, duration, fixed, share } from "./want.ts";

/** Places of the allowance for optimism. */
export function optimismPlaces(add: Add, { optimism }: ScenarioContent): void {
  if (optimism === undefined) return;
  const probability = { accepts: [share], range: "probability", ...fixed } as const;
  add("optimism.cost", optimism.cost, { accepts: [share], range: "markup", ...fixed });
  add("optimism.benefit", optimism.benefit, probability);
  add("optimism.delay", optimism.delay, { ...duration, ...fixed });
  const { mitigated } = optimism;
  if (!mitigatedByPart(mitigated)) add("optimism.mitigated", mitigated, probability);
  else for (const part of optimismParts) add(`optimism.mitigated.${part}`, mitigated[part], probability);
}
