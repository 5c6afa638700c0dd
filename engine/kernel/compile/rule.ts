import type { ModelGraph } from "../../model/graph.ts";
import type { Shape } from "../shape.ts";
import { planLoops } from "./loops/plan.ts";
import { operationsOf } from "./work.ts";

/** Up to so many operations, cell by cell, straight code is short enough to be the fastest, and quickly compiled. */
const alwaysStraight = 1500;
/** From here on straight code takes too long to compile, and no cache holds it. */
const alwaysLoops = 20_000;
/** In between loops pay where a step in a loop stands for at least so many operations. */
const leastRepeated = 12;

/** In which form a graph runs fastest; depends on its shape alone, and has no effect on values. */
export function suitableForm(graph: ModelGraph, shape: Shape): "straight" | "loops" {
  const operations = operationsOf(graph, shape);
  if (operations <= alwaysStraight) return "straight";
  if (operations > alwaysLoops) return "loops";
  const steps = planLoops(graph, shape).nests.reduce((count, nest) => count + nest.steps.length, 0);
  return operations >= leastRepeated * steps ? "loops" : "straight";
}
