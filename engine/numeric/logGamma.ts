import { ln } from "./elementary.ts";
import { log1p } from "./log1p.ts";

export const halfLogTwoPi = 0.9189385332046728;

/** ln Γ(2 + t)/t for |t| ≤ ½, interpolated at Chebyshev nodes; relative error below 2^−53. */
const nearTwo = [
  0.42278433509846713, 0.3224670334241132, -0.06735230105319563, 0.02058080842778338, -0.007385551028935545,
  0.002890510330865901, -0.0011927539009983087, 0.0005096695196526673, -0.00022315497746292723, 9.945761692157133e-5,
  -4.4923727564247656e-5, 2.050601970174762e-5, -9.45628851510172e-6, 4.3828545383846665e-6, -1.9743106888421067e-6,
  9.242852225162277e-7, -5.811277768921246e-7, 2.7475390051909663e-7,
];

/** B₂ₖ/(2k(2k − 1)) of Stirling's series. */
const stirling = [
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417,
  -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
];

/** From here Stirling's series has full precision. */
export const stirlingFrom = 10;

/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ `stirlingFrom`: what Stirling's formula lacks, near 1/(12x). */
export function stirlingRemainder(x: number): number {
  const z = 1 / (x * x);
  let sum = 0;
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * z + stirling[k];
  return sum / x;
}

function logGammaNearTwo(t: number): number {
  let p = 0;
  for (let i = nearTwo.length - 1; i >= 0; i--) p = p * t + nearTwo[i];
  return t * p;
}

/** ln Γ(1 + t) for −½ ≤ t ≤ 1½, exact where it vanishes. */
export function logGammaOnePlus(t: number): number {
  return t > 0.5 ? logGammaNearTwo(t - 1) : logGammaNearTwo(t) - log1p(t);
}

/** ln Γ(x) for x > 0; relative accuracy also around its zeros 1 and 2. NaN for x ≤ 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x < 0.5) return logGammaOnePlus(x) - ln(x);
  if (x <= 2.5) return logGammaOnePlus(x - 1);
  if (x >= stirlingFrom) return (x - 0.5) * (ln(x) - 1) + (halfLogTwoPi - 0.5) + stirlingRemainder(x);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return ln(product) + logGammaNearTwo(rest - 2);
}
