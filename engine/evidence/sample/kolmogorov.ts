import { exp } from "../../numeric/elementary.ts";

/** Largest distances between a sample's distribution function and another: either way, above and below. */
export interface KolmogorovDistance {
  readonly d: number;
  readonly above: number;
  readonly below: number;
}

/** Distance of sorted data from a distribution. */
export function kolmogorovDistance(sorted: Float64Array, cdf: (x: number) => number): KolmogorovDistance {
  const n = sorted.length;
  let [above, below] = [0, 0];
  sorted.forEach((x, i) => {
    const p = cdf(x);
    above = Math.max(above, (i + 1) / n - p);
    below = Math.max(below, p - i / n);
  });
  return { d: Math.max(above, below), above, below };
}

/** Largest sample for which the chance is computed exactly. */
const mostExact = 2000;

/**
 * P(D ≥ d) for n values of a continuous distribution given in full: exactly by Durbin's matrix up to 2,000 values
 * (Marsaglia, Tsang & Wang 2003, doi:10.18637/jss.v008.i18), the limit law beyond.
 */
export function kolmogorovPValue(n: number, d: number): number {
  if (!(d > 0)) return 1;
  if (d >= 1) return 0;
  if (n > mostExact) return kolmogorovLimit(Math.sqrt(n) * d);
  const k = Math.floor(n * d) + 1;
  const h = k - n * d;
  const size = 2 * k - 1;
  const power = matrixPower(durbin(size, h), size, n);
  // n!/n^n step by step, so that nothing overflows; scale counts powers of two taken out of the matrix
  let chance = power.matrix[(k - 1) * size + (k - 1)];
  let exponent = power.exponent;
  for (let i = 1; i <= n; i++) {
    chance = (chance * i) / n;
    if (chance < small) {
      chance *= large;
      exponent -= 1;
    }
  }
  for (; exponent > 0; exponent--) chance *= large;
  for (; exponent < 0; exponent++) chance *= small;
  return Math.max(0, Math.min(1, 1 - chance));
}

/** 2^400 and its inverse. */
const large = 2.5822498780869086e120;
const small = 3.872591914849318e-121;

function durbin(size: number, h: number): Float64Array {
  const matrix = new Float64Array(size * size);
  const powers = [1];
  for (let i = 1; i <= size; i++) powers.push(powers[i - 1] * h);
  const factorial = [1];
  for (let i = 1; i <= size; i++) factorial.push(factorial[i - 1] * i);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const steps = i - j + 1;
      if (steps < 0) continue;
      let value = 1;
      if (j === 0) value -= powers[i + 1];
      if (i === size - 1) value -= powers[size - j];
      if (i === size - 1 && j === 0 && 2 * h > 1) {
        let edge = 1;
        for (let p = 0; p < size; p++) edge *= 2 * h - 1;
        value += edge;
      }
      matrix[i * size + j] = value / factorial[steps];
    }
  return matrix;
}

interface Scaled {
  readonly matrix: Float64Array;
  /** The matrix is to be multiplied by 2^(400·exponent). */
  readonly exponent: number;
}

function matrixPower(matrix: Float64Array, size: number, n: number): Scaled {
  if (n === 1) return { matrix, exponent: 0 };
  const half = matrixPower(matrix, size, Math.floor(n / 2));
  let product = multiply(half.matrix, half.matrix, size);
  if (n % 2 === 1) product = multiply(product, matrix, size);
  const middle = product[((size - 1) / 2) * (size + 1)];
  if (middle <= large) return { matrix: product, exponent: 2 * half.exponent };
  return { matrix: product.map((x) => x * small), exponent: 2 * half.exponent + 1 };
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k];
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) result[i * size + j] += factor * b[k * size + j];
    }
  return result;
}

/** P(K ≥ x) of Kolmogorov's limit law (Kolmogorov 1933), by the series that converges at x. */
export function kolmogorovLimit(x: number): number {
  if (!(x > 0)) return 1;
  if (x < 1) {
    // 1 − √(2π)/x·Σ exp(−(2j − 1)²π²/(8x²))
    let sum = 0;
    for (let j = 1; j <= 12; j += 2) sum += exp((-j * j * Math.PI * Math.PI) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  let sum = 0;
  for (let j = 1; j <= 8; j++) sum += (j % 2 === 1 ? 2 : -2) * exp(-2 * j * j * x * x);
  return sum;
}

/** Distance between two samples, both sorted. */
export function twoSampleDistance(x: Float64Array, y: Float64Array): number {
  let [i, j, d] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const next = Math.min(x[i], y[j]);
    while (i < x.length && x[i] === next) i++;
    while (j < y.length && y[j] === next) j++;
    d = Math.max(d, Math.abs(i / x.length - j / y.length));
  }
  return d;
}

/**
 * P(D ≥ d) for samples of n and m values of one continuous distribution: exactly, by counting paths, up to a million cells; the
 * limit law beyond. Source: Hodges (1958), doi:10.1007/BF02589501.
 */
export function twoSamplePValue(n: number, m: number, d: number): number {
  if (n * m > 1e6) return kolmogorovLimit(d * Math.sqrt((n * m) / (n + m)));
  // Distances are multiples of 1/(nm); what lies half a step below d has not reached it.
  const reached = (0.5 + Math.floor(d * n * m - 1e-7)) / (n * m);
  const within = (i: number, j: number) => Math.abs(i / n - j / m) < reached;
  // Probability that a path from the origin to (i, j) stays within.
  const row = new Float64Array(m + 1);
  for (let j = 0; j <= m; j++) row[j] = within(0, j) && (j === 0 || row[j - 1] > 0) ? 1 : 0;
  for (let i = 1; i <= n; i++) {
    row[0] = within(i, 0) ? row[0] : 0;
    for (let j = 1; j <= m; j++) row[j] = within(i, j) ? (i / (i + j)) * row[j] + (j / (i + j)) * row[j - 1] : 0;
  }
  return Math.max(0, Math.min(1, 1 - row[m]));
}

/** Cramér and von Mises' ω² of sorted data: 1/(12n) + Σ(F(xᵢ) − (2i − 1)/(2n))². */
export function cramerVonMises(sorted: Float64Array, cdf: (x: number) => number): number {
  const n = sorted.length;
  let sum = 1 / (12 * n);
  sorted.forEach((x, i) => {
    const gap = cdf(x) - (2 * i + 1) / (2 * n);
    sum += gap * gap;
  });
  return sum;
}
