import { blockSize, replicateOf } from "../design/plan.ts";
import { argsort } from "../numeric/ranks.ts";

/** Bits of a draw's number that tell its place in its block. */
const blockBits = 31 - Math.clz32(blockSize);

/**
 * The ranks of a column, among all draws and within each replicate. Each is kept as twice its distance from the middle rank,
 * 2·rank − (n + 1): a whole number also for ties, so that sums of products are exact in any order. 0 for draws left out. Of
 * draws that weigh differently see `weightedRanks.ts`.
 */
export interface Ranked {
  readonly all: Int32Array | Float64Array;
  readonly own: Int32Array | Float64Array;
  /** Sums of squares of the above: of all, and by replicate. */
  readonly allSquares: number;
  readonly ownSquares: Float64Array;
}

/** The draws that take part, and how many of each replicate. */
export interface Counted {
  /** In ascending order; absent where all take part. */
  readonly draws?: Uint32Array;
  /** By block. */
  readonly replicateAt: Uint16Array;
  readonly sizes: Int32Array;
}

/**
 * @param column whole blocks, in order of draws: draws take part whose value is not NaN
 * @param replicates block b belongs to replicate b mod this
 */
export function countedIn(column: Float64Array, replicates: number): Counted {
  const replicateAt = new Uint16Array(column.length / blockSize);
  for (let block = 0; block < replicateAt.length; block++) replicateAt[block] = replicateOf(block, replicates);
  const sizes = new Int32Array(replicates);
  const draws = new Uint32Array(column.length);
  let n = 0;
  for (let draw = 0; draw < column.length; draw++) {
    if (Number.isNaN(column[draw])) continue;
    draws[n++] = draw;
    sizes[replicateAt[draw >>> blockBits]]++;
  }
  return { replicateAt, sizes, ...(n === column.length ? {} : { draws: draws.subarray(0, n) }) };
}

/** @param column as long as that which `counted` was found in */
export function ranked(column: Float64Array, counted: Counted): Ranked {
  const { replicateAt, sizes } = counted;
  const order = orderOf(column, counted);
  const n = order.length;
  const all = new Int32Array(column.length);
  const own = new Int32Array(column.length);
  /** Draws of each replicate below. */
  const before = new Int32Array(sizes.length);
  let allSquares = 0;
  const ownSquares = new Float64Array(sizes.length);
  for (let first = 0; first < n; ) {
    const value = column[order[first]];
    let end = first + 1;
    while (end < n && column[order[end]] === value) end++;
    // Nearly always there is only one.
    const ties = end > first + 1 ? tiesOf(order.subarray(first, end), replicateAt, sizes.length) : undefined;
    const rank = first + end - n;
    for (let k = first; k < end; k++) {
      const draw = order[k];
      const r = replicateAt[draw >>> blockBits];
      const ownRank = 2 * before[r] + (ties === undefined ? 1 : ties[r]) - sizes[r];
      all[draw] = rank;
      own[draw] = ownRank;
      allSquares += rank * rank;
      ownSquares[r] += ownRank * ownRank;
      if (ties === undefined) before[r]++;
    }
    if (ties !== undefined) for (let r = 0; r < ties.length; r++) before[r] += ties[r];
    first = end;
  }
  return { all, own, allSquares, ownSquares };
}

/** How many of some draws belong to each replicate. */
function tiesOf(draws: Uint32Array, replicateAt: Uint16Array, replicates: number): Int32Array {
  const ties = new Int32Array(replicates);
  for (const draw of draws) ties[replicateAt[draw >>> blockBits]]++;
  return ties;
}

/** The draws that take part, from the smallest value to the largest. */
function orderOf(column: Float64Array, { draws }: Counted): Uint32Array {
  if (draws === undefined) return argsort(column);
  const values = new Float64Array(draws.length);
  for (let k = 0; k < draws.length; k++) values[k] = column[draws[k]];
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
