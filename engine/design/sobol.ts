import type { Key } from "../random/key.ts";
import { fillStream } from "../random/stream.ts";
import { directionNumbers } from "./directionNumbers.ts";

const bits = 32;
let lines: readonly string[] | undefined;

/** Highest dimension that the direction numbers reach. */
const sobolDimensions = 1111;

/**
 * Sobol' direction integers of one dimension: word k belongs to bit k of the point's index (k = 0 the lowest), its highest bit
 * is worth ½. Point i is the exclusive or of the words of the bits of i (natural order).
 * Source: Joe & Kuo (2008), doi:10.1137/070709359.
 *
 * @param dimension 1 … 1111
 * @throws RangeError outside that range
 */
function directionWords(dimension: number): Uint32Array {
  const words = new Uint32Array(bits);
  if (dimension === 1) {
    for (let k = 0; k < bits; k++) words[k] = 1 << (bits - 1 - k);
    return words;
  }
  lines ??= directionNumbers.trim().split("\n");
  const line = lines[dimension - 2];
  if (line === undefined) throw new RangeError(`Sobol' dimension ${dimension} of ${sobolDimensions}`);
  const [degree, inner, ...initial] = line.split(" ").map(Number);
  for (let k = 0; k < bits; k++) {
    if (k < degree) {
      words[k] = initial[k] << (bits - 1 - k);
      continue;
    }
    let word = words[k - degree] ^ (words[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if ((inner >>> (degree - 1 - j)) & 1) word ^= words[k - j];
    words[k] = word;
  }
  return words;
}

/** One scrambled coordinate: point i is `shift` exclusive-or'ed with the words of the bits of i. */
export interface SobolCoordinate {
  readonly words: Uint32Array;
  readonly shift: number;
}

export const unscrambled = (dimension: number): SobolCoordinate => ({ words: directionWords(dimension), shift: 0 });

/**
 * Linear matrix scramble and digital shift of one coordinate (Matoušek 1998, doi:10.1006/jcom.1998.0489), after a keyed order
 * of the points: index bit l is replaced by itself plus a random choice of the bits below it, which permutes the points inside
 * every dyadic run and so leaves the first 2^k a net. Coordinates of a suite share the order; different suites have their own
 * (Latin supercube sampling, Owen 1998, doi:10.1145/272991.273010). Any two points are related as under nested uniform
 * scrambling and ordering (Owen 1995), so the variance of an estimate is the same; the digital shift makes a shift of the
 * order superfluous.
 *
 * @param scrambleKey of (seed, path); @param orderKey of (seed, suite); @param replicate each replicate has its own of both
 */
export function scrambled(dimension: number, scrambleKey: Key, orderKey: Key, replicate: number): SobolCoordinate {
  const direction = directionWords(dimension);
  const random = new Int32Array(36);
  fillStream(orderKey, replicate, random);
  const ordered = new Uint32Array(bits);
  for (let l = 0; l < bits; l++) {
    let word = direction[l];
    for (let k = 0; k < l; k++) if ((random[l] >>> k) & 1) word ^= direction[k];
    ordered[l] = word;
  }
  fillStream(scrambleKey, replicate, random);
  // Digit p (0 the most significant) becomes itself plus a random choice of the digits before it. Kept the other way round:
  // what each digit of the word adds to the scrambled one.
  const adds = new Uint32Array(bits);
  for (let p = 0; p < bits; p++) {
    const own = 1 << (bits - 1 - p);
    const before = p === 0 ? 0 : -1 << (bits - p);
    const row = own | (random[p] & before);
    for (let bit = bits - 1 - p; bit < bits; bit++) if ((row >>> bit) & 1) adds[bit] |= own;
  }
  const words = new Uint32Array(bits);
  for (let l = 0; l < bits; l++) {
    let word = 0;
    for (let left = ordered[l]; left !== 0; left &= left - 1) word ^= adds[31 - Math.clz32(left & -left)];
    words[l] = word;
  }
  return { words, shift: random[bits] };
}

/** Point `index` of a coordinate as a 32-bit integer (unsigned value / 2^32 lies in [0, 1)). */
export function sobolPoint(coordinate: SobolCoordinate, index: number): number {
  let word = coordinate.shift;
  for (let bit = 0; bit < bits; bit++) if ((index >>> bit) & 1) word ^= coordinate.words[bit];
  return word >>> 0;
}

/**
 * Points start … start + out.length − 1. `out.length` is a power of two that divides `start`: the points of such a run are
 * made by doubling, one exclusive or each.
 */
export function fillSobol(coordinate: SobolCoordinate, start: number, out: Int32Array): void {
  const { words } = coordinate;
  out[0] = sobolPoint(coordinate, start);
  for (let filled = 1, bit = 0; filled < out.length; filled *= 2, bit++) {
    const word = words[bit];
    for (let j = 0; j < filled; j++) out[filled + j] = out[j] ^ word;
  }
}
