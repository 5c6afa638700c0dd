import type { CountOperation } from "../../engine/model/graph.ts";

/**
 * Counts by their definition: probabilities from the end of the nearer tail inwards, added up until they reach the tail of the
 * score. Shares no code with the engine; good to some 12 digits of the tail while the largest count is in the thousands.
 */
export function plainCount(by: CountOperation, of: readonly number[]): number {
  switch (by) {
    case "binomial":
      return plainBinomial(of[0], of[1], of[2]);
    case "poisson":
      return plainPoisson(of[0], of[1]);
    case "negativeBinomial":
      return plainNegativeBinomial(of[0], of[1], of[2]);
  }
}

function plainBinomial(score: number, size: number, p: number): number {
  const whole = Number.isInteger(size) && size >= 0 && size <= 1e9;
  if (Number.isNaN(score) || !whole || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return size * p;
  return score > 0
    ? size - fromBelow(size, 1 - p, p, (sum) => sum <= plainTail(score))
    : fromBelow(size, p, 1 - p, (sum) => sum < plainTail(-score));
}

function plainPoisson(score: number, mean: number): number {
  if (Number.isNaN(score) || !(mean >= 0 && mean <= 1e9)) return Number.NaN;
  return fromMasses(score, mean, -mean, (k) => mean / k);
}

function plainNegativeBinomial(score: number, mean: number, dispersion: number): number {
  if (!(dispersion >= 0 && dispersion <= 1000)) return Number.NaN;
  if (dispersion === 0 || Number.isNaN(score) || !(mean >= 0 && mean <= 1e9)) return plainPoisson(score, mean);
  const extra = dispersion * mean;
  const ratio = (k: number) => (((1 + dispersion * (k - 1)) / k) * mean) / (1 + extra);
  return fromMasses(score, mean, -Math.log1p(extra) / dispersion, ratio);
}

/** @param ratio P(X = k)/P(X = k − 1) */
function fromMasses(score: number, mean: number, logNone: number, ratio: (k: number) => number): number {
  if (mean === 0) return 0;
  const masses: number[] = [];
  for (let k = 0, log = logNone; k < mean || log > -800; log += Math.log(ratio(++k))) masses.push(Math.exp(log));
  if (score <= 0) {
    let [k, sum] = [0, masses[0]];
    while (sum < plainTail(-score)) sum += masses[++k];
    return k;
  }
  let [k, sum] = [masses.length, 0];
  while (sum + masses[k - 1] <= plainTail(score)) sum += masses[--k];
  return k - 1;
}

/** How many of P(X ≤ 0), P(X ≤ 1), … satisfy the test. */
function fromBelow(size: number, p: number, q: number, test: (sum: number) => boolean): number {
  let [logMass, sum, k] = [size * Math.log(q < 0.5 ? q : 1 - p), 0, 0];
  if (q >= 0.5) logMass = size * Math.log1p(-p);
  for (; k <= size; k++) {
    sum += Math.exp(logMass);
    if (!test(sum)) return k;
    logMass += Math.log(((size - k) / (k + 1)) * (p / q));
  }
  return k;
}

/** P(Z > z), z ≥ 0: a series near the median, a continued fraction beyond. */
function plainTail(z: number): number {
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  if (z > 2.5) {
    let fraction = z;
    for (let k = 120; k >= 1; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let [sum, term] = [0, z];
  for (let k = 3; term > 1e-18 * sum; k += 2) {
    sum += term;
    term *= (z * z) / k;
  }
  return 0.5 - density * sum;
}
