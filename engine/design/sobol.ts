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
  const { words: direction, sums } = directionsOf(dimension);
  const order = orderOf(orderKey, replicate);
  for (let l = 0; l < bits; l++) ordered[l] = direction[l] ^ sumOf(sums, order[l] & ((1 << l) - 1));
  fillStream(scrambleKey, replicate, random);
  // Digit p (0 the most significant) becomes itself plus a random choice of the digits before it. Turned round, a row says what
  // each digit of the word adds to the scrambled one.
  for (let p = 0; p < bits; p++) {
    const before = p === 0 ? 0 : -1 << (bits - p);
    adds[bits - 1 - p] = (1 << (bits - 1 - p)) | (random[p] & before);
  }
  transpose(adds);
  fillSums(adds, addedSums);
  const words = new Uint32Array(bits);
  for (let l = 0; l < bits; l++) words[l] = sumOf(addedSums, ordered[l]);
  return { words, shift: random[bits] };
}

/** Random choices of bits, by suite and replicate: every input of the suite takes them. */
const orders = new WeakMap<Key, Int32Array[]>();

function orderOf(orderKey: Key, replicate: number): Int32Array {
  const known = orders.get(orderKey) ?? [];
  orders.set(orderKey, known);
  if (known[replicate] === undefined) {
    known[replicate] = new Int32Array(36);
    fillStream(orderKey, replicate, known[replicate]);
  }
  return known[replicate];
}

const random = new Int32Array(36);
const ordered = new Int32Array(bits);
const adds = new Int32Array(bits);

/** Words are summed (exclusive or) by the bits of a number, four bits at a time: a table has the sums for each of its hex digits. */
const sumsLength = 4 * bits;
const addedSums = new Int32Array(sumsLength);

function fillSums(words: Int32Array | Uint32Array, sums: Int32Array): void {
  for (let digit = 0; digit < 8; digit++)
    for (let filled = 1, k = 0; k < 4; filled *= 2, k++)
      for (let j = 0; j < filled; j++) sums[16 * digit + filled + j] = sums[16 * digit + j] ^ words[4 * digit + k];
}

function sumOf(sums: Int32Array, chosen: number): number {
  let sum = 0;
  for (let digit = 0; digit < 8; digit++) sum ^= sums[16 * digit + ((chosen >>> (4 * digit)) & 15)];
  return sum;
}

/** Direction words with their sums, by dimension: every replicate of every run takes the same. */
const directions = new Map<number, { readonly words: Uint32Array; readonly sums: Int32Array }>();

function directionsOf(dimension: number): { readonly words: Uint32Array; readonly sums: Int32Array } {
  let known = directions.get(dimension);
  if (known === undefined) {
    known = { words: directionWords(dimension), sums: new Int32Array(sumsLength) };
    fillSums(known.words, known.sums);
    directions.set(dimension, known);
  }
  return known;
}

/** Bit c of row r becomes bit r of row c, by exchanging halves, quarters and so on (Warren 2013, Hacker's Delight, 7-3). */
function transpose(rows: Int32Array): void {
  for (let width = 16, mask = 0xffff; width > 0; width >>>= 1, mask ^= mask << width)
    for (let r = 0; r < bits; r = (r + width + 1) & ~width) {
      const exchanged = ((rows[r] >>> width) ^ rows[r + width]) & mask;
      rows[r] ^= exchanged << width;
      rows[r + width] ^= exchanged;
    }
}

/** Point `index` of a coordinate as a 32-bit integer (unsigned value / 2^32 lies in [0, 1)). */
export function sobolPoint({ words, shift }: SobolCoordinate, index: number): number {
  let word = shift;
  for (let left = index | 0; left !== 0; left &= left - 1) word ^= words[31 - Math.clz32(left & -left)];
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
