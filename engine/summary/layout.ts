import type { ModelGraph, OutputDeclaration } from "../model/graph.ts";

/** Which outputs of a graph go where in a partial summary; indices into `graph.outputs`. */
export interface Layout {
  /** Outputs with moments: `figure`, `mean`, `ratio`. */
  readonly moments: readonly number[];
  /** Outputs whose column is kept: `figure`, `ratio`. */
  readonly kept: readonly number[];
  readonly tests: readonly number[];
  readonly years: readonly number[];
  /** Offset of each `year` output among the counts of one replicate, and their total number. */
  readonly yearOffsets: readonly number[];
  readonly yearCounts: number;
}

const layouts = new WeakMap<ModelGraph, Layout>();

export function layoutOf(graph: ModelGraph): Layout {
  const layout = layouts.get(graph) ?? makeLayout(graph);
  layouts.set(graph, layout);
  return layout;
}

function makeLayout(graph: ModelGraph): Layout {
  const of = (...kinds: readonly OutputDeclaration["kind"][]) =>
    graph.outputs.flatMap((output, i) => (kinds.includes(output.kind) ? [i] : []));
  const years = of("year");
  const yearOffsets: number[] = [];
  let yearCounts = 0;
  for (const i of years) {
    const output = graph.outputs[i];
    yearOffsets.push(yearCounts);
    yearCounts += (output.kind === "year" ? output.years : 0) + 1;
  }
  return {
    moments: of("figure", "mean", "ratio"),
    kept: of("figure", "ratio"),
    tests: of("test"),
    years,
    yearOffsets,
    yearCounts,
  };
}
