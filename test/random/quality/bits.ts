import { chiSquaredP, equalP } from "./pValues.ts";

/** How often each of the 32 bits is set: exact mean and variance, χ² with 32 degrees of freedom. */
export function bitFrequencies(words: Uint32Array): number {
  const ones = new Float64Array(32);
  for (const word of words) for (let bit = 0; bit < 32; bit++) ones[bit] += (word >>> bit) & 1;
  const n = words.length;
  return chiSquaredP(
    ones.reduce((sum, count) => sum + (count - n / 2) ** 2 / (n / 4), 0),
    32,
  );
}

/** The lowest byte: χ² over its 256 values. */
export function lowBytes(words: Uint32Array): number {
  const counts = new Float64Array(256);
  for (const word of words) counts[word & 255]++;
  return equalP(counts);
}

/** Six leading bits of words in pairs that do not overlap: χ² over 4,096 cells (serial test; Knuth, TAOCP 2, 3.3.2 B). */
export function pairs(words: Uint32Array): number {
  const counts = new Float64Array(4096);
  for (let i = 0; i + 1 < words.length; i += 2) counts[((words[i] >>> 26) << 6) | (words[i + 1] >>> 26)]++;
  return equalP(counts);
}
