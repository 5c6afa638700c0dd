import { inputNumbers } from "../../../engine/design/draws.ts";
import { type SobolCoordinate, unscrambled } from "../../../engine/design/sobol.ts";

/** Scrambled coordinates of a plan: one row per input of a suite, one column per replicate. */
export type Coordinates = (
  seed: number,
  inputs: number,
  replicates: number,
  suite?: string,
) => readonly (readonly SobolCoordinate[])[];

/** As runs have them. */
export const ours: Coordinates = (seed, inputs, replicates, suite = "a") =>
  inputNumbers(
    { seed: String(seed), design: "sobol", draws: 1024 * replicates, replicates, sources: {} },
    Array.from({ length: inputs }, (_, k) => ({ path: `${suite}/x${k}`, suite })),
  ).map(({ coordinates }) => coordinates);

const changed =
  (
    change: (coordinate: SobolCoordinate, dimension: number, own: readonly SobolCoordinate[]) => SobolCoordinate,
  ): Coordinates =>
  (...asked) =>
    ours(...asked).map((own, k) => own.map((coordinate) => change(coordinate, k + 1, own)));

/** What the tests must refuse. */
export const bad = {
  noShift: changed(({ words }) => ({ words, shift: 0 })),
  shiftAlone: changed(({ shift }, dimension) => ({ words: unscrambled(dimension).words, shift })),
  oneReplicate: changed((_, __, own) => own[0]),
} as const;
