import { blockSize, replicateOf } from "../design/plan.ts";
import { argsort } from "../numeric/ranks.ts";

/** Bits of a draw's number that tell its place in its block. */
const blockBits = 31 - Math.clz32(blockSize);

/**
 * The ranks of a column, among all draws and within each replicate. Each is kept as twice its distance from the middle rank,
 * 2·rank − (n + 1): a whole number also for ties, so that sums of products are exact in any order. 0 for draws left out.
 */
export interface Ranked {
  readonly all: Int32Array;
  readonly own: Int32Array;
  /** Sums of squares of the above: of all, and by replicate. */
  readonly allSquares: number;
  readonly ownSquares: Float64Array;
}

/**
 * @param column whole blocks, in order of draws @param counted draws that take part: those whose number here is not NaN
 * @param replicates block b belongs to replicate b mod this
 */
export function ranked(column: Float64Array, counted: Float64Array, replicates: number): Ranked {
  const order = orderOf(column, counted);
  const replicateAt = new Uint16Array(column.length / blockSize);
  for (let block = 0; block < replicateAt.length; block++) replicateAt[block] = replicateOf(block, replicates);
  const sizes = new Int32Array(replicates);
  for (let k = 0; k < order.length; k++) sizes[replicateAt[order[k] >>> blockBits]]++;

  const all = new Int32Array(column.length);
  const own = new Int32Array(column.length);
  /** Draws of each replicate below, and with those that tie. */
  const before = new Int32Array(replicates);
  const upTo = new Int32Array(replicates);
  let allSquares = 0;
  const ownSquares = new Float64Array(replicates);
  for (let first = 0; first < order.length; ) {
    let end = first;
    for (const value = column[order[first]]; end < order.length && column[order[end]] === value; end++)
      upTo[replicateAt[order[end] >>> blockBits]]++;
    const rank = first + end - order.length;
    for (let k = first; k < end; k++) {
      const draw = order[k];
      const r = replicateAt[draw >>> blockBits];
      const ownRank = before[r] + upTo[r] - sizes[r];
      all[draw] = rank;
      own[draw] = ownRank;
      allSquares += rank * rank;
      ownSquares[r] += ownRank * ownRank;
      if (end === first + 1) before[r] = upTo[r];
    }
    if (end > first + 1)
      for (let k = first; k < end; k++) {
        const r = replicateAt[order[k] >>> blockBits];
        before[r] = upTo[r];
      }
    first = end;
  }
  return { all, own, allSquares, ownSquares };
}

/** The draws that take part, from the smallest value to the largest. */
function orderOf(column: Float64Array, counted: Float64Array): Uint32Array {
  let left = 0;
  for (let draw = 0; draw < counted.length; draw++) if (Number.isNaN(counted[draw])) left++;
  if (left === 0) return argsort(column);
  const draws = new Uint32Array(column.length - left);
  const values = new Float64Array(draws.length);
  let k = 0;
  for (let draw = 0; draw < column.length; draw++) {
    if (Number.isNaN(counted[draw])) continue;
    draws[k] = draw;
    values[k++] = column[draw];
  }
  return argsort(values).map((place) => draws[place]);
}

export interface PairRanks {
  readonly value: number;
  readonly byReplicate: readonly number[];
}

/**
 * Spearman's correlation of two columns among all draws and within each replicate. Where a column does not vary in a replicate,
 * nothing is seen to go together in it: 0.
 */
export function spearman(a: Ranked, b: Ranked): PairRanks {
  const replicates = a.ownSquares.length;
  const products = new Float64Array(replicates);
  let product = 0;
  for (let block = 0; block * blockSize < a.all.length; block++) {
    let ownProduct = 0;
    for (let draw = block * blockSize; draw < (block + 1) * blockSize; draw++) {
      product += a.all[draw] * b.all[draw];
      ownProduct += a.own[draw] * b.own[draw];
    }
    products[replicateOf(block, replicates)] += ownProduct;
  }
  return {
    value: product / Math.sqrt(a.allSquares * b.allSquares),
    byReplicate: Array.from(products, (own, r) => {
      const squares = a.ownSquares[r] * b.ownSquares[r];
      return squares === 0 ? 0 : own / Math.sqrt(squares);
    }),
  };
}
