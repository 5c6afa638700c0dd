/** What went wrong: the row at which the matrix ceases to be positive definite. */
export interface NotPositiveDefinite {
  readonly row: number;
}

/**
 * Lower triangular L with L·Lᵀ = a, for a symmetric positive definite matrix given by rows. Cholesky–Banachiewicz, row by row.
 * A pivot below 1e-12 of its diagonal counts as not positive definite: the matrix would fix one variable by the others.
 */
export function cholesky(a: readonly (readonly number[])[]): readonly Float64Array[] | NotPositiveDefinite {
  const rows: Float64Array[] = [];
  for (let i = 0; i < a.length; i++) {
    const row = new Float64Array(a.length);
    for (let j = 0; j <= i; j++) {
      let sum = a[i][j];
      for (let k = 0; k < j; k++) sum -= row[k] * (rows[j] ?? row)[k];
      if (i === j) {
        if (!(sum > 1e-12 * a[i][i])) return { row: i };
        row[j] = Math.sqrt(sum);
      } else row[j] = sum / rows[j][j];
    }
    rows.push(row);
  }
  return rows;
}
