/**
 * Elementary functions of many numbers at once, the same bits as one by one. The numbers are taken in pairs: each waits for its
 * own last operation most of the time, and two chains side by side take hardly longer than one. Imported constants are read
 * once, before a loop: a variable of another module is looked up at every use.
 */
import { powersOfTwo } from "./arithmetic.ts";
import { expOfSum } from "./elementary.ts";
import { farthestScore, ln2High, ln2Low, log2OfE, splitter } from "./programs/coefficients.ts";

/** Numbers at a time at most. */
export const columnLength = 1024;

/** Beyond this e^x may be subnormal or infinite, and is left to `expOfSum`. */
const ordinary = 700;

/** e^(x + low) of `count` numbers, see `expOfSum`. `out` may be `x` or `low`. */
export function expOfSums(x: Float64Array, low: Float64Array, out: Float64Array, count: number): void {
  const powers = powersOfTwo;
  const inverse = log2OfE;
  const high = ln2High;
  const rest = ln2Low;
  for (let i = 0; i < count; i += 2) {
    // An odd one out is its own companion.
    const j = i + 1 < count ? i + 1 : i;
    const xi = x[i];
    const xj = x[j];
    const lowI = low[i];
    const lowJ = low[j];
    if (!(Math.abs(xi) <= ordinary && Math.abs(xj) <= ordinary)) {
      out[i] = expOfSum(xi, lowI);
      out[j] = expOfSum(xj, lowJ);
      continue;
    }
    const ki = Math.floor(xi * inverse + 0.5);
    const kj = Math.floor(xj * inverse + 0.5);
    const coarseI = xi - ki * high;
    const coarseJ = xj - kj * high;
    const fineI = lowI - ki * rest;
    const fineJ = lowJ - kj * rest;
    const ri = coarseI + fineI;
    const rj = coarseJ + fineJ;
    const lostI = coarseI - ri + fineI;
    const lostJ = coarseJ - rj + fineJ;
    let pi = 2.0911229795563617e-9 * ri + 2.5100375924709717e-8;
    let pj = 2.0911229795563617e-9 * rj + 2.5100375924709717e-8;
    pi = pi * ri + 2.7557282983917557e-7;
    pj = pj * rj + 2.7557282983917557e-7;
    pi = pi * ri + 2.7557268480116333e-6;
    pj = pj * rj + 2.7557268480116333e-6;
    pi = pi * ri + 2.4801587317135252e-5;
    pj = pj * rj + 2.4801587317135252e-5;
    pi = pi * ri + 0.0001984126986304067;
    pj = pj * rj + 0.0001984126986304067;
    pi = pi * ri + 0.0013888888888886554;
    pj = pj * rj + 0.0013888888888886554;
    pi = pi * ri + 0.008333333333330065;
    pj = pj * rj + 0.008333333333330065;
    pi = pi * ri + 0.041666666666666664;
    pj = pj * rj + 0.041666666666666664;
    pi = pi * ri + 0.16666666666666669;
    pj = pj * rj + 0.16666666666666669;
    pi = pi * ri + 0.5;
    pj = pj * rj + 0.5;
    // 2^k in one factor is as exact as in two while nothing is subnormal.
    out[i] = (1 + (ri + (ri * ri * pi + lostI))) * powers[ki + 1023];
    out[j] = (1 + (rj + (rj * rj * pj + lostJ))) * powers[kj + 1023];
  }
}

const squares = new Float64Array(columnLength);
const errors = new Float64Array(columnLength);
const ratios = new Float64Array(columnLength);

/** Φ(−|z|) of `count` numbers, at most `columnLength`, that start at z[from], see `normalTail`. */
export function normalTails(z: Float64Array, from: number, out: Float64Array, count: number): void {
  const farthest = farthestScore;
  const split = splitter;
  for (let i = 0; i < count; i++) {
    const size = Math.abs(z[from + i]);
    const x = size > farthest ? farthest : size;
    const c = x * split;
    const head = c - (c - x);
    const rest = x - head;
    const square = x * x;
    const error = head * head - square + (head * rest + rest * head) + rest * rest;
    squares[i] = square * -0.5;
    errors[i] = error * -0.5;
  }
  expOfSums(squares, errors, squares, count);
  tailRatios(z, from, ratios, count);
  for (let i = 0; i < count; i++) out[i] = squares[i] * ratios[i];
}

/** Φ(−|z|)·e^(z²/2), see `tailRatio`. */
function tailRatios(z: Float64Array, from: number, out: Float64Array, count: number): void {
  const farthest = farthestScore;
  for (let i = 0; i < count; i += 2) {
    const j = i + 1 < count ? i + 1 : i;
    const sizeI = Math.abs(z[from + i]);
    const sizeJ = Math.abs(z[from + j]);
    const x = sizeI > farthest ? farthest : sizeI;
    const y = sizeJ > farthest ? farthest : sizeJ;
    let above = 0.3989422804014327 * x + 12.027061032930268;
    let aboveY = 0.3989422804014327 * y + 12.027061032930268;
    let below = x + 30.14737124585578;
    let belowY = y + 30.14737124585578;
    above = above * x + 178.63488219140038;
    aboveY = aboveY * y + 178.63488219140038;
    below = below * x + 448.7712465363184;
    belowY = belowY * y + 448.7712465363184;
    above = above * x + 1698.445770777749;
    aboveY = aboveY * y + 1698.445770777749;
    below = below * x + 4287.519563209952;
    belowY = belowY * y + 4287.519563209952;
    above = above * x + 11360.352457436611;
    aboveY = aboveY * y + 11360.352457436611;
    below = below * x + 28921.951925564033;
    belowY = belowY * y + 28921.951925564033;
    above = above * x + 55616.65067971414;
    aboveY = aboveY * y + 55616.65067971414;
    below = below * x + 143607.34661891204;
    belowY = belowY * y + 143607.34661891204;
    above = above * x + 201502.67830429485;
    aboveY = aboveY * y + 201502.67830429485;
    below = below * x + 532682.9475647352;
    belowY = belowY * y + 532682.9475647352;
    above = above * x + 533999.9251689066;
    aboveY = aboveY * y + 533999.9251689066;
    below = below * x + 1469736.352621107;
    belowY = belowY * y + 1469736.352621107;
    above = above * x + 994650.8519828833;
    aboveY = aboveY * y + 994650.8519828833;
    below = below * x + 2945762.6803528075;
    belowY = belowY * y + 2945762.6803528075;
    above = above * x + 1185944.3860965252;
    aboveY = aboveY * y + 1185944.3860965252;
    below = below * x + 4072798.718350069;
    belowY = belowY * y + 4072798.718350069;
    above = above * x + 699033.4554060736;
    aboveY = aboveY * y + 699033.4554060736;
    below = below * x + 3487384.775299419;
    belowY = belowY * y + 3487384.775299419;
    out[i] = above / (below * x + 1398066.9108121472);
    out[j] = aboveY / (belowY * y + 1398066.9108121472);
  }
}
