import { blockSize, replicateOf } from "../design/plan.ts";
import { argsort } from "../numeric/ranks.ts";

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
  const { draws, values } = takingPart(column, counted);
  const order = argsort(values);
  for (let k = 0; k < order.length; k++) order[k] = draws[order[k]];

  const replicateAt = Uint16Array.from({ length: column.length / blockSize }, (_, b) => replicateOf(b, replicates));
  const replicateOfDraw = (draw: number) => replicateAt[Math.floor(draw / blockSize)];
  const sizes = new Uint32Array(replicates);
  for (const draw of draws) sizes[replicateOfDraw(draw)]++;

  const all = new Int32Array(column.length);
  const own = new Int32Array(column.length);
  /** Draws of each replicate below, and with those that tie. */
  const before = new Uint32Array(replicates);
  const upTo = new Uint32Array(replicates);
  let allSquares = 0;
  const ownSquares = new Float64Array(replicates);
  for (let first = 0; first < order.length; ) {
    let end = first;
    const value = column[order[first]];
    for (; end < order.length && column[order[end]] === value; end++) upTo[replicateOfDraw(order[end])]++;
    const rank = first + end - order.length;
    for (let k = first; k < end; k++) {
      const draw = order[k];
      const r = replicateOfDraw(draw);
      const ownRank = before[r] + upTo[r] - sizes[r];
      all[draw] = rank;
      own[draw] = ownRank;
      allSquares += rank * rank;
      ownSquares[r] += ownRank * ownRank;
    }
    for (let k = first; k < end; k++) {
      const r = replicateOfDraw(order[k]);
      before[r] = upTo[r];
    }
    first = end;
  }
  return { all, own, allSquares, ownSquares };
}

function takingPart(column: Float64Array, counted: Float64Array): { draws: Uint32Array; values: Float64Array } {
  const draws = new Uint32Array(column.length);
  const values = new Float64Array(column.length);
  let count = 0;
  for (let draw = 0; draw < column.length; draw++) {
    if (Number.isNaN(counted[draw])) continue;
    draws[count] = draw;
    values[count++] = column[draw];
  }
  return { draws: draws.subarray(0, count), values: values.subarray(0, count) };
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
