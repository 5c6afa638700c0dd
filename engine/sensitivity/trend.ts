const powers = 2;

/**
 * What is left of a centred column once a parabola of an input is taken away, by least squares. What it follows in the tails no
 * longer varies inside of bins.
 */
export function lessTrend(column: Float64Array, values: Float64Array): Float64Array {
  const left = Float64Array.from(column);
  const input = Float64Array.from(values);
  const scale = Math.sqrt(centre(input) / input.length);
  const used: Float64Array[] = [];
  let curve = input.map((x) => x / scale);
  for (let power = 1; power <= powers; power++) {
    const next = Float64Array.from(curve);
    const before = centre(next);
    for (const other of used) subtract(next, other, product(next, other));
    const square = product(next, next);
    // A power that follows from those before, as where an input has two values, adds nothing.
    if (square > 1e-12 * before) {
      const length = Math.sqrt(square);
      const unit = next.map((x) => x / length);
      used.push(unit);
      subtract(left, unit, product(left, unit));
    }
    curve = curve.map((x, d) => (x * input[d]) / scale);
  }
  return left;
}

/** Takes the mean away; returns the sum of squares of what is left. */
function centre(column: Float64Array): number {
  let sum = 0;
  for (const x of column) sum += x;
  const mean = sum / column.length;
  for (let d = 0; d < column.length; d++) column[d] -= mean;
  return product(column, column);
}

function subtract(column: Float64Array, other: Float64Array, times: number): void {
  for (let d = 0; d < column.length; d++) column[d] -= times * other[d];
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}
