/**
 * The elementary programs on plain doubles, written out for speed. The plain meaning is in `programs/`; a test holds each
 * function here to its program bit for bit. Pure arithmetic: the same bits on every machine.
 */
import * as arithmetic from "./arithmetic.ts";
import * as coefficients from "./programs/coefficients.ts";

// A constant of another module is looked up at every use; one of this module is known to the compiler.
const { exponentOf, powersOfTwo } = arithmetic;
const {
  expHighest,
  expLowest,
  farExponent,
  farthestScore,
  ln2High,
  ln2Low,
  log2OfE,
  lowBound,
  smallestNormal,
  splitter,
  sqrt2,
  subnormalLift,
  subnormalShift,
} = coefficients;

/** e^x; error below 1 ulp, underflow through subnormals to 0, overflow Infinity, NaN passes. See `expProgram`. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(x + low), |low| far below 1. See `expOfSumProgram`. */
export function expOfSum(x: number, low: number): number {
  if (Number.isNaN(x)) return x;
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
  return y * powersOfTwo[firstHalf + 1023] * powersOfTwo[k - firstHalf + 1023];
}

/** ln x; error below 1 ulp, ln 0 = −Infinity, of a negative number NaN, NaN passes. See `lnProgram`. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const tiny = x < smallestNormal;
  const lifted = tiny ? x * subnormalLift : x;
  const exponent = exponentOf(lifted);
  const mantissa = lifted * powersOfTwo[1023 - exponent];
  const large = mantissa > sqrt2;
  const k = exponent + (large ? 1 : 0) - (tiny ? subnormalShift : 0);
  const f = (large ? mantissa * 0.5 : mantissa) - 1;
  const halfSquare = f * f * 0.5;
  const tail = lnTail(f, halfSquare);
  return k * ln2High - (halfSquare - (tail + k * ln2Low) - f);
}

/** ln(1 + f) − f + f²/2. */
function lnTail(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  let p = 0.13086627491197242 * z + 0.13268773010203216;
  p = p * z + 0.15386239707611124;
  p = p * z + 0.18181795640044723;
  p = p * z + 0.22222222391714744;
  p = p * z + 0.2857142857080361;
  p = p * z + 0.4000000000000088;
  p = p * z + 0.6666666666666666;
  return s * (halfSquare + z * p);
}

/** x^y: exact for y = 0, 1, 2 and x = 1; negative bases have whole powers only. See `powerProgram`. */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1 || Number.isNaN(x)) return x;
  if (y === 2) return x * x;
  if (Number.isNaN(y)) return y;
  const magnitude = powerOfPositive(Math.abs(x), y);
  if (!(x < 0)) return magnitude;
  if (Math.floor(y) !== y) return x === Number.NEGATIVE_INFINITY ? magnitude : Number.NaN;
  const half = y * 0.5;
  return Math.floor(half) === half ? magnitude : -magnitude;
}

function powerOfPositive(x: number, y: number): number {
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return y > 0 ? x : 0;
  const times = y < -farExponent ? -farExponent : y > farExponent ? farExponent : y;
  const tiny = x < smallestNormal;
  const lifted = tiny ? x * subnormalLift : x;
  const exponent = exponentOf(lifted);
  const mantissa = lifted * powersOfTwo[1023 - exponent];
  const large = mantissa > sqrt2;
  const k = exponent + (large ? 1 : 0) - (tiny ? subnormalShift : 0);
  const f = (large ? mantissa * 0.5 : mantissa) - 1;
  const square = f * f;
  const halfSquare = square * 0.5;
  const tail = lnTail(f, halfSquare);

  const base = k * ln2High;
  const withF = base + f;
  const lostF = f - (withF - base);
  const head = withF - halfSquare;
  const lostSquare = withF - head - halfSquare;
  const small = lostF + lostSquare - productError(f, f, square) * 0.5 + tail + k * ln2Low;
  const logarithm = head + small;
  const logarithmLow = small - (logarithm - head);

  const scaled = times * logarithm;
  const low = productError(times, logarithm, scaled) + times * logarithmLow;
  return expOfSum(scaled, low < -lowBound ? -lowBound : low > lowBound ? lowBound : low);
}

/** a·b − product, exactly. See `exactProduct`. */
function productError(a: number, b: number, product: number): number {
  const c = a * splitter;
  const aHead = c - (c - a);
  const aRest = a - aHead;
  const d = b * splitter;
  const bHead = d - (d - b);
  const bRest = b - bHead;
  return aHead * bHead - product + (aHead * bRest + aRest * bHead) + aRest * bRest;
}

/** Φ(−|z|), the smaller tail. See `normalTailProgram`. */
export function normalTail(z: number): number {
  const size = Math.abs(z);
  const x = size > farthestScore ? farthestScore : size;
  const c = x * splitter;
  const head = c - (c - x);
  const rest = x - head;
  const square = x * x;
  const error = head * head - square + (head * rest + rest * head) + rest * rest;
  return expOfSum(square * -0.5, error * -0.5) * tailRatio(x);
}

/** Φ(−x)·e^(x²/2) for x ≥ 0: the tail without its exponential. */
export function tailRatio(x: number): number {
  if (x > 1e20) return 0.3989422804014327 / x; // before the powers overflow
  let above = 0.3989422804014327 * x + 12.027061032930268;
  above = above * x + 178.63488219140038;
  above = above * x + 1698.445770777749;
  above = above * x + 11360.352457436611;
  above = above * x + 55616.65067971414;
  above = above * x + 201502.67830429485;
  above = above * x + 533999.9251689066;
  above = above * x + 994650.8519828833;
  above = above * x + 1185944.3860965252;
  above = above * x + 699033.4554060736;
  let below = x + 30.14737124585578;
  below = below * x + 448.7712465363184;
  below = below * x + 4287.519563209952;
  below = below * x + 28921.951925564033;
  below = below * x + 143607.34661891204;
  below = below * x + 532682.9475647352;
  below = below * x + 1469736.352621107;
  below = below * x + 2945762.6803528075;
  below = below * x + 4072798.718350069;
  below = below * x + 3487384.775299419;
  below = below * x + 1398066.9108121472;
  return above / below;
}

/** Φ(z), P(Z ≤ z) of a standard normal Z; full relative accuracy in the lower tail. See `normalCdfProgram`. */
export function normalCdf(z: number): number {
  const tail = normalTail(z);
  return z > 0 ? 1 - tail : tail;
}

/** Φ(−z), P(Z > z); full relative accuracy in the upper tail. */
export function normalUpper(z: number): number {
  return normalCdf(-z);
}
