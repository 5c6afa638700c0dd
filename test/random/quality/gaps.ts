import { pearsonP } from "./pValues.ts";

const hit = 1 / 8;

/**
 * Gap test: how many words pass between two whose value lies in an eighth of the range; geometric, χ² over each
 * length that is to be expected ten times, and the longer ones. Source: Knuth, TAOCP 2, 3.3.2 D.
 */
function gaps(words: Uint32Array, inside: (word: number) => boolean): number {
  const longest = Math.floor(Math.log(10 / (words.length * hit * hit)) / Math.log(1 - hit));
  const counts = new Float64Array(longest + 1);
  const shares = Float64Array.from(counts, (_, gap) => (gap < longest ? hit : 1) * (1 - hit) ** gap);
  let gap = -1; // before the first hit there is no gap
  for (const word of words) {
    if (inside(word)) {
      if (gap >= 0) counts[Math.min(gap, longest)]++;
      gap = 0;
    } else if (gap >= 0) gap++;
  }
  return pearsonP(counts, shares);
}

/** By the three highest bits. */
export const highGaps = (words: Uint32Array): number => gaps(words, (word) => word >>> 29 === 5);
/** By the three lowest bits. */
export const lowGaps = (words: Uint32Array): number => gaps(words, (word) => (word & 7) === 5);
