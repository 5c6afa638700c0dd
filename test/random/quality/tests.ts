import { birthdaySpacings, reversedBirthdaySpacings } from "./birthdays.ts";
import { bitFrequencies, lowBytes, pairs } from "./bits.ts";
import { collisions, poker } from "./collisions.ts";
import { serialCorrelation } from "./correlation.ts";
import { highGaps, lowGaps } from "./gaps.ts";
import { matrixRanks } from "./matrixRanks.ts";

/** Tests of one sequence of 32-bit words, by name; each gives a p-value. */
export const tests: Readonly<Record<string, (words: Uint32Array) => number>> = {
  "frequency of each bit": bitFrequencies,
  "lowest byte": lowBytes,
  "pairs of leading bits": pairs,
  "birthday spacings": birthdaySpacings,
  "birthday spacings, bits reversed": reversedBirthdaySpacings,
  "gaps, highest bits": highGaps,
  "gaps, lowest bits": lowGaps,
  "ranks of 32 × 32 matrices": matrixRanks,
  "serial correlation, 24 lags": serialCorrelation,
  collisions,
  poker,
};

/** A single p-value outside this range fails; so does a set of them that is this unlikely to be uniform. Fixed beforehand. */
export const rule = { each: 1e-6, together: 1e-4 } as const;

export const passes = (p: number): boolean => p >= rule.each && p <= 1 - rule.each;
