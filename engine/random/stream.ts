import type { Key } from "./key.ts";
import { philox } from "./philox.ts";

const lanes = 4;
const state = new Uint32Array(4 * lanes);

/**
 * Fills `out` with the 32-bit integers of one block of a stream. Lane j of four independent xoshiro128++ generators gives the
 * numbers j, j + 4, j + 8, …; a lane's state is Philox of (key, block, lane), so any block can be had without the ones before.
 * Only 32-bit integer operations: plain JavaScript and SIMD agree to the bit.
 * Source: Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, doi:10.1145/3460772.
 *
 * @param out length a multiple of 4
 */
export function fillStream(key: Key, block: number, out: Int32Array): void {
  for (let lane = 0; lane < lanes; lane++) philox(key, block, lane, state, 4 * lane);
  for (let lane = 0; lane < lanes; lane++) {
    let s0 = state[4 * lane] | 0;
    let s1 = state[4 * lane + 1] | 0;
    let s2 = state[4 * lane + 2] | 0;
    // An all-zero state would stay zero for ever; Philox gives it once in 2^128.
    let s3 = state[4 * lane + 3] | 0 || (s0 | s1 | s2 ? 0 : 1);
    for (let i = lane; i < out.length; i += lanes) {
      const sum = (s0 + s3) | 0;
      out[i] = ((sum << 7) | (sum >>> 25)) + s0;
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
  }
}
