import type { Issue } from "../issues.ts";
import { argsort } from "../numeric/ranks.ts";
import type { Sample } from "./sample.ts";

/** The draws of a sample that have an answer, made ready once for all methods that read them. */
export interface GivenDraws {
  readonly draws: number;
  /** How many draws the sample has, with those left out. */
  readonly asked: number;
  /** Where each draw that takes part stands in the sample; absent where all do. */
  readonly places?: Uint32Array;
  /** Inputs that vary among them. */
  readonly inputs: readonly GivenInput[];
  /** By draw, 0 … count − 1. Replicates that have no draw are not counted. */
  readonly replicateAt: Uint16Array;
  readonly replicates: number;
  readonly sizes: Int32Array;
}

export interface GivenInput extends OrderedColumn {
  readonly name: string;
}

export interface OrderedColumn {
  readonly values: Float64Array;
  /** From the smallest value to the largest. */
  readonly order: Uint32Array;
}

/** An output among the draws that take part. */
export interface GivenOutput extends GivenDraws {
  readonly id: string;
  readonly kind: "number" | "chance";
  /** "" where it is not known. */
  readonly unit: string;
  readonly values: Float64Array;
  readonly notes: readonly Issue[];
}

const made = new WeakMap<Sample, GivenDraws[]>();

/**
 * For each output of a sample the draws in which it and all inputs are finite numbers. What outputs have in common is made once
 * and kept as long as the sample is.
 *
 * @param fewest draws (and two replicates) that the method needs; there is a note where there are fewer, and one where the output does not vary, and
 * `usable` is false in both cases
 */
export function givenOutputs(
  sample: Sample,
  method: string,
  fewest: number,
): readonly (GivenOutput & { readonly usable: boolean })[] {
  return sample.outputs.map(({ id, kind, unit = "", values: column }) => {
    const given = drawsOf(sample, column);
    const values = picked(column, given.places);
    const notes: Issue[] = [];
    const { draws, asked, replicates } = given;
    if (draws < asked)
      notes.push({ code: "sensitivityFailedDraws", path: id, with: { failed: asked - draws, draws: asked } });
    const few = draws < fewest || replicates < 2;
    if (few) notes.push({ code: "sensitivityFewDraws", path: id, with: { draws, method, needed: fewest } });
    const same = draws > 0 && values.every((x) => x === values[0]);
    if (same) {
      const code =
        kind === "number" ? "sensitivityNoSpread" : values[0] === 0 ? "sensitivityNeverMet" : "sensitivityAlwaysMet";
      notes.push({ code, path: id, with: { output: id } });
    }
    return { ...given, id, kind, unit: kind === "chance" ? "share" : unit, values, notes, usable: !few && !same };
  });
}

function drawsOf(sample: Sample, output: Float64Array): GivenDraws {
  const places: number[] = [];
  for (let draw = 0; draw < output.length; draw++)
    if (Number.isFinite(output[draw]) && sample.inputs.every(({ values }) => Number.isFinite(values[draw])))
      places.push(draw);
  const kept = made.get(sample) ?? [];
  made.set(sample, kept);
  const found = kept.find((own) => samePlaces(own, places));
  if (found !== undefined) return found;
  const given = ready(sample, output.length, Uint32Array.from(places));
  kept.push(given);
  return given;
}

function samePlaces({ draws, asked, places: own }: GivenDraws, places: readonly number[]): boolean {
  if (places.length !== draws) return false;
  return own === undefined ? draws === asked : own.every((place, k) => place === places[k]);
}

function ready(sample: Sample, asked: number, all: Uint32Array): GivenDraws {
  const draws = all.length;
  const places = draws === asked ? undefined : all;
  const replicateAt = new Uint16Array(draws);
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  all.forEach((draw, k) => {
    const replicate = sample.replicates.of(draw);
    const number = numbers.get(replicate) ?? sizes.push(0) - 1;
    numbers.set(replicate, number);
    sizes[number]++;
    replicateAt[k] = number;
  });
  const inputs = sample.inputs.flatMap(({ name, values: column }): readonly GivenInput[] => {
    const values = picked(column, places);
    return values.every((x) => x === values[0]) ? [] : [{ name, values, order: argsort(values) }];
  });
  return {
    draws,
    asked,
    inputs,
    replicateAt,
    replicates: sizes.length,
    sizes: Int32Array.from(sizes),
    ...(places === undefined ? {} : { places }),
  };
}

function picked(column: Float64Array, places: Uint32Array | undefined): Float64Array {
  return places === undefined ? column : Float64Array.from(places, (place) => column[place]);
}
