export type Design = "sobol" | "plain";

/** Where the number of one input comes from. Absent in a plan: its own stream, one number per draw. */
export type Source =
  /** The numbers of `path`, at draw ⌊d / per⌋. */
  | { readonly kind: "stream"; readonly path: string; readonly per?: number }
  /** The same value in every draw, in the input's unit. */
  | { readonly kind: "fixed"; readonly value: number };

/** What a run does, apart from the model. */
export interface Plan {
  readonly seed: string;
  readonly design: Design;
  /** N, rounded as the design asks. */
  readonly draws: number;
  /** R. */
  readonly replicates: number;
  /** By input path; inputs not named draw from their own path. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** Draws per block. Fixed: block b holds draws 1024·b … 1024·b + 1023, and the fixed number is part of what a draw is. */
export const blockSize = 1024;

/** No run is smaller: 16 replicates of one block. */
export const fewestDraws = 16 * blockSize;

/** From this many plain draws on, the error comes from 64 replicates instead of 16. */
const manyPlainDraws = 1_048_576;

/** Block b belongs to replicate b mod R, as its block ⌊b / R⌋. */
export const replicateOf = (block: number, replicates: number): number => block % replicates;
export const blockInReplicate = (block: number, replicates: number): number => Math.floor(block / replicates);

/**
 * The number of draws that a design takes when some number is asked for: 1024·R·m for plain draws, 1024·R·2^m for Sobol' points
 * (every replicate a whole net), at least 16,384.
 *
 * @throws RangeError for a number that is not a positive integer or above 2^36
 */
export function roundDraws(design: Design, asked: number): { readonly draws: number; readonly replicates: number } {
  if (!Number.isInteger(asked) || asked < 1 || asked > 68_719_476_736)
    throw new RangeError(`draws must be a whole number from 1 to 2^36, got ${asked}`);
  if (design === "sobol") {
    let draws = fewestDraws;
    while (draws < asked) draws *= 2;
    return { draws, replicates: 16 };
  }
  const few = Math.ceil(asked / fewestDraws) * fewestDraws;
  if (few < manyPlainDraws) return { draws: few, replicates: 16 };
  const step = 64 * blockSize;
  return { draws: Math.ceil(few / step) * step, replicates: 64 };
}

/**
 * Numbers of draws at which a run of `draws` may end early, equal to the fixed run of that many: `draws` itself, and of
 * fewestDraws·2^k below it, as long as that run has the same number of replicates, the first and those that are at most a quarter of
 * the next, since each costs as much as some thousand draws.
 */
export function checkpoints(design: Design, draws: number): readonly number[] {
  const { replicates } = roundDraws(design, draws);
  const all: number[] = [];
  for (let n = fewestDraws; n < draws; n *= 2) if (roundDraws(design, n).replicates === replicates) all.push(n);
  const points = [draws];
  for (const n of all.toReversed()) if (4 * n <= points[0] || n === all[0]) points.unshift(n);
  return points;
}
