/**
 * A distribution at a point: writes the density into out[0], P(X ≤ x) into out[1] and P(X > x) into out[2], each tail with its
 * own relative accuracy. Written, not returned: a table asks at thousands of points, and objects for each were half its cost.
 */
export type Tails = (x: number, out: Float64Array) => void;

export function writeTails(out: Float64Array, density: number, lower: number, upper: number): void {
  out[0] = density;
  out[1] = lower;
  out[2] = upper;
}
