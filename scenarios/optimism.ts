import type { ScenarioContent } from "./schema/index.ts";
import { optimismParts } from "./schema/optimism.ts";

/** How figures and lines of the accounts name the allowance for optimism: `pvCost.optimism`. */
export const optimismId = "optimism";

type WithOptimism = Pick<ScenarioContent, "optimism">;

/** The allowance among the costs, where the file has one there. */
export const optimismCost = ({ optimism }: WithOptimism): readonly string[] =>
  optimism?.cost === undefined ? [] : [optimismId];

/** The same among the consequences. */
export const optimismBenefit = ({ optimism }: WithOptimism): readonly string[] =>
  optimism?.benefit === undefined && optimism?.delay === undefined ? [] : [optimismId];

/** Are shares of mitigation written for each part? */
export const mitigatedByPart = (mitigated: unknown): mitigated is Readonly<Record<string, unknown>> =>
  typeof mitigated === "object" &&
  mitigated !== null &&
  !Array.isArray(mitigated) &&
  optimismParts.some((part) => Object.hasOwn(mitigated, part));
