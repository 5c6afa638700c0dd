import type { ModelGraph, OutputDeclaration } from "../model/graph.ts";

/**
 * Which outputs of a graph go where in a partial summary; indices into `graph.outputs`. Outputs that are summed up alike from
 * the same node share a place, the first of them standing for all.
 */
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
  /** Where an output is among these, by its id; none for what is of another kind. In the order of the graph's outputs. */
  readonly momentPlaces: ReadonlyMap<string, number>;
  readonly keptPlaces: ReadonlyMap<string, number>;
  readonly testPlaces: ReadonlyMap<string, number>;
}

const layouts = new WeakMap<ModelGraph, Layout>();

export function layoutOf(graph: ModelGraph): Layout {
  const layout = layouts.get(graph) ?? makeLayout(graph);
  layouts.set(graph, layout);
  return layout;
}

function makeLayout(graph: ModelGraph): Layout {
  const { outputs } = graph;
  const nodes = new Map(outputs.map(({ id, node }) => [id, node]));
  const moments = placed(outputs, (output) => {
    const { kind, node } = output;
    if (kind === "ratio") return `${node} / ${nodes.get(output.denominator)}`;
    return kind === "figure" || kind === "mean" ? `${node}` : undefined;
  });
  const kept = placed(outputs, (output) => {
    const { kind, node } = output;
    if (kind === "ratio") return `${node} / ${nodes.get(output.denominator)}`;
    return kind === "figure" ? `${node} ${output.worse}` : undefined;
  });
  const tests = placed(outputs, ({ kind, node }) => (kind === "test" ? `${node}` : undefined));
  const years = outputs.flatMap(({ kind }, i) => (kind === "year" ? [i] : []));
  const yearOffsets: number[] = [];
  let yearCounts = 0;
  for (const i of years) {
    const output = outputs[i];
    yearOffsets.push(yearCounts);
    yearCounts += (output.kind === "year" ? output.years : 0) + 1;
  }
  return {
    moments: moments.first,
    kept: kept.first,
    tests: tests.first,
    years,
    yearOffsets,
    yearCounts,
    momentPlaces: moments.places,
    keptPlaces: kept.places,
    testPlaces: tests.places,
  };
}

interface Placed {
  /** By place: the first output that has it. */
  readonly first: readonly number[];
  readonly places: ReadonlyMap<string, number>;
}

/** @param key equal for outputs that share a place; undefined for those that have none */
function placed(outputs: readonly OutputDeclaration[], key: (output: OutputDeclaration) => string | undefined): Placed {
  const first: number[] = [];
  const known = new Map<string, number>();
  const places = new Map<string, number>();
  outputs.forEach((output, i) => {
    const own = key(output);
    if (own === undefined) return;
    const place = known.get(own) ?? first.push(i) - 1;
    known.set(own, place);
    places.set(output.id, place);
  });
  return { first, places };
}
