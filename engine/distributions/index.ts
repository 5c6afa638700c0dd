export { applyTransform } from "./apply.ts";
export { checkSpec } from "./checkSpec.ts";
export { describe } from "./describe.ts";
export { describeChecked } from "./describeChecked.ts";
export type { Described } from "./described.ts";
export type * from "./distribution.ts";
export { betaFromCounts, normalFromInterval, pertFromPercentiles } from "./knowledge.ts";
export { type DistributionSpec, distributions, type Family, familyOf } from "./table.ts";
export { transformOf } from "./transform.ts";
