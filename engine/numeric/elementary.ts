/**
 * The elementary programs on plain doubles, written out for speed. The plain meaning is in `programs/`; a test holds each
 * function here to its program bit for bit. Pure arithmetic: the same bits on every machine.
 */
import { exponentOf, mantissaOf, powerOfTwo, scalarArithmetic } from "./arithmetic.ts";
import {
  erfcFarthest,
  erfcScale,
  erfcShift,
  expHighest,
  expLowest,
  ln2High,
  ln2Low,
  log2OfE,
  smallestNormal,
  splitter,
  sqrt2,
  subnormalLift,
  subnormalShift,
} from "./programs/coefficients.ts";
import { powerProgram } from "./programs/power.ts";

/** e^x; error below 1 ulp, underflow through subnormals to 0, overflow Infinity, NaN passes. See `expProgram`. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(x + low), |low| far below 1. See `expOfSumProgram`. */
export function expOfSum(x: number, low: number): number {
  const clamped = x < expLowest ? expLowest : x > expHighest ? expHighest : x;
  const k = Math.floor(clamped * log2OfE + 0.5);
  const coarse = clamped - k * ln2High;
  const fine = low - k * ln2Low;
  const r = coarse + fine;
  const lost = coarse - r + fine;
  let p = 2.0911229795563617e-9 * r + 2.5100375924709717e-8;
  p = p * r + 2.7557282983917557e-7;
  p = p * r + 2.7557268480116333e-6;
  p = p * r + 2.4801587317135252e-5;
  p = p * r + 0.0001984126986304067;
  p = p * r + 0.0013888888888886554;
  p = p * r + 0.008333333333330065;
  p = p * r + 0.041666666666666664;
  p = p * r + 0.16666666666666669;
  p = p * r + 0.5;
  const y = 1 + (r + (r * r * p + lost));
  const firstHalf = Math.floor(k * 0.5);
  return y * powerOfTwo(firstHalf) * powerOfTwo(k - firstHalf);
}

/** ln x; error below 1 ulp, ln 0 = −Infinity, of a negative number NaN, NaN passes. See `lnProgram`. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const tiny = x < smallestNormal;
  const lifted = tiny ? x * subnormalLift : x;
  const mantissa = mantissaOf(lifted);
  const large = mantissa > sqrt2;
  const k = exponentOf(lifted) + (large ? 1 : 0) - (tiny ? subnormalShift : 0);
  const f = (large ? mantissa * 0.5 : mantissa) - 1;
  const s = f / (2 + f);
  const z = s * s;
  let p = 0.13086627491197242 * z + 0.13268773010203216;
  p = p * z + 0.15386239707611124;
  p = p * z + 0.18181795640044723;
  p = p * z + 0.22222222391714744;
  p = p * z + 0.2857142857080361;
  p = p * z + 0.4000000000000088;
  p = p * z + 0.6666666666666666;
  const halfSquare = f * f * 0.5;
  const tail = s * (halfSquare + z * p);
  return k * ln2High - (halfSquare - (tail + k * ln2Low) - f);
}

/** x^y: exact for y = 0, 1, 2 and x = 1; negative bases have whole powers only. See `powerProgram`. */
export function power(x: number, y: number): number {
  return powerProgram(scalarArithmetic, x, y);
}

/** Φ(−|z|): the smaller tail. */
function smallerTail(z: number): number {
  const size = Math.abs(z);
  const scaled = size * Math.SQRT1_2;
  const x = scaled > erfcFarthest ? erfcFarthest : scaled;
  const farthest = erfcFarthest / Math.SQRT1_2;
  const distance = size > farthest ? farthest : size;
  const c = distance * splitter;
  const head = c - (c - distance);
  const rest = distance - head;
  const square = distance * distance;
  const error = head * head - square + (head * rest + rest * head) + rest * rest;
  const above =
    erfcScale *
    ((x + 2.710785400451478) * x + 5.807556131303016) *
    ((x + 3.474695137774396) * x + 12.074020364063815) *
    ((x + 4.005615092022593) * x + 9.305966594858878) *
    ((x + 5.167227058178126) * x + 9.126616176736734) *
    ((x + 5.959087954466332) * x + 9.194356128869693);
  const below =
    (x + erfcShift) *
    ((x + 3.4795405709951894) * x + 12.061668872862395) *
    ((x + 3.7206844396022505) * x + 8.443197810039685) *
    ((x + 3.902257040299241) * x + 6.361616309538805) *
    ((x + 4.032968931092625) * x + 5.135785305856815) *
    ((x + 4.112409429574509) * x + 4.486403295234087);
  const tail = expOfSum(square * -0.5, error * -0.5) * (above / below) * 0.5;
  return tail > 0.5 ? 0.5 : tail;
}

/** Φ(z), P(Z ≤ z) of a standard normal Z; full relative accuracy in the lower tail. See `normalCdfProgram`. */
export function normalCdf(z: number): number {
  const tail = smallerTail(z);
  return z > 0 ? 1 - tail : tail;
}

/** Φ(−z), P(Z > z); full relative accuracy in the upper tail. */
export function normalUpper(z: number): number {
  return normalCdf(-z);
}
