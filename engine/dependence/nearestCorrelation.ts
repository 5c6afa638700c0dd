import { symmetricEigen } from "../numeric/symmetricEigen.ts";
import type { Matrix } from "./correlationMatrix.ts";

/** One pair of a matrix and how a repair changed it. */
interface PairChange {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export interface RepairedCorrelation {
  readonly matrix: Matrix;
  /** The pair that moved most; undefined where none did. */
  readonly largestChange: PairChange | undefined;
  /** Frobenius distance to the matrix as given. */
  readonly distance: number;
}

/** Eigenvalue that a repaired matrix keeps at least, so that its Cholesky factor exists. */
const defaultFloor = 1e-8;
const mostSteps = 20_000;
const settled = 1e-12;

/**
 * The correlation matrix nearest to a symmetric matrix with unit diagonal, in the Frobenius norm, all eigenvalues at least
 * `floor` (0 gives the nearest of all, which has no Cholesky factor where the given one wasn't valid). Alternating projections
 * on the two convex sets with Dykstra's correction.
 * Source: Higham (2002), doi:10.1093/imanum/22.3.329.
 */
export function nearestCorrelation(matrix: Matrix, floor = defaultFloor): RepairedCorrelation {
  const n = matrix.length;
  if (symmetricEigen(matrix).values[n - 1] >= floor) return repaired(matrix, matrix);
  let unit = matrix;
  let correction: Matrix = matrix.map((row) => row.map(() => 0));
  for (let step = 0; step < mostSteps; step++) {
    const shifted = unit.map((row, i) => row.map((value, j) => value - correction[i][j]));
    const definite = raised(shifted, floor);
    correction = definite.map((row, i) => row.map((value, j) => value - shifted[i][j]));
    const next = definite.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    const moved = largest(next, unit);
    unit = next;
    if (moved <= settled) break;
  }
  return repaired(matrix, backInside(unit, floor));
}

/** Eigenvalues raised to the floor, then scaled back to a unit diagonal (Rousseeuw & Molenberghs 1993, doi:10.1080/03610928308831068). */
export function clippedCorrelation(matrix: Matrix, floor = defaultFloor): RepairedCorrelation {
  return repaired(matrix, unitDiagonal(raised(matrix, floor)));
}

/**
 * (1 − α)·matrix + α·identity with the smallest α for which no eigenvalue is below `floor`: all correlations weaker by one share.
 * Source: Higham, Strabić & Šego (2016), doi:10.1137/140996112.
 */
export function shrunkCorrelation(matrix: Matrix, floor = 0): RepairedCorrelation & { readonly alpha: number } {
  const smallest = symmetricEigen(matrix).values[matrix.length - 1];
  const alpha = smallest >= floor ? 0 : (floor - smallest) / (1 - smallest);
  const weaker = matrix.map((row, i) => row.map((value, j) => (i === j ? 1 : (1 - alpha) * value)));
  return { ...repaired(matrix, weaker), alpha };
}

/** The nearest matrix whose eigenvalues are at least `floor`. */
function raised(matrix: Matrix, floor: number): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  return matrix.map((row, i) =>
    row.map((value, j) => {
      let sum = value;
      for (let k = values.length - 1; k >= 0 && values[k] < floor; k--)
        sum += (floor - values[k]) * vectors[k][i] * vectors[k][j];
      return sum;
    }),
  );
}

function unitDiagonal(matrix: Matrix): Matrix {
  const roots = matrix.map((row, i) => Math.sqrt(row[i]));
  return matrix.map((row, i) => row.map((value, j) => (i === j ? 1 : value / (roots[i] * roots[j]))));
}

/** Takes out what the last projection left below the floor, and the rounding that parts a pair's two entries. */
function backInside(matrix: Matrix, floor: number): Matrix {
  const even = matrix.map((row, i) => row.map((value, j) => (value + matrix[j][i]) / 2));
  return shrunkCorrelation(even, floor).matrix;
}

function largest(a: Matrix, b: Matrix): number {
  return Math.max(...a.map((row, i) => Math.max(...row.map((value, j) => Math.abs(value - b[i][j])))));
}

function repaired(before: Matrix, matrix: Matrix): RepairedCorrelation {
  let largestChange: PairChange | undefined;
  let squares = 0;
  before.forEach((row, i) => {
    row.forEach((from, j) => {
      const to = matrix[i][j];
      squares += (to - from) * (to - from);
      if (j >= i || to === from) return;
      const moved = Math.abs(to - from);
      if (largestChange === undefined || moved > Math.abs(largestChange.to - largestChange.from))
        largestChange = { row: i, column: j, from, to };
    });
  });
  return { matrix, largestChange, distance: Math.sqrt(squares) };
}
