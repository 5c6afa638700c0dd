import { exp, ln, normalTail } from "../numeric/elementary.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { type Tails, writeTails } from "../numeric/tails.ts";

/** A metalog with its coefficients a₁, a₂, …; bounds infinite where there are none. */
export interface Metalog {
  readonly coefficients: readonly number[];
  readonly low: number;
  readonly high: number;
}

/**
 * The terms at y, with w = 1 − y exact in its own right, L = ln(y/w), h = y − ½: 1, L, hL, h, h², h²L, h³, h³L, …
 * (Keelin 2016, equation 6).
 */
export function termsAt(count: number, y: number, w: number): number[] {
  const l = ln(y / w);
  const h = (y - w) / 2;
  const terms = [1, l, h * l, h];
  for (let power = h * h, k = 4; k < count; k += 2, power *= h) terms.push(power, power * l);
  // h²L and h³L follow their powers, hL stands before h
  return terms.slice(0, count);
}

/**
 * dM/dL = y·w·dM/dy, where M is the sum of the terms: the slope against the log-odds, which stays finite at the ends.
 */
export function slopeAt(coefficients: readonly number[], y: number, w: number): number {
  const l = y > 0 && w > 0 ? ln(y / w) : 0;
  const h = (y - w) / 2;
  const yw = y * w;
  const [, a2 = 0, a3 = 0, a4 = 0] = coefficients;
  let slope = a2 + a3 * (h + yw * l) + a4 * yw;
  for (let k = 4, n = 2, power = h; k < coefficients.length; k += 2, n++, power *= h) {
    // hⁿ has the slope n·hⁿ⁻¹·yw, hⁿL beside it hⁿ
    slope += coefficients[k] * n * power * yw;
    slope += (coefficients[k + 1] ?? 0) * (power * h + n * power * yw * l);
  }
  return slope;
}

function sumAt(coefficients: readonly number[], y: number, w: number): number {
  const terms = termsAt(coefficients.length, y, w);
  return coefficients.reduce((sum, a, k) => sum + a * terms[k], 0);
}

/** From the scale of the fit to that of the quantity. */
function outOf({ low, high }: Metalog, m: number): number {
  const [left, right] = [Number.isFinite(low), Number.isFinite(high)];
  if (left && right) return m < 0 ? low + (high - low) * (exp(m) / (1 + exp(m))) : high - (high - low) / (1 + exp(m));
  if (left) return low + exp(m);
  return right ? high - exp(-m) : m;
}

/** From the scale of the quantity to that of the fit: ln(x − low), −ln(high − x) or ln((x − low)/(high − x)). */
export function ontoFit(low: number, high: number, x: number): number {
  const [left, right] = [Number.isFinite(low), Number.isFinite(high)];
  if (left && right) return ln((x - low) / (high - x));
  if (left) return ln(x - low);
  return right ? -ln(high - x) : x;
}

/** dx/dm at x. */
function stretchAt({ low, high }: Metalog, x: number): number {
  const [left, right] = [Number.isFinite(low), Number.isFinite(high)];
  if (left && right) return ((x - low) / (high - low)) * (high - x);
  if (left) return x - low;
  return right ? high - x : 1;
}

/** The value with lower tail y and upper tail w. */
export function metalogValue(metalog: Metalog, y: number, w: number): number {
  if (!(y >= 0 && w >= 0)) return Number.NaN;
  if (y === 0) return metalog.low;
  return w === 0 ? metalog.high : outOf(metalog, sumAt(metalog.coefficients, y, w));
}

/** Writes T(z) and its slope. */
export function metalogAtScore(metalog: Metalog): (z: number, out: Float64Array) => void {
  return (z, out) => {
    const tail = normalTail(z);
    const [y, w] = z < 0 ? [tail, 1 - tail] : [1 - tail, tail];
    const x = metalogValue(metalog, y, w);
    out[0] = x;
    out[1] = (stretchAt(metalog, x) * slopeAt(metalog.coefficients, y, w) * normalDensity(z)) / (y * w);
  };
}

/** Log-odds beyond this are tails below 1e-308. */
const farthest = 709;

/** Density and tails, by solving M = m for the log-odds: Newton's method within a bracket. */
export function metalogTails(metalog: Metalog): Tails {
  const { coefficients, low, high } = metalog;
  return (x, out) => {
    if (Number.isNaN(x)) return writeTails(out, x, x, x);
    if (x <= low) return writeTails(out, 0, 0, 1);
    if (x >= high) return writeTails(out, 0, 1, 0);
    const m = ontoFit(low, high, x);
    let below = -farthest;
    let above = farthest;
    let l = Math.max(below, Math.min(above, (m - coefficients[0]) / coefficients[1]));
    let y = 0;
    let w = 0;
    let slope = 0;
    for (let step = 0; step < 200; step++) {
      y = 1 / (1 + exp(-l));
      w = 1 / (1 + exp(l));
      slope = slopeAt(coefficients, y, w);
      const gap = sumAt(coefficients, y, w) - m;
      if (gap > 0) above = l;
      else below = l;
      const next = l - gap / slope;
      const last = l;
      l = next > below && next < above && step % 8 !== 7 ? next : below + (above - below) / 2;
      if (Math.abs(l - last) <= 1e-15 * (1 + Math.abs(l)) || above - below <= 1e-15) break;
    }
    writeTails(out, (y * w) / (slope * stretchAt(metalog, x)), y, w);
  };
}

/**
 * Moments of this order and above do not exist in either tail: with one bound the open side falls like a power, whose exponent
 * is the slope of M against the log-odds there.
 */
export function metalogIndex({ coefficients, low, high }: Metalog): readonly [number, number] {
  const endless = Number.POSITIVE_INFINITY;
  const [left, right] = [Number.isFinite(low), Number.isFinite(high)];
  if (left === right) return [endless, endless];
  return left ? [endless, 1 / slopeAt(coefficients, 1, 0)] : [1 / slopeAt(coefficients, 0, 1), endless];
}
