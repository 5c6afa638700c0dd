/**
 * Numbers of the elementary functions. The polynomials interpolate at Chebyshev nodes (computed with 60 digits, rounded to
 * doubles), so their errors are stated, not guessed.
 */

/** ln 2 = ln2High + ln2Low; the high part has 33 bits, so k·ln2High is exact for every exponent k. */
export const ln2High = 0.6931471804855391;
export const ln2Low = 7.440617110012397e-11;
export const log2OfE = Math.LOG2E;

/** e^r = 1 + r + r²/2 + r³·(c0 + c1·r + …) for |r| ≤ ln 2 / 2; error below 2^−60. */
export const expCoefficients = [
  0.16666666666666669, 0.041666666666666664, 0.008333333333330065, 0.0013888888888886554, 0.0001984126986304067,
  2.4801587317135252e-5, 2.7557268480116333e-6, 2.7557282983917557e-7, 2.5100375924709717e-8, 2.0911229795563617e-9,
] as const;

/** Beyond these e^x is 0 or infinite. */
export const expLowest = -746;
export const expHighest = 710;

/** ln((1 + s)/(1 − s)) = 2s + s·z·(c0 + c1·z + …), z = s², for |s| ≤ (√2 − 1)/(√2 + 1); error below 2^−62. */
export const lnCoefficients = [
  0.6666666666666666, 0.4000000000000088, 0.2857142857080361, 0.22222222391714744, 0.18181795640044723,
  0.15386239707611124, 0.13268773010203216, 0.13086627491197242,
] as const;

export const sqrt2 = Math.SQRT2;
export const smallestNormal = 2.2250738585072014e-308;
/** 2^54 lifts a subnormal into the normal range. */
export const subnormalLift = 18014398509481984;
export const subnormalShift = 54;

/** 2^27 + 1: multiplying by it splits a double into two halves of 26 bits (Dekker 1971, doi:10.1007/BF01397083). */
export const splitter = 134217729;

/**
 * erfc(x) = e^(−x²) · scale / (x + shift) · Π (x² + a·x + b) / (x² + c·x + d) for x ≥ 0, rows [a, b, c, d]; relative error
 * below 2^−53.8. Source: Dia (2023), Approximate incomplete integrals, application to complementary error function,
 * doi:10.2139/ssrn.4487559.
 */
export const erfcScale = 0.5641895835477563;
export const erfcShift = 2.0695502313291416;
export const erfcRows = [
  [2.710785400451478, 5.807556131303016, 3.4795405709951894, 12.061668872862395],
  [3.474695137774396, 12.074020364063815, 3.7206844396022505, 8.443197810039685],
  [4.005615092022593, 9.305966594858878, 3.902257040299241, 6.361616309538805],
  [5.167227058178126, 9.126616176736734, 4.032968931092625, 5.135785305856815],
  [5.959087954466332, 9.194356128869693, 4.112409429574509, 4.486403295234087],
] as const;
/** From here on e^(−x²) is 0; the rational part is not followed further, where it would overflow. */
export const erfcFarthest = 28;
