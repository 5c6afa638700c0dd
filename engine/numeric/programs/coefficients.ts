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

/** Exponents of a power beyond this make every base but ±1 zero or infinite; the bound keeps products exact. */
export const farExponent = 65536 * 65536 * 65536 * 65536;
/** Far above what rounding can leave of y·ln x, where that is not already beyond the range of e^x. */
export const lowBound = 0.0009765625;

/**
 * Φ(−z)·e^(z²/2) = P(z)/Q(z) for z ≥ 0, lowest power first; relative error below 2^−53.3. All coefficients are positive, so
 * nothing cancels, and P(0)/Q(0) is exactly ½. The factors were multiplied out and turned from erfc to Φ with 60 digits.
 * Source: Dia (2023), Approximate incomplete integrals, application to complementary error function, doi:10.2139/ssrn.4487559.
 */
export const tailNumerator = [
  699033.4554060736, 1185944.3860965252, 994650.8519828833, 533999.9251689066, 201502.67830429485, 55616.65067971414,
  11360.352457436611, 1698.445770777749, 178.63488219140038, 12.027061032930268, 0.3989422804014327,
] as const;
export const tailDenominator = [
  1398066.9108121472, 3487384.775299419, 4072798.718350069, 2945762.6803528075, 1469736.352621107, 532682.9475647352,
  143607.34661891204, 28921.951925564033, 4287.519563209952, 448.7712465363184, 30.14737124585578, 1,
] as const;
/** Beyond this Φ(−z) is 0; larger scores are taken back to it, before their powers overflow. */
export const farthestScore = 40;

/**
 * x·(ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π)) = P(x²)/Q(x²) for x ≥ 2, lowest power first: interpolates at nine Chebyshev nodes
 * of 1/x² from 0 to ¼, computed with 60 digits; the remainder itself is then within 2e-15.
 */
export const stirlingNumerator = [
  0.019646673308554772, 0.3735868188739112, 0.9119918067444638, 0.5546705086947861, 0.08333333333331777,
] as const;
export const stirlingDenominator = [
  0.32714523893797187, 4.798387509847714, 11.157357200423958, 6.689379437547443, 1,
] as const;

export const inverseTwoPi = 0.15915494309189535;
