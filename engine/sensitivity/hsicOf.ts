import { exp } from "../numeric/elementary.ts";

/** The three products of two kernels k and l: k·l, k·k and l·l. */
const products = 3;

/** Sums over pairs of different draws of two Gaussian kernels, so by group that any group can be left out afterwards. */
export interface KernelSums {
  /** Of each draw. */
  readonly group: Uint16Array;
  /** By group, how many draws. */
  readonly sizes: Float64Array;
  /** By product, group and group. */
  readonly pairs: Float64Array;
  /** By draw and group: sums of k, of l, over the draws of the group. */
  readonly firstRows: Float64Array;
  readonly secondRows: Float64Array;
}

/**
 * @param x, y columns of the same draws @param group of each draw, 0 … count − 1
 * @param widths of the kernels exp(−d² / (2·width²))
 */
export function kernelSums(
  x: Float64Array,
  y: Float64Array,
  group: Uint16Array,
  count: number,
  widths: readonly [number, number],
): KernelSums {
  const n = x.length;
  const sizes = new Float64Array(count);
  const pairs = new Float64Array(products * count * count);
  const firstRows = new Float64Array(n * count);
  const secondRows = new Float64Array(n * count);
  const [forX, forY] = widths.map((width) => -1 / (2 * width * width));
  const next = count * count;
  for (let i = 0; i < n; i++) {
    const a = group[i];
    sizes[a]++;
    for (let j = 0; j < i; j++) {
      const b = group[j];
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const k = exp(dx * dx * forX);
      const l = exp(dy * dy * forY);
      const cell = a * count + b;
      // Each pair is seen once and counts twice.
      pairs[cell] += 2 * k * l;
      pairs[cell + next] += 2 * k * k;
      pairs[cell + 2 * next] += 2 * l * l;
      firstRows[i * count + b] += k;
      firstRows[j * count + a] += k;
      secondRows[i * count + b] += l;
      secondRows[j * count + a] += l;
    }
  }
  return { group, sizes, pairs, firstRows, secondRows };
}

/** What kernels tell of two columns. */
export interface Dependence {
  readonly draws: number;
  /** The criterion of the two, and of each with itself. */
  readonly both: number;
  readonly first: number;
  readonly second: number;
  /** Means of k and of l over pairs of different draws. */
  readonly firstMean: number;
  readonly secondMean: number;
}

/**
 * Unbiased estimates of the Hilbert–Schmidt independence criterion E[k·l] + E[k]·E[l] − 2·E[E[k | x]·E[l | y]], over pairs of
 * draws. 0 where the two are independent, and then as often negative as positive.
 * Source: Gretton et al. (2005), doi:10.1007/11564089_7; unbiased: Song et al. (2012), Journal of Machine Learning Research 13,
 * 1393–1434.
 *
 * @param without a group left out
 */
export function unbiasedHsic(sums: KernelSums, without?: number): Dependence {
  const { group, sizes, pairs, firstRows, secondRows } = sums;
  const count = sizes.length;
  const total = [0, 0, 0];
  let n = 0;
  for (let a = 0; a < count; a++) {
    if (a === without) continue;
    n += sizes[a];
    for (let b = 0; b < count; b++)
      if (b !== without) for (let p = 0; p < products; p++) total[p] += pairs[(p * count + a) * count + b];
  }
  const rows = [0, 0, 0];
  let k = 0;
  let l = 0;
  for (let i = 0; i < group.length; i++) {
    if (group[i] === without) continue;
    let ownK = 0;
    let ownL = 0;
    for (let b = 0; b < count; b++) {
      if (b === without) continue;
      ownK += firstRows[i * count + b];
      ownL += secondRows[i * count + b];
    }
    k += ownK;
    l += ownL;
    rows[0] += ownK * ownL;
    rows[1] += ownK * ownK;
    rows[2] += ownL * ownL;
  }
  const criterion = (p: number, a: number, b: number) =>
    (total[p] + (a / (n - 1)) * (b / (n - 2)) - (2 * rows[p]) / (n - 2)) / (n * (n - 3));
  return {
    draws: n,
    both: criterion(0, k, l),
    first: criterion(1, k, k),
    second: criterion(2, l, l),
    firstMean: k / (n * (n - 1)),
    secondMean: l / (n * (n - 1)),
  };
}
