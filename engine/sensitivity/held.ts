import { blockSize, replicateOf, roundDraws, type Source } from "../design/plan.ts";
import { sampleQuantile } from "../evidence/sample/quantileTypes.ts";
import type { Issue } from "../issues.ts";
import type { ModelGraph } from "../model/graph.ts";
import { columnsOf, type StudiedInput, type Study } from "./study.ts";

/** Draws at each value of an input that is held: the same ones each time, so that few are enough. */
export const heldDraws = 16_384;

/** An input that some output depends on, with its own draws. Luck is no assumption that could be known better, and is none. */
export interface Assumption extends StudiedInput {
  /** Its draws, rising. */
  readonly sorted: Float64Array;
  readonly mean: number;
}

/** A study whose assumptions are held at values of our choice. */
export interface Holding {
  readonly study: Study;
  readonly draws: number;
  readonly replicates: number;
  readonly assumptions: readonly Assumption[];
  /** The outputs where nothing is held. */
  readonly free: readonly Float64Array[];
  /**
   * The outputs where some inputs have one value in all draws, all else being drawn as before: inputs that correlate with them
   * keep their own draws. Undefined where the signal ended it.
   *
   * @param at values by path
   */
  readonly columns: (at: Readonly<Record<string, number>>) => Promise<readonly Float64Array[] | undefined>;
  /** How often the model has been run so far. */
  readonly evaluations: () => number;
}

/** Undefined where the signal ended it. */
export async function hold(study: Study, asked: number): Promise<Holding | undefined> {
  const { draws, replicates } = roundDraws(study.job.plan.design, asked);
  const assumed = study.inputs.filter(({ level }) => level !== "chance");
  const drawn = await columnsOf(study, { draws, replicates }, study.job.data, inputsAlone(study, assumed));
  const free = await columnsOf(study, { draws, replicates });
  if (drawn === undefined || free === undefined) return undefined;
  let evaluations = draws;
  return {
    study,
    draws,
    replicates,
    assumptions: assumed.flatMap((input, i) => {
      const sorted = drawn[i].slice().sort();
      if (sorted[0] === sorted[draws - 1]) return [];
      return [{ ...input, sorted, mean: sorted.reduce((sum, own) => sum + own, 0) / draws }];
    }),
    free,
    columns: async (at) => {
      evaluations += draws;
      const fixed = Object.entries(at).map(([path, value]): [string, Source] => [path, { kind: "fixed", value }]);
      const sources = { ...study.job.plan.sources, ...Object.fromEntries(fixed) };
      return columnsOf(study, { draws, replicates, sources });
    },
    evaluations: () => evaluations,
  };
}

/** What is drawn of some inputs, in draws that fail as well: where the outputs have no answer, inputs beside them have none. */
function inputsAlone({ job: { graph } }: Study, inputs: readonly StudiedInput[]): ModelGraph {
  const { logWeight: _, ...unweighted } = graph;
  return {
    ...unweighted,
    names: {},
    nodes: inputs.map(({ path }) => ({ op: "input", input: graph.inputs.findIndex((own) => own.path === path) })),
    outputs: inputs.map(({ path }, node) => ({ id: `${path}#input`, node, unit: "", kind: "figure", worse: "low" })),
  };
}

/** Values at some shares of an input's distribution, rising, each once. */
export const valuesAt = ({ sorted }: Assumption, shares: readonly number[]): readonly number[] =>
  [...new Set(shares.map((share) => sampleQuantile(sorted, share)))].sort((a, b) => a - b);

/** The share of an input's draws below a value; of equal ones, half. */
export function shareBelow({ sorted }: Pick<Assumption, "sorted">, value: number): number {
  const first = (more: (own: number) => boolean): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (more(sorted[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return (first((own) => own >= value) + first((own) => own > value)) / 2 / sorted.length;
}

/** A mean over the draws that have an answer: of all, and as each replicate says it. */
export interface Mean {
  readonly value: number;
  /** Value plus what the replicate's draws differ from it: their spread is that of the mean, also where draws failed. */
  readonly byReplicate: readonly number[];
  readonly answered: number;
}

/** Undefined where no draw has an answer. @param column whole blocks, in order of draws */
export function meanOf(column: Float64Array, replicates: number): Mean | undefined {
  const sums = new Float64Array(replicates);
  const counts = new Float64Array(replicates);
  for (let draw = 0; draw < column.length; draw++) {
    if (Number.isNaN(column[draw])) continue;
    const r = replicateOf(Math.floor(draw / blockSize), replicates);
    sums[r] += column[draw];
    counts[r]++;
  }
  const answered = counts.reduce((sum, own) => sum + own, 0);
  if (answered === 0) return undefined;
  const value = sums.reduce((sum, own) => sum + own, 0) / answered;
  const each = answered / replicates;
  return { value, byReplicate: Array.from(sums, (sum, r) => value + (sum - value * counts[r]) / each), answered };
}

/** What the reader of an output must know before its inputs are held: no spread, failed draws, correlated assumptions. */
export function notesOnHolding({ study, assumptions, free, draws }: Holding, k: number): readonly Issue[] {
  const { id, kind } = study.outputs[k];
  const column = free[k].filter((own) => !Number.isNaN(own));
  const notes: Issue[] = [];
  if (column.length < draws)
    notes.push({ code: "sensitivityFailedDraws", path: id, with: { failed: draws - column.length, draws } });
  if (isStill(column)) {
    const constant = column[0] === 0 ? "sensitivityNeverMet" : "sensitivityAlwaysMet";
    notes.push({ code: kind === "chance" ? constant : "sensitivityNoSpread", path: id, with: { output: id } });
  }
  const together = correlatedPaths(study);
  const names = assumptions.filter(({ path }) => together.has(path)).map(({ name }) => name);
  if (names.length > 0) notes.push({ code: "sensitivityHeldAlone", path: id, with: { inputs: names.join(", ") } });
  return notes;
}

/** Whether an output is the same in all draws that have an answer. */
export const isStill = (column: Float64Array): boolean => {
  const first = column.find((own) => !Number.isNaN(own));
  return column.every((own) => Number.isNaN(own) || own === first);
};

/** Inputs whose draws go together with those of another. */
function correlatedPaths({ job: { data } }: Study): ReadonlySet<string> {
  const { correlations, copulas = [], scoreMap } = data;
  return new Set([
    ...correlations.flatMap(({ between, correlation }) => (correlation === 0 ? [] : between)),
    ...copulas.flatMap(({ of }) => of),
    ...(scoreMap?.of ?? []),
  ]);
}
