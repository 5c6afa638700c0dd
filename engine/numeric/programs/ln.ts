import type { Arithmetic } from "../arithmetic.ts";
import {
  ln2High,
  ln2Low,
  lnCoefficients,
  smallestNormal,
  sqrt2,
  subnormalLift,
  subnormalShift,
} from "./coefficients.ts";

/** x = 2^k · (1 + f) with 1 + f from √½ to √2, for every positive finite x. */
export function lnSplit<T>(o: Arithmetic<T>, x: T): { k: T; f: T } {
  const tiny = o.less(x, o.constant(smallestNormal));
  const lifted = o.select(tiny, o.multiply(x, o.constant(subnormalLift)), x);
  const mantissa = o.mantissaOf(lifted);
  const large = o.greater(mantissa, o.constant(sqrt2));
  const k = o.subtract(o.add(o.exponentOf(lifted), large), o.select(tiny, o.constant(subnormalShift), o.constant(0)));
  const f = o.subtract(o.select(large, o.multiply(mantissa, o.constant(0.5)), mantissa), o.constant(1));
  return { k, f };
}

/** For 1 + f from √½ to √2: f²/2, and ln(1 + f) − f + f²/2 with its own relative accuracy. */
export function lnTail<T>(o: Arithmetic<T>, f: T): { halfSquare: T; tail: T } {
  const s = o.divide(f, o.add(o.constant(2), f));
  const z = o.multiply(s, s);
  let p = o.constant(lnCoefficients[lnCoefficients.length - 1]);
  for (let i = lnCoefficients.length - 2; i >= 0; i--) p = o.add(o.multiply(p, z), o.constant(lnCoefficients[i]));
  const halfSquare = o.multiply(o.multiply(f, f), o.constant(0.5));
  const tail = o.multiply(s, o.add(halfSquare, o.multiply(z, p)));
  return { halfSquare, tail };
}

/** ln x. Error below 1 ulp. ln 0 = −Infinity, of a negative number NaN, of Infinity Infinity; NaN passes. */
export function lnProgram<T>(o: Arithmetic<T>, x: T): T {
  const { k, f } = lnSplit(o, x);
  const { halfSquare, tail } = lnTail(o, f);
  // ln(1 + f) = f − (f²/2 − tail); the small terms are added before the large ones
  const small = o.subtract(halfSquare, o.add(tail, o.multiply(k, o.constant(ln2Low))));
  const value = o.subtract(o.multiply(k, o.constant(ln2High)), o.subtract(small, f));
  return lnSpecial(o, x, value);
}

function lnSpecial<T>(o: Arithmetic<T>, x: T, value: T): T {
  const zero = o.constant(0);
  const infinity = o.constant(Number.POSITIVE_INFINITY);
  const finite = o.select(o.less(x, infinity), value, x);
  const positive = o.select(o.greater(x, zero), finite, o.constant(Number.NaN));
  return o.select(o.equal(x, zero), o.constant(Number.NEGATIVE_INFINITY), positive);
}
