import { exp, ln } from "./elementary.ts";
import { expm1 } from "./expm1.ts";
import { logDeviance } from "./log1p.ts";
import { logGamma, logGammaOnePlus, stirlingFrom, stirlingRemainder } from "./logGamma.ts";
import { sqrt2Pi } from "./normalQuantile.ts";
import { type Tails, writeTails } from "./tails.ts";

/** x^a e^(−x) / Γ(a) as a function of x. For large a through the deviance, so that nothing large cancels. */
function gammaKernel(a: number): (x: number) => number {
  if (a < stirlingFrom) {
    const logScale = logGamma(a);
    return (x) => exp(a * ln(x) - x - logScale);
  }
  const scale = Math.sqrt(a) / sqrt2Pi;
  const remainder = stirlingRemainder(a);
  return (x) => scale * exp(-a * logDeviance(x, a) - remainder);
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …, which times the kernel over a is P. All terms positive. */
function lowerSeries(a: number): (x: number) => number {
  const inverses: number[] = [1]; // 1/(a + n), kept between points
  return (x) => {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * 1e-17; n++) {
      if (n === inverses.length) inverses.push(1 / (a + n));
      term *= x * inverses[n];
      sum += term;
    }
    return sum;
  };
}

/** Legendre's continued fraction, which times the kernel is Q (modified Lentz; DLMF 8.9.2). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 100_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b); // neither denominator vanishes for x ≥ a + 1, or for a < 1
    c = b + an / c;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2.5e-16) break; // within rounding
  }
  return h;
}

/** Q for a < 1, x ≤ 1.1, where 1 − P would cancel: 1 − x^a/Γ(1 + a) and the alternating rest. */
function upperOfSmallShape(a: number, x: number): number {
  const logScale = a * ln(x) - logGammaOnePlus(a);
  let sum = 0;
  let power = 1;
  for (let k = 1; k < 30; k++) {
    power *= -x / k;
    sum += power / (a + k);
  }
  return -expm1(logScale) - exp(logScale) * a * sum;
}

/** Limit of the density at 0. */
const atZero = (a: number): number => (a < 1 ? Number.POSITIVE_INFINITY : a === 1 ? 1 : 0);

/** x^(a−1) e^(−x) / Γ(a), without the tails. */
export function gammaDensity(a: number, x: number): number {
  if (!(x > 0)) return x === 0 ? atZero(a) : Number.isNaN(x) ? x : 0;
  return x === Number.POSITIVE_INFINITY ? 0 : gammaKernel(a)(x) / x;
}

/** P, Q and the density x^(a−1) e^(−x) / Γ(a) at any x, for one shape a > 0. */
export function gammaTails(a: number): Tails {
  if (!(a > 0)) return (_, out) => writeTails(out, Number.NaN, Number.NaN, Number.NaN);
  const kernelAt = gammaKernel(a);
  const seriesAt = lowerSeries(a);
  return (x, out) => {
    if (!(x > 0)) {
      if (Number.isNaN(x)) writeTails(out, x, x, x);
      else writeTails(out, x < 0 ? 0 : atZero(a), 0, 1);
    } else if (x === Number.POSITIVE_INFINITY) {
      writeTails(out, 0, 1, 0);
    } else if (a < 1 ? x <= 1.1 : x < a + 1) {
      const kernel = kernelAt(x);
      const lower = Math.min(1, (kernel * seriesAt(x)) / a);
      writeTails(out, kernel / x, lower, a < 1 ? upperOfSmallShape(a, x) : 1 - lower);
    } else {
      const kernel = kernelAt(x);
      const upper = Math.min(1, kernel * upperFraction(a, x));
      writeTails(out, kernel / x, 1 - upper, upper);
    }
  };
}

function tailAt(a: number, x: number, which: 1 | 2): number {
  const out = new Float64Array(3);
  gammaTails(a)(x, out);
  return out[which];
}

/** P(a, x) = γ(a, x)/Γ(a). */
export const gammaP = (a: number, x: number): number => tailAt(a, x, 1);

/** Q(a, x) = Γ(a, x)/Γ(a). */
export const gammaQ = (a: number, x: number): number => tailAt(a, x, 2);
