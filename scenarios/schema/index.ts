export type { ActorContent } from "./actors.ts";
export { jsonSchema, observedSchema } from "./jsonSchema.ts";
export { type ScenarioContent, type ScenarioInput, scenario } from "./scenario.ts";
