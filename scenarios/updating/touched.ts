import type { ModelGraph } from "../../engine/model/graph.ts";
import { updatePrefix } from "../compile/updating.ts";

/** Id of the output that holds an input's value. */
export const inputOutput = (path: string): string => `${updatePrefix}input/${path}`;

/** The graph with inputs as outputs, so that what was learnt of them can be told. */
export function withInputs(graph: ModelGraph, paths: readonly string[]): ModelGraph {
  const outputs = paths.map((path) => {
    const input = graph.inputs.findIndex((own) => own.path === path);
    const node = graph.nodes.findIndex((own) => own.op === "input" && own.input === input);
    return { id: inputOutput(path), node, unit: graph.inputs[input].unit, kind: "figure", worse: "low" } as const;
  });
  return { ...graph, outputs: [...graph.outputs, ...outputs] };
}
