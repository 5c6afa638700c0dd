/** Numbers per output in a moments array: count, mean, m2 (sum of squared deviations from the mean). */
export const momentWidth = 3;

/**
 * Count, mean and m2 of one block's column, written to `into` at `at`. Draws whose value is NaN (failed ones) are left out.
 * Sums are of the differences from the block's first value, so that a number that is the same in all draws has exactly that mean
 * and no spread. Four partial sums, by draw mod 4, added as (s0 + s1) + (s2 + s3): the order a SIMD kernel has as well.
 */
export function blockMoments(column: Float64Array, into: Float64Array, at: number): void {
  const first = column[0];
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < column.length; i += 4) {
    s0 += column[i] - first;
    s1 += column[i + 1] - first;
    s2 += column[i + 2] - first;
    s3 += column[i + 3] - first;
  }
  const sum = s0 + s1 + (s2 + s3);
  if (Number.isNaN(sum)) {
    momentsWithFailures(column, into, at);
    return;
  }
  const mean = first + sum / column.length;
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  for (let i = 0; i < column.length; i += 4) {
    const d0 = column[i] - mean;
    const d1 = column[i + 1] - mean;
    const d2 = column[i + 2] - mean;
    const d3 = column[i + 3] - mean;
    q0 += d0 * d0;
    q1 += d1 * d1;
    q2 += d2 * d2;
    q3 += d3 * d3;
  }
  into[at] = column.length;
  into[at + 1] = mean;
  into[at + 2] = q0 + q1 + (q2 + q3);
}

/** The same where some draws are NaN: these add 0 and are not counted, and the first value is the first that is there. */
function momentsWithFailures(column: Float64Array, into: Float64Array, at: number): void {
  const sums = new Float64Array(4);
  let first = 0;
  let count = 0;
  for (let i = 0; i < column.length; i++) {
    const x = column[i];
    if (Number.isNaN(x)) continue;
    if (count === 0) first = x;
    sums[i & 3] += x - first;
    count++;
  }
  const mean = count === 0 ? 0 : first + (sums[0] + sums[1] + (sums[2] + sums[3])) / count;
  const squares = new Float64Array(4);
  for (let i = 0; i < column.length; i++) {
    const d = column[i] - mean;
    if (!Number.isNaN(d)) squares[i & 3] += d * d;
  }
  into[at] = count;
  into[at + 1] = mean;
  into[at + 2] = squares[0] + squares[1] + (squares[2] + squares[3]);
}

/** Puts together what two neighbouring runs of draws gave, into `into` (which may be one of them) or a new array. */
export type Merge = (left: Float64Array, right: Float64Array, into?: Float64Array) => Float64Array;

/**
 * Moments, output by output.
 * Source: Chan, Golub & LeVeque (1983), doi:10.1080/00031305.1983.10483115.
 */
export const mergeMoments: Merge = (left, right, into = new Float64Array(left.length)) => {
  for (let at = 0; at < left.length; at += momentWidth) {
    const [before, after] = [left[at], right[at]];
    const count = before + after;
    const gap = right[at + 1] - left[at + 1];
    into[at + 1] = count === 0 ? 0 : left[at + 1] + (gap * after) / count;
    into[at + 2] = count === 0 ? 0 : left[at + 2] + right[at + 2] + (gap * gap * before * after) / count;
    into[at] = count;
  }
  return into;
};

/** For sums, place by place. */
export const mergeSums: Merge = (left, right, into = new Float64Array(left.length)) => {
  for (let k = 0; k < left.length; k++) into[k] = left[k] + right[k];
  return into;
};
