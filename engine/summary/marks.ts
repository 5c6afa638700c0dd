import { fewestBins } from "./bins.ts";
import { binOfRank, sumsOf } from "./counts.ts";
import { tailRank, type Wanted } from "./wantedRanks.ts";

/** What is known of an output when the bins are marked whose values shall be gathered. */
export interface Known {
  /** Values per bin so far, of all replicates. */
  readonly counts: Float64Array;
  /** Whether all values so far in a bin are equal. */
  readonly isTied: (bin: number) => boolean;
}

/** Bytes by which a gathered value moves the place of the next one on. */
export const markBits = 3;
export const mark = 1 << markBits;

/**
 * Marks the bins in which the wanted order statistics of all draws and of every replicate will very likely lie, and those of the
 * tail. Where they turn out to lie elsewhere the draws are made again: marks change no value.
 *
 * @param draws of the run @param reach standard errors of a plain sample that are allowed for
 * @returns the marks, and the share of all values that will lie in marked bins
 */
export function markBins(
  { counts, isTied }: Known,
  wanted: Wanted,
  draws: number,
  replicates: number,
  reach: number,
): { readonly marked: Uint8Array; readonly share: number } {
  const marked = new Uint8Array(counts.length);
  const sums = sumsOf(counts);
  const known = sums[counts.length - 1];
  if (known === 0) return { marked: marked.fill(mark), share: 0 };
  /** The bins that hold the values from one rank to another. */
  const binsOf = (from: number, to: number): readonly [first: number, last: number] => [
    from < 0 ? 0 : binOfRank(sums, from),
    to >= known ? counts.length - 1 : binOfRank(sums, to),
  ];
  const around = (p: number): readonly [first: number, last: number] => {
    const error = reach * Math.sqrt(p * (1 - p) * (1 / known + replicates / draws)) + 3 / known;
    return binsOf((p - error) * known, (p + error) * known);
  };
  const markAll = (from: number, to: number, tiedToo: boolean) => {
    for (let bin = from; bin <= to; bin++) if (tiedToo || !isTied(bin)) marked[bin] = mark;
  };
  for (const p of wanted.probabilities) markAll(...around(p), false);
  const [first, last] = around((tailRank(wanted, known) + 0.5) / known);
  // The bins around the edge are wanted as far as the coarsest bins would reach.
  const together = counts.length / fewestBins;
  const from = Math.floor(first / together) * together;
  const to = (Math.floor(last / together) + 1) * together - 1;
  markAll(from, to, false);
  if (wanted.tail === "low") markAll(0, from - 1, true);
  else markAll(to + 1, counts.length - 1, true);
  let inside = 0;
  for (let bin = 0; bin < counts.length; bin++) if (marked[bin]) inside += counts[bin];
  return { marked, share: inside / known };
}
