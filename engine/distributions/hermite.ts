/**
 * Writes c0 … c3 of the cubic from `left` to `right` with these slopes (dx/dz) at both ends of a piece of width `width` (in z),
 * in t from 0 to 1. Slopes are held to three times the chord's, which keeps the cubic from decreasing
 * (Fritsch & Carlson 1980, doi:10.1137/0717021).
 */
export function writeCubic(
  c: Float64Array,
  piece: number,
  left: number,
  leftSlope: number,
  right: number,
  rightSlope: number,
  width: number,
): void {
  const rise = Math.max(0, right - left);
  const a = Math.min(leftSlope * width, 3 * rise);
  const b = Math.min(rightSlope * width, 3 * rise);
  const at = 4 * piece;
  c[at] = left;
  c[at + 1] = a;
  c[at + 2] = 3 * rise - 2 * a - b;
  c[at + 3] = a + b - 2 * rise;
}

export function cubicAt(c: Float64Array, piece: number, t: number): number {
  const at = 4 * piece;
  return c[at] + t * (c[at + 1] + t * (c[at + 2] + t * c[at + 3]));
}
