import { normalP, pearsonP } from "./pValues.ts";

const balls = 2 ** 14;
const urns = 2 ** 20;
/** (1 − 1/n)^m and (1 − 2/n)^m: chances that one urn, and two, stay empty. */
const oneEmpty = Math.exp(balls * Math.log1p(-1 / urns));
const twoEmpty = Math.exp(balls * Math.log1p(-2 / urns));
const mean = balls - urns * (1 - oneEmpty);
const variance = urns * oneEmpty * (1 - oneEmpty) + urns * (urns - 1) * (twoEmpty - oneEmpty * oneEmpty);

/**
 * Collision test: 2^14 words thrown into 2^20 urns by their leading bits; how many fall where one lies already, over all throws.
 * Exact mean and variance of the number of empty urns. Source: Knuth, TAOCP 2, 3.3.2 I.
 */
export function collisions(words: Uint32Array): number {
  const throws = Math.floor(words.length / balls);
  let found = 0;
  const lastThrow = new Int32Array(urns).fill(-1);
  for (let i = 0; i < balls * throws; i++) {
    const urn = words[i] >>> 12;
    const current = Math.floor(i / balls);
    if (lastThrow[urn] === current) found++;
    lastThrow[urn] = current;
  }
  return normalP((found - throws * mean) / Math.sqrt(throws * variance));
}

/** Stirling's numbers of the second kind S(8, r), times 16!/(16 − r)!, over 16^8. */
const handShares = [1, 127, 966, 1701, 1050, 266, 28, 1].map((stirling, k) => {
  let ways = stirling;
  for (let i = 0; i <= k; i++) ways *= 16 - i;
  return ways / 16 ** 8;
});

/** Poker test: how many of a word's eight hexadecimal digits differ, three or fewer to eight. Source: Knuth, TAOCP 2, 3.3.2 E. */
export function poker(words: Uint32Array): number {
  const counts = new Float64Array(6);
  for (const word of words) {
    let seen = 0;
    for (let shift = 0; shift < 32; shift += 4) seen |= 1 << ((word >>> shift) & 15);
    let different = 0;
    for (; seen !== 0; seen &= seen - 1) different++;
    counts[Math.max(different, 3) - 3]++;
  }
  return pearsonP(counts, [handShares[0] + handShares[1] + handShares[2], ...handShares.slice(3)]);
}
