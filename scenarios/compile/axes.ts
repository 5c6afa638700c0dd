import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { CheckedScenario } from "../checked.ts";

/** The axes of a scenario's graph: years of the horizon, and segments where it has any. */
export function declareAxes(builder: GraphBuilder, { content }: CheckedScenario): void {
  builder.axis("period", content.horizon ?? content.programme.years);
  const segments = Object.keys(content.target?.segments ?? {}).length;
  if (segments > 0) builder.axis("segment", segments);
}
