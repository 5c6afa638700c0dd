import type { ScenarioContent } from "./schema/index.ts";

/** The actors whose money is weighed by their income, in the order of the file; none where it asks for no weights. */
export const weightedActors = ({ weights }: ScenarioContent): readonly string[] => Object.keys(weights?.incomes ?? {});
