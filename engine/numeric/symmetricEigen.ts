/** Eigenvalues in falling order, and unit eigenvectors: `vectors[k]` belongs to `values[k]`. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const mostSweeps = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, row by row, until nothing off the diagonal exceeds
 * rounding. Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., section 8.5, ISBN 978-1-4214-0794-4.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turned = false;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p][q]) <= 1e-17 * (Math.abs(a[p][p]) + Math.abs(a[q][q]))) continue;
        turned = true;
        rotate(a, v, p, q);
      }
    if (!turned) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return { values: order.map((k) => a[k][k]), vectors: order.map((k) => v.map((row) => row[k])) };
}

/** Makes a[p][q] zero by a rotation of rows and columns p and q; columns of v turn along. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const gap = a[q][q] - a[p][p];
  const twice = 2 * a[p][q];
  // tangent of the smaller angle
  const t = twice === 0 ? 0 : (gap < 0 ? -twice : twice) / (Math.abs(gap) + Math.sqrt(gap * gap + twice * twice));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  const change = t * a[p][q];
  a[p][p] -= change;
  a[q][q] += change;
  a[p][q] = 0;
  a[q][p] = 0;
  for (let k = 0; k < a.length; k++) {
    const [vp, vq] = [v[k][p], v[k][q]];
    v[k][p] = c * vp - s * vq;
    v[k][q] = s * vp + c * vq;
    if (k === p || k === q) continue;
    const [ap, aq] = [a[k][p], a[k][q]];
    a[k][p] = c * ap - s * aq;
    a[p][k] = a[k][p];
    a[k][q] = s * ap + c * aq;
    a[q][k] = a[k][q];
  }
}
