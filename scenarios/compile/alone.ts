import { GraphBuilder } from "../../engine/model/builder.ts";
import type { CheckedScenario } from "../checked.ts";
import { declareAxes } from "./axes.ts";
import type { Context } from "./context.ts";
import { Inputs } from "./inputs.ts";
import { lowered, type Place } from "./lowered.ts";
import { stated } from "./view.ts";

/** A scenario in a graph of its own, to ask how it is made: what is divided into segments, what differs between years. */
export function contextAlone(checked: CheckedScenario): Context {
  const builder = new GraphBuilder();
  declareAxes(builder, checked);
  const inputs = new Inputs(builder).add(checked, "");
  const place: Place = { builder, parameters: {}, derived: [], inputs, prefix: "", chance: "off" };
  return lowered(checked, place).inView(stated).context;
}
