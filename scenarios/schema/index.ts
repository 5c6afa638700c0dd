export type { ActorContent } from "./actors.ts";
export { formatName } from "./head.ts";
export { jsonSchema } from "./jsonSchema.ts";
export type { QuantityInput, QuantityNotes, TextContent, TextInput } from "./parts.ts";
export { type ScenarioContent, type ScenarioInput, scenario } from "./scenario.ts";
