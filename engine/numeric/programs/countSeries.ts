import type { Arithmetic } from "../arithmetic.ts";
import type { CountLaw } from "./countLaw.ts";
import { polynomial } from "./normal.ts";

/** Cornish–Fisher polynomials of the score's square, for powers of the skewness's square. */
const second = [
  [1 / 48, -1 / 48],
  [-7 / 144, 1 / 144],
] as const;
const third = [
  [-1 / 45, 7 / 720, 1 / 240],
  [1 / 405, -7 / 6480, -1 / 2160],
] as const;
const fourth = [
  [181 / 23040, -1 / 1920, -13 / 23040],
  [349 / 34560, -59 / 17280, -1 / 1280],
  [-433 / 622080, 1 / 2430, 1 / 69120],
] as const;
/** What the next term of the series can be, six times over. */
const doubt = [0.0078, 0.081, 0.0108, 0.00342] as const;
/** 2^−50: rounding leaves less of each count. */
const rounding = 8.881784197001252e-16;
/**
 * Where the score z lies among counts: x(z), by a Cornish–Fisher series up to sd⁻³, with P(X ≤ k) = Φ(z) at x = k + ½ (the
 * cumulants have Sheppard's corrections for whole numbers), and how wrong x may be at the most. So the count is ⌊x + ½⌋
 * wherever x is farther than `doubt` from k + ½.
 * Source of the idea: Giles (2016), Approximation of the inverse Poisson cumulative distribution function,
 * doi:10.1145/2699466. The series was derived anew for all three families; it is held to exact probabilities in a test.
 */
export function countSeries<T>(o: Arithmetic<T>, z: T, { mean, sd, skew, skewed }: CountLaw<T>): { x: T; doubt: T } {
  const square = o.multiply(z, z);
  const skewSquare = o.multiply(skew, skew);
  const inverse = o.divide(o.constant(1), sd);
  const inSkew = (rows: readonly (readonly number[])[]): T => {
    let sum = polynomial(o, rows[rows.length - 1], square);
    for (let i = rows.length - 2; i >= 0; i--) sum = o.add(o.multiply(sum, skewSquare), polynomial(o, rows[i], square));
    return sum;
  };
  const odd = o.add(inSkew(second), o.multiply(o.multiply(inverse, inverse), inSkew(fourth)));
  const even = o.add(
    o.multiply(o.subtract(square, o.constant(1)), o.constant(1 / 6)),
    o.multiply(o.multiply(inverse, inverse), inSkew(third)),
  );
  const correction = o.add(o.multiply(skew, even), o.multiply(o.multiply(inverse, z), odd));
  const x = o.add(mean, o.add(o.multiply(sd, z), correction));

  const inverseSquare = o.multiply(inverse, inverse);
  const next = o.multiply(o.multiply(inverseSquare, inverseSquare), polynomial(o, doubt, square));
  const rounded = o.multiply(o.add(mean, o.multiply(sd, o.constant(8))), o.constant(rounding));
  return { x, doubt: o.add(skewed === undefined ? next : o.multiply(next, skewed), rounded) };
}
