/** The library: what a script or a page imports from "utfall". */
export * from "./engine/index.ts";
export { csv, page, summaryText } from "./report/index.ts";
export { about } from "./scenarios/about.ts";
export type { Alternative } from "./scenarios/alternatives/alternative.ts";
export {
  type AlternativesAnalysisRequest,
  alternativesAnalysis,
} from "./scenarios/alternatives/alternativesAnalysis.ts";
export { alternativesOf } from "./scenarios/alternatives/alternativesOf.ts";
export { defineScenario } from "./scenarios/builder.ts";
export { checkText, checkValue } from "./scenarios/check.ts";
export type { CheckedScenario, CheckOutcome } from "./scenarios/checked.ts";
export { type Compiled, type CompileOptions, compile } from "./scenarios/compile/index.ts";
export { priceFiles } from "./scenarios/files.ts";
export { checkObserved } from "./scenarios/observed/check.ts";
export type { CheckedObserved, ObservedOutcome } from "./scenarios/observed/observed.ts";
export { renderIssue } from "./scenarios/render.ts";
export { jsonSchema, type ScenarioContent, type ScenarioInput } from "./scenarios/schema/index.ts";
export type { PriceFiles } from "./scenarios/unitCosts/priceFiles.ts";
export { type UpdatedForecast, type UpdateRequest, updateForecast } from "./scenarios/updating/updateForecast.ts";
export { type LocalExecutor, localExecutor } from "./workers/local.ts";
export { workerPool } from "./workers/pool.ts";
