import type { GivenDraws, OrderedColumn } from "./givenDraws.ts";

/** Correlations of some columns, with each other: of all draws, and without each replicate in turn. */
export interface CorrelationMatrices {
  readonly all: readonly Float64Array[];
  readonly without: readonly (readonly Float64Array[])[];
}

/**
 * Pearson's correlations of columns that vary, in one pass: sums of products by replicate, each taken away from all.
 *
 * @param only correlations with this column alone are found, others are 0
 */
export function pearsonMatrices(
  columns: readonly OrderedColumn[],
  given: GivenDraws,
  only?: number,
): CorrelationMatrices {
  const centred = columns.map(({ values }) => standardized(values));
  const products = productsByReplicate(centred, given, wanted(only));
  const sums = centred.map((column) => sumsByReplicate(column, given));
  const { draws, sizes } = given;
  return matrices(columns.length, given, wanted(only), (a, b, r) => {
    if (r === undefined) return total(products[a][b]) / draws;
    const left = draws - sizes[r];
    const rest = total(products[a][b]) - products[a][b][r];
    // The columns are centred: what is left sums to less than what is taken away.
    return rest / left - (sums[a][r] * sums[b][r]) / (left * left);
  });
}

/**
 * Spearman's correlations; ties share their mean rank. Without a replicate all ranks shift a little: that is followed to first
 * order, by the influence of each draw on the covariance of the ranks,
 *
 *     F(x) G(y) + mean over j of h(x, x_j) G(y_j) + mean over j of h(y, y_j) F(x_j)
 *
 * with F and G ranks between −½ and ½ and h(x, x_j) 1 where x is below x_j, ½ where they tie and 0 else.
 * Source: Borkowf (2002), doi:10.1016/S0167-9473(01)00081-0; Efron (1982), ISBN 978-0-89871-179-0, chapter 6.
 *
 * @param options `only`: as above; `step`: how much of each replicate is left out
 */
export function spearmanMatrices(
  columns: readonly OrderedColumn[],
  given: GivenDraws,
  { only, step = 1 }: { readonly only?: number; readonly step?: number } = {},
): CorrelationMatrices {
  const { draws, sizes } = given;
  const ranks = columns.map(centredRanks);
  const products = productsByReplicate(ranks, given, wanted(only));
  const shifts = columns.map((column, a) =>
    ranks.map((other, b) => (wanted(only)(a, b) ? shiftsByReplicate(column, other, given) : none)),
  );
  return matrices(columns.length, given, wanted(only), (a, b, r) => {
    const all = total(products[a][b]) / draws;
    if (r === undefined) return all;
    const influence = (products[a][b][r] + shifts[a][b][r] + shifts[b][a][r]) / sizes[r] - 3 * all;
    // The influences sum to zero over all draws.
    return all - step * (sizes[r] / (draws - sizes[r])) * influence;
  });
}

/** By replicate the sum, over its draws i, of the mean over all j of h(x_i, x_j) G(y_j). */
function shiftsByReplicate({ values, order }: OrderedColumn, other: Float64Array, given: GivenDraws): Float64Array {
  const { draws, replicateAt, replicates } = given;
  const sums = new Float64Array(replicates);
  let above = 0;
  for (let end = draws; end > 0; ) {
    let first = end - 1;
    let tied = other[order[first]];
    while (first > 0 && values[order[first - 1]] === values[order[end - 1]]) tied += other[order[--first]];
    const mean = (above + tied / 2) / draws;
    for (let k = first; k < end; k++) sums[replicateAt[order[k]]] += mean;
    above += tied;
    end = first;
  }
  return sums;
}

/** Ranks from −½ to ½, whose mean is 0. */
export function centredRanks({ values, order }: OrderedColumn): Float64Array {
  const n = order.length;
  const ranks = new Float64Array(n);
  for (let first = 0; first < n; ) {
    let end = first + 1;
    while (end < n && values[order[end]] === values[order[first]]) end++;
    for (let k = first; k < end; k++) ranks[order[k]] = (first + end - n) / (2 * n);
    first = end;
  }
  return ranks;
}

/** Less the mean, and in standard deviations: sums of what is left keep their digits. */
function standardized(values: Float64Array): Float64Array {
  let sum = 0;
  for (const x of values) sum += x;
  const first = sum / values.length;
  let rest = 0;
  for (const x of values) rest += x - first;
  const mean = first + rest / values.length;
  let squares = 0;
  for (const x of values) squares += (x - mean) * (x - mean);
  const scale = 1 / Math.sqrt(squares / values.length);
  return values.map((x) => (x - mean) * scale);
}

function sumsByReplicate(column: Float64Array, { replicateAt, replicates }: GivenDraws): Float64Array {
  const sums = new Float64Array(replicates);
  for (let draw = 0; draw < column.length; draw++) sums[replicateAt[draw]] += column[draw];
  return sums;
}

function productsByReplicate(
  columns: readonly Float64Array[],
  given: GivenDraws,
  wants: Wanted,
): readonly Float64Array[][] {
  const { replicateAt, replicates, draws } = given;
  const products = columns.map((): Float64Array[] => []);
  columns.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      if (!wants(i, j)) continue;
      const b = columns[j];
      const sums = new Float64Array(replicates);
      for (let draw = 0; draw < draws; draw++) sums[replicateAt[draw]] += a[draw] * b[draw];
      products[i][j] = sums;
      products[j][i] = sums;
    }
  });
  return products;
}

type Wanted = (a: number, b: number) => boolean;
/** A correlation needs the variances of both columns. */
const wanted =
  (only: number | undefined): Wanted =>
  (a, b) =>
    only === undefined || a === b || a === only || b === only;
const none = new Float64Array(0);

type Covariance = (a: number, b: number, without: number | undefined) => number;

function matrices(
  columns: number,
  { replicates }: GivenDraws,
  wants: Wanted,
  covariance: Covariance,
): CorrelationMatrices {
  const matrix = (without: number | undefined) => {
    // Without a replicate a column may stand still: it then goes together with nothing.
    const scales = Array.from({ length: columns }, (_, a) => {
      const variance = covariance(a, a, without);
      return variance > 0 ? 1 / Math.sqrt(variance) : 0;
    });
    return scales.map((own, a) =>
      Float64Array.from(scales, (other, b) =>
        a === b ? 1 : wants(a, b) ? own * other * covariance(a, b, without) : 0,
      ),
    );
  };
  return { all: matrix(undefined), without: Array.from({ length: replicates }, (_, r) => matrix(r)) };
}

function total(sums: Float64Array): number {
  let all = 0;
  for (const own of sums) all += own;
  return all;
}
