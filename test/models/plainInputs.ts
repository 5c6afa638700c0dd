import { blockSize, type Design, type Plan, roundDraws } from "../../engine/design/plan.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph } from "../../engine/model/graph.ts";

/** A model whose outputs are its inputs themselves: standard normal, by path. The suite is the first part of the path. */
export function inputsOnly(
  paths: readonly string[],
  correlations: ModelData["correlations"] = [],
  copulas?: ModelData["copulas"],
): { readonly graph: ModelGraph; readonly data: ModelData } {
  const b = new GraphBuilder();
  for (const path of paths) {
    const node = b.input({ path, level: "parameter", suite: path.split("/")[0], unit: "share" });
    b.output({ id: path, node, unit: "share", kind: "figure", worse: "low" });
  }
  const distributions = Object.fromEntries(
    paths.map((path) => [path, { family: "normal", parameters: { mean: 0, sd: 1 } } as const]),
  );
  return { graph: b.build(), data: { parameters: {}, distributions, correlations, copulas } };
}

/** The drawn values of every input for the first `draws` draws of a run of `of` draws. */
export function drawn(
  paths: readonly string[],
  asked: {
    readonly design: Design;
    readonly draws: number;
    readonly of?: number;
    readonly seed?: string;
    readonly correlations?: ModelData["correlations"];
    readonly copulas?: ModelData["copulas"];
    readonly sources?: Plan["sources"];
  },
): Readonly<Record<string, Float64Array>> {
  const { graph, data } = inputsOnly(paths, asked.correlations, asked.copulas);
  const { draws, replicates } = roundDraws(asked.design, asked.of ?? asked.draws);
  const kernel = interpret(graph, data, {
    seed: asked.seed ?? "1",
    design: asked.design,
    draws,
    replicates,
    sources: asked.sources ?? {},
  });
  const columns = paths.map(() => new Float64Array(asked.draws));
  for (let block = 0; block * blockSize < asked.draws; block++)
    kernel.run(
      block,
      columns.map((column) => column.subarray(block * blockSize, (block + 1) * blockSize)),
    );
  return Object.fromEntries(paths.map((path, i) => [path, columns[i]]));
}
