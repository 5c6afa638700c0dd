/** A feature that the others explain but for this part of its sum of squares says nothing of its own. */
const explained = 1e-9;

/** Columns that a regression may take, and sums of products of their deviations from the mean, the answer's last. */
export interface Products {
  readonly n: number;
  readonly width: number;
  readonly sums: Float64Array;
}

export interface Fit {
  /** Sum of squares that is left. */
  readonly residual: number;
  /** Coefficients, with the constant. */
  readonly rank: number;
  /** By feature taken. */
  readonly coefficients: Float64Array;
}

/** Of all draws, then without each group in turn. */
export function productsOf(columns: readonly Float64Array[], groupAt: Uint16Array, groups: number): Products[] {
  const width = columns.length;
  const n = new Float64Array(groups);
  const totals = Array.from({ length: groups }, () => new Float64Array(width));
  const squares = Array.from({ length: groups }, () => new Float64Array(width * width));
  for (let d = 0; d < groupAt.length; d++) {
    const g = groupAt[d];
    const [total, square] = [totals[g], squares[g]];
    n[g]++;
    for (let i = 0; i < width; i++) {
      const own = columns[i][d];
      total[i] += own;
      for (let j = 0; j <= i; j++) square[i * width + j] += own * columns[j][d];
    }
  }
  const sumWithout = (left: number, of: (group: number) => number) => {
    let sum = 0;
    for (let g = 0; g < groups; g++) if (g !== left) sum += of(g);
    return sum;
  };
  return Array.from({ length: groups + 1 }, (_, version) => {
    const left = version - 1;
    const count = sumWithout(left, (g) => n[g]);
    const means = columns.map((_, i) => sumWithout(left, (g) => totals[g][i]) / count);
    const sums = new Float64Array(width * width);
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++)
        sums[i * width + j] = sumWithout(left, (g) => squares[g][i * width + j]) - count * means[i] * means[j];
    return { n: count, width, sums };
  });
}

/**
 * Least squares of the last column on some others (in rising order) and a constant, by Cholesky factors; a feature that the ones
 * before it explain gets the coefficient 0.
 */
export function fitOn({ width, sums }: Products, features: readonly number[]): Fit {
  const size = features.length;
  const rows = [...features, width - 1];
  const factor = new Float64Array((size + 1) * (size + 1));
  const stride = size + 1;
  let rank = 1;
  for (let i = 0; i <= size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = sums[rows[i] * width + rows[j]];
      for (let k = 0; k < j; k++) sum -= factor[i * stride + k] * factor[j * stride + k];
      if (i === size && j === size) return { residual: Math.max(0, sum), rank, coefficients: back(factor, size) };
      const pivot = factor[j * stride + j];
      if (i !== j) factor[i * stride + j] = pivot === 0 ? 0 : sum / pivot;
      else if (sum > explained * sums[rows[i] * width + rows[i]]) {
        factor[i * stride + i] = Math.sqrt(sum);
        rank++;
      }
    }
  throw new RangeError("a regression needs an answer");
}

function back(factor: Float64Array, size: number): Float64Array {
  const stride = size + 1;
  const coefficients = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const pivot = factor[i * stride + i];
    if (pivot === 0) continue;
    let sum = factor[size * stride + i];
    for (let k = i + 1; k < size; k++) sum -= factor[k * stride + i] * coefficients[k];
    coefficients[i] = sum / pivot;
  }
  return coefficients;
}
