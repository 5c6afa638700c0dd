/*
 * Estimators of Sobol' indices from a Saltelli design: columns of the model's values at base points A, at independent ones B,
 * and at C = AB_i, the points of A with the numbers of input (or group) i taken from B. First order: Var(E[Y | X_i]) / Var(Y);
 * total: E[Var(Y | all but X_i)] / Var(Y). Shift the columns by their mean first where an estimator is not free of it.
 */

/** Sums over base points of what every estimator is made of. Sums of parts of the points add up. */
export interface ArmSums {
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly aa: number;
  readonly bb: number;
  readonly cc: number;
  readonly ab: number;
  readonly ac: number;
  readonly bc: number;
  /** Of (a − c)² and (b − c)²: small ones would be lost in the sums above. */
  readonly fromA: number;
  readonly fromB: number;
}

/** Of points `from` … `to` − 1, less `centre`; points at which one of the columns is NaN are left out. */
export function armSums(
  columnA: Float64Array,
  columnB: Float64Array,
  columnC: Float64Array,
  centre = 0,
  from = 0,
  to = columnA.length,
): ArmSums {
  let [n, a, b, c, aa, bb, cc, ab, ac, bc, fromA, fromB] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const x = columnA[i] - centre;
    const y = columnB[i] - centre;
    const z = columnC[i] - centre;
    if (Number.isNaN(x + y + z)) continue;
    n++;
    a += x;
    b += y;
    c += z;
    aa += x * x;
    bb += y * y;
    cc += z * z;
    ab += x * y;
    ac += x * z;
    bc += y * z;
    fromA += (x - z) * (x - z);
    fromB += (y - z) * (y - z);
  }
  return { n, a, b, c, aa, bb, cc, ab, ac, bc, fromA, fromB };
}

/** Population variance of A and B together. */
export function varianceOf({ n, a, b, aa, bb }: Pick<ArmSums, "n" | "a" | "b" | "aa" | "bb">): number {
  const mean = (a + b) / (2 * n);
  return (aa + bb) / (2 * n) - mean * mean;
}

/** The correlation that Janon & Monod take: both columns share mean and variance. */
function sharedCorrelation(n: number, sums: number, squares: number, products: number): number {
  const mean = sums / (2 * n);
  return (products / n - mean * mean) / (squares / (2 * n) - mean * mean);
}

function pearson(n: number, x: number, y: number, xx: number, yy: number, xy: number): number {
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}

type Estimator = (sums: ArmSums) => number;

export const firstOrderEstimators = {
  /** mean(B·(AB_i − A)) / V. Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018. The weaker the input, the smaller its error. */
  saltelli2010: (s) => (s.bc - s.ab) / s.n / varianceOf(s),
  /** 1 − mean((B − AB_i)²) / 2V. Jansen (1999), doi:10.1016/S0010-4655(98)00154-4. Good for an input that is nearly all. */
  jansen: (s) => 1 - s.fromB / (2 * s.n) / varianceOf(s),
  /** Janon et al. (2014), doi:10.1051/ps/2013040: the least asymptotic variance of those that read B and AB_i alone. */
  janonMonod: (s) => sharedCorrelation(s.n, s.b + s.c, s.bb + s.cc, s.bc),
  /** Pearson's correlation of B and AB_i. Martinez (2011). */
  martinez: (s) => pearson(s.n, s.b, s.c, s.bb, s.cc, s.bc),
} as const satisfies Record<string, Estimator>;

export const totalEstimators = {
  /** mean((A − AB_i)²) / 2V. Jansen (1999). Never negative, and exactly 0 for an input without influence. */
  jansen: (s) => s.fromA / (2 * s.n) / varianceOf(s),
  janonMonod: (s) => 1 - sharedCorrelation(s.n, s.a + s.c, s.aa + s.cc, s.ac),
  martinez: (s) => 1 - pearson(s.n, s.a, s.c, s.aa, s.cc, s.ac),
} as const satisfies Record<string, Estimator>;

export type FirstOrderEstimator = keyof typeof firstOrderEstimators;
export type TotalEstimator = keyof typeof totalEstimators;

/**
 * First order with a third, independent set of points C: mean((B − BC_i)·(AB_i − A)) / V, BC_i being B with input i from C. For
 * very small indices; each input costs one more run. Owen (2013), doi:10.1145/2457459.2457460.
 */
export function owenFirstOrder(a: Float64Array, b: Float64Array, ab: Float64Array, bc: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (b[i] - bc[i]) * (ab[i] - a[i]);
  return sum / a.length / varianceOf(armSums(a, b, ab));
}

/**
 * Second order: what two inputs do together beyond what each does alone, (mean(BA_j·AB_k) − mean(A·B)) / V − S_j − S_k.
 * Saltelli (2002), doi:10.1016/S0010-4655(02)00280-1.
 *
 * @param product the sum of BA_j·AB_k over the points of `sums`
 */
export const secondOrder = (product: number, sums: ArmSums, firstJ: number, firstK: number): number =>
  (product - sums.ab) / sums.n / varianceOf(sums) - firstJ - firstK;
