import { ln, normalCdf } from "../numeric/elementary.ts";
import { log1p } from "../numeric/log1p.ts";
import { logGamma } from "../numeric/logGamma.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { integrate } from "../numeric/quadrature.ts";
import { studentTQuantile, studentTTails } from "../numeric/studentT.ts";

/**
 * An elliptical copula: Gaussian, or Student's t with ν degrees of freedom, where extremes come together.
 * Source: McNeil, Frey & Embrechts (2015), Quantitative Risk Management, rev. ed., section 7.3, ISBN 978-0-691-16627-8.
 */
export type Copula = { readonly kind: "gaussian" } | { readonly kind: "t"; readonly degreesOfFreedom: number };

const farthestSquare = 1e150;

/** The margin's value at a probability: Φ⁻¹(u), or the t quantile. */
function valueAt(copula: Copula, u: number): number {
  return copula.kind === "gaussian" ? normalQuantile(u) : studentTQuantile(u, copula.degreesOfFreedom);
}

/**
 * Logarithm of the copula's density at probabilities inside (0, 1).
 *
 * @param factor Cholesky factor of the correlation matrix, by rows
 */
export function logCopulaDensity(
  copula: Copula,
  factor: readonly ArrayLike<number>[],
  probabilities: readonly number[],
): number {
  const x = probabilities.map((u) => valueAt(copula, u));
  const free: number[] = [];
  let logDeterminant = 0;
  x.forEach((value, i) => {
    let rest = value;
    for (let j = 0; j < i; j++) rest -= factor[i][j] * free[j];
    free.push(rest / factor[i][i]);
    logDeterminant += ln(factor[i][i]);
  });
  const squares = free.reduce((sum, z) => sum + z * z, 0);
  if (copula.kind === "gaussian") return -logDeterminant - (squares - x.reduce((sum, z) => sum + z * z, 0)) / 2;
  const nu = copula.degreesOfFreedom;
  const n = x.length;
  const scale = logGamma((nu + n) / 2) + (n - 1) * logGamma(nu / 2) - n * logGamma((nu + 1) / 2);
  const margins = x.reduce((sum, t) => sum + log1p((t * t) / nu), 0);
  return scale - logDeterminant - ((nu + n) * log1p(squares / nu) - (nu + 1) * margins) / 2;
}

/** P(V ≤ v | U = u) of two variables whose scores correlate by ρ, |ρ| < 1; probabilities inside (0, 1). */
export function conditionalProbability(copula: Copula, correlation: number, v: number, u: number): number {
  return conditionalAt(copula, correlation, valueAt(copula, v))(u);
}

/** P(V ≤ v | U = u) as a function of u, `y` being the margin's value at v. */
function conditionalAt(copula: Copula, correlation: number, y: number): (u: number) => number {
  const unexplained = (1 - correlation) * (1 + correlation);
  if (copula.kind === "gaussian") {
    const scale = Math.sqrt(unexplained);
    return (u) => normalCdf((y - correlation * normalQuantile(u)) / scale);
  }
  const nu = copula.degreesOfFreedom;
  const tails = studentTTails(nu + 1);
  const out = new Float64Array(3);
  return (u) => {
    const x = studentTQuantile(u, nu);
    // Near 0 and 1 the square of a t quantile passes the largest number: only the slope is left of the quotient then.
    const isFar = Math.abs(x) > farthestSquare;
    const above = isFar ? -correlation * Math.sign(x) : y - correlation * x;
    const square = isFar ? 1 : nu + x * x;
    tails(above / Math.sqrt((square * unexplained) / (nu + 1)), out);
    return out[1];
  };
}

/** C(u, v) = P(U ≤ u, V ≤ v), by quadrature of the conditional probability. */
export function copulaValue(copula: Copula, correlation: number, u: number, v: number): number {
  return integrate(conditionalAt(copula, correlation, valueAt(copula, v)), 0, u);
}

/**
 * Chance that one variable is extreme given that the other is, in the limit: 2·t_{ν+1}(−√((ν + 1)(1 − ρ)/(1 + ρ))), the same in
 * both tails; 0 for a Gaussian copula. Source: Demarta & McNeil (2005), doi:10.1111/j.1751-5823.2005.tb00254.x.
 */
export function tailDependence(copula: Copula, correlation: number): number {
  if (copula.kind === "gaussian") return correlation === 1 ? 1 : 0;
  const nu = copula.degreesOfFreedom;
  const out = new Float64Array(3);
  studentTTails(nu + 1)(-Math.sqrt(((nu + 1) * (1 - correlation)) / (1 + correlation)), out);
  return 2 * out[1];
}
