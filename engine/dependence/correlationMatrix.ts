import { cholesky } from "../numeric/cholesky.ts";

/** A square matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** Subsets are tried one by one up to this number; after that the offenders are found by leaving members out. */
const mostTried = 20_000;

/** Whether a matrix could be one of correlations: symmetric, ones on the diagonal, the rest between −1 and 1. */
export function isCorrelationLike(matrix: Matrix): boolean {
  return matrix.every(
    (row, i) =>
      row.length === matrix.length &&
      row.every((value, j) => (i === j ? value === 1 : value >= -1 && value <= 1 && value === matrix[j][i])),
  );
}

/** Whether some set of variables can have these correlations, none being fixed by the others. */
export function isPositiveDefinite(matrix: Matrix): boolean {
  return !("row" in cholesky(matrix));
}

/**
 * The fewest variables whose correlations already contradict each other, as rising indices; undefined for a valid matrix. Where
 * that would take too many trials, a subset of which no member can be left out.
 */
export function contradictingSubset(matrix: Matrix): readonly number[] | undefined {
  const broken = cholesky(matrix);
  if (!("row" in broken)) return undefined;
  let tried = 0;
  // The rows up to the break contradict each other: they bound the size.
  for (let size = 2; size <= broken.row + 1; size++) {
    tried += combinations(matrix.length, size);
    if (tried > mostTried) break;
    const found = firstSubset(matrix, size);
    if (found) return found;
  }
  return withoutNeedless(
    matrix,
    Array.from({ length: broken.row + 1 }, (_, i) => i),
  );
}

const part = (matrix: Matrix, members: readonly number[]): Matrix =>
  members.map((i) => members.map((j) => matrix[i][j]));

function combinations(n: number, k: number): number {
  let count = 1;
  for (let i = 0; i < k; i++) count = (count * (n - i)) / (i + 1);
  return count;
}

/** The first subset of this size, in order of members, that contradicts itself. */
function firstSubset(matrix: Matrix, size: number): readonly number[] | undefined {
  const chosen: number[] = [];
  const from = (start: number): readonly number[] | undefined => {
    if (chosen.length === size) return isPositiveDefinite(part(matrix, chosen)) ? undefined : [...chosen];
    for (let i = start; i <= matrix.length - (size - chosen.length); i++) {
      chosen.push(i);
      const found = from(i + 1);
      if (found) return found;
      chosen.pop();
    }
    return undefined;
  };
  return from(0);
}

function withoutNeedless(matrix: Matrix, members: readonly number[]): readonly number[] {
  let left = members;
  for (const member of members) {
    const fewer = left.filter((other) => other !== member);
    if (!isPositiveDefinite(part(matrix, fewer))) left = fewer;
  }
  return left;
}
