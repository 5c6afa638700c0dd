import { pearsonP } from "./pValues.ts";

const size = 32;

/** Chance that a random square matrix over GF(2) has rank `size − missing`. */
function rankShare(missing: number): number {
  const rank = size - missing;
  let share = 2 ** -(missing * missing);
  for (let i = 0; i < rank; i++) share *= (1 - 2 ** (i - size)) ** 2 / (1 - 2 ** (i - rank));
  return share;
}

/**
 * Ranks of 32 words as a 32 × 32 matrix over GF(2): 32, 31, 30 or less, with their exact chances.
 * Source: Marsaglia & Tsay (1985), Matrices and the structure of random number sequences, doi:10.1016/0024-3795(85)90192-2.
 */
export function matrixRanks(words: Uint32Array): number {
  const shares = [0, 1, 2].map(rankShare);
  const counts = [0, 0, 0, 0];
  const rows = new Uint32Array(size);
  for (let at = 0; at + size <= words.length; at += size) {
    rows.set(words.subarray(at, at + size));
    counts[Math.min(size - rankOf(rows), 3)]++;
  }
  return pearsonP(counts, [...shares, 1 - shares.reduce((sum, share) => sum + share)]);
}

/** Gaussian elimination, column by column. */
function rankOf(rows: Uint32Array): number {
  let rank = 0;
  for (let bit = 0; bit < size; bit++) {
    let pivot = rank;
    while (pivot < size && ((rows[pivot] >>> bit) & 1) === 0) pivot++;
    if (pivot === size) continue;
    const row = rows[pivot];
    rows[pivot] = rows[rank];
    rows[rank++] = row;
    for (let i = pivot + 1; i < size; i++) if ((rows[i] >>> bit) & 1) rows[i] ^= row;
  }
  return rank;
}
