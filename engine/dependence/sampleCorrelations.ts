import type { Matrix } from "./correlationMatrix.ts";

/** Pearson correlations of columns of equal length. */
export function sampleCorrelations(columns: readonly Float64Array[]): Matrix {
  const centred = columns.map((column) => {
    const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
    return column.map((x) => x - mean);
  });
  const lengths = centred.map((column) => Math.sqrt(product(column, column)));
  return centred.map((a, i) => centred.map((b, j) => (i === j ? 1 : product(a, b) / (lengths[i] * lengths[j]))));
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
