import type { Issue } from "../issues.ts";
import type { Sample } from "./sample.ts";

/** The draws of one output that have an answer, replicate by replicate as many as a method reads. */
export interface Answered {
  readonly y: Float64Array;
  /** Inputs that vary among these draws. */
  readonly inputs: readonly { readonly name: string; readonly x: Float64Array }[];
  /** By draw, 0 … replicates − 1. */
  readonly replicateAt: Uint16Array;
  /** Those that have a draw. */
  readonly replicates: number;
  /** What the reader must know. */
  readonly notes: readonly Issue[];
  /** Whether there is nothing to tell: too few draws, or an output without spread. */
  readonly nothing: boolean;
}

/** What a method can do with draws. */
export interface Appetite {
  readonly method: string;
  /** It reads at most so many draws: the first of each replicate. */
  readonly most: number;
  /** With fewer it tells nothing. */
  readonly fewest: number;
}

/** @param k place of the output in the sample */
export function answered(sample: Sample, k: number, { method, most, fewest }: Appetite): Answered {
  const { id, kind, values } = sample.outputs[k];
  const { count, of } = sample.replicates;
  const quota = Math.max(1, Math.floor(most / count));
  const taken = new Int32Array(count);
  const draws: number[] = [];
  const at: number[] = [];
  let looked = 0;
  for (let draw = 0; draw < values.length; draw++) {
    const r = of(draw);
    if (taken[r] === quota) continue;
    taken[r]++;
    looked++;
    if (Number.isNaN(values[draw]) || sample.inputs.some((input) => Number.isNaN(input.values[draw]))) continue;
    draws.push(draw);
    at.push(r);
  }
  const place = new Map<number, number>();
  for (const r of at) if (!place.has(r)) place.set(r, place.size);
  const pick = (column: Float64Array) => Float64Array.from(draws, (draw) => column[draw]);
  const y = pick(values);
  const notes: Issue[] = [];
  const failed = looked - draws.length;
  if (failed > 0) notes.push({ code: "sensitivityFailedDraws", path: id, with: { failed, draws: looked } });
  const few = draws.length < fewest || place.size < 2;
  const still = !varies(y);
  if (few) notes.push({ code: "sensitivityFewDraws", path: id, with: { draws: draws.length, method, needed: fewest } });
  else if (still) {
    const constant = y[0] === 0 ? "sensitivityNeverMet" : "sensitivityAlwaysMet";
    notes.push({ code: kind === "chance" ? constant : "sensitivityNoSpread", path: id, with: { output: id } });
  }
  return {
    y,
    inputs: sample.inputs.flatMap(({ name, values: column }) => {
      const x = pick(column);
      return varies(x) ? [{ name, x }] : [];
    }),
    replicateAt: Uint16Array.from(at, (r) => place.get(r)!),
    replicates: place.size,
    notes,
    nothing: few || still,
  };
}

const varies = (column: Float64Array): boolean => column.some((own) => own !== column[0]);

/** Parts of the draws that are left out in turn: the replicates, or several together where there are many. */
export interface Groups {
  readonly count: number;
  readonly at: Uint16Array;
}

/** Leaving out each costs as much as the method itself: no more than this often. */
const mostGroups = 16;

export function jackknifeGroups({ replicateAt, replicates }: Pick<Answered, "replicateAt" | "replicates">): Groups {
  const count = Math.min(mostGroups, replicates);
  return { count, at: replicateAt.map((r) => r % count) };
}

/** Some draws, in their order, but for those of one group. */
export function without(draws: Uint32Array, { at }: Groups, group: number): Uint32Array {
  return draws.filter((draw) => at[draw] !== group);
}
