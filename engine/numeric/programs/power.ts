import type { Arithmetic } from "../arithmetic.ts";
import { farExponent, ln2High, ln2Low, lowBound, splitter } from "./coefficients.ts";
import { expOfSumProgram } from "./exp.ts";
import { lnSplit, lnTail } from "./ln.ts";

/** a·b = product + error exactly, without a fused multiply-add (Dekker 1971, doi:10.1007/BF01397083). */
export function exactProduct<T>(o: Arithmetic<T>, a: T, b: T): { product: T; error: T } {
  const halves = (x: T) => {
    const c = o.multiply(x, o.constant(splitter));
    const head = o.subtract(c, o.subtract(c, x));
    return { head, rest: o.subtract(x, head) };
  };
  const p = halves(a);
  const q = a === b ? p : halves(b);
  const product = o.multiply(a, b);
  const first = o.subtract(o.multiply(p.head, q.head), product);
  const across = o.multiply(p.head, q.rest);
  const cross = o.add(across, a === b ? across : o.multiply(p.rest, q.head));
  return { product, error: o.add(o.add(first, cross), o.multiply(p.rest, q.rest)) };
}

/**
 * x^y as IEEE 754 means it: x^0 = 1^y = 1, also with NaN; x^1 = x and x² = x·x exactly; a negative base has an answer for
 * whole exponents only, else NaN (−Infinity like Infinity there); 0^y is 0 or Infinity without a sign. Error below 2 ulp while
 * |y·ln x| < 40, some 20 ulp at the ends of the range.
 * Method: ln |x| in two doubles, times y in two doubles, through `expOfSumProgram`.
 */
export function powerProgram<T>(o: Arithmetic<T>, x: T, y: T): T {
  const zero = o.constant(0);
  const one = o.constant(1);
  const two = o.constant(2);
  const infinity = o.constant(Number.POSITIVE_INFINITY);
  const size = o.abs(x);
  const exponent = o.max(o.constant(-farExponent), o.min(o.constant(farExponent), y));

  const { k, f } = lnSplit(o, size);
  const { tail } = lnTail(o, f);
  const square = exactProduct(o, f, f);
  const halfSquare = o.multiply(square.product, o.constant(0.5));
  const base = o.multiply(k, o.constant(ln2High));
  const withF = o.add(base, f);
  const lostF = o.subtract(f, o.subtract(withF, base));
  const head = o.subtract(withF, halfSquare);
  const lostSquare = o.subtract(o.subtract(withF, head), halfSquare);
  const small = o.add(
    o.add(o.subtract(o.add(lostF, lostSquare), o.multiply(square.error, o.constant(0.5))), tail),
    o.multiply(k, o.constant(ln2Low)),
  );
  const logarithm = o.add(head, small);
  const logarithmLow = o.subtract(small, o.subtract(logarithm, head));

  const scaled = exactProduct(o, exponent, logarithm);
  const scaledLow = o.add(scaled.error, o.multiply(exponent, logarithmLow));
  const bound = o.constant(lowBound);
  const low = o.max(o.negate(bound), o.min(bound, scaledLow));
  const ordinary = expOfSumProgram(o, scaled.product, low);

  const rises = o.greater(y, zero);
  const atZero = o.select(rises, zero, infinity);
  const atInfinity = o.select(rises, infinity, zero);
  const infinite = o.equal(size, infinity);
  const magnitude = o.select(o.equal(size, zero), atZero, o.select(infinite, atInfinity, ordinary));

  const whole = o.equal(o.floor(y), y);
  const half = o.multiply(y, o.constant(0.5));
  const even = o.equal(o.floor(half), half);
  const signed = o.select(even, magnitude, o.negate(magnitude));
  const ofNegative = o.select(whole, signed, o.select(infinite, magnitude, o.constant(Number.NaN)));
  const general = o.select(o.less(x, zero), ofNegative, o.select(o.equal(x, x), magnitude, x));

  const withSquare = o.select(o.equal(y, two), o.multiply(x, x), general);
  const withFirst = o.select(o.equal(y, one), x, withSquare);
  const isOne = o.select(o.equal(y, zero), one, o.equal(x, one));
  const known = o.select(o.equal(y, y), withFirst, y);
  return o.select(isOne, one, known);
}
