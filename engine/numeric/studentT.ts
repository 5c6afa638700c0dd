import { betaQuantile } from "./betaQuantile.ts";
import { exp, ln } from "./elementary.ts";
import { betaTails } from "./incompleteBeta.ts";
import { logBeta } from "./logBeta.ts";
import { type Tails, writeTails } from "./tails.ts";

/** t with P(T ≤ t) = p for Student's t with ν > 0 degrees of freedom (any real number). */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1 && degreesOfFreedom > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  // ν/(ν + t²) is beta(ν/2, ½), with both tails of t in its lower tail
  const { x, y } = betaQuantile(degreesOfFreedom / 2, 0.5, 2 * tail, 1 - 2 * tail);
  const t = Math.sqrt((degreesOfFreedom * y) / x);
  return p < 0.5 ? -t : t;
}

/** Beyond this many √ν the density is a power of |t| to the last digit. */
const far = 1e60;

/** Density and both tails of Student's t with ν > 0 degrees of freedom, each tail with its own relative accuracy. */
export function studentTTails(degreesOfFreedom: number): Tails {
  const nu = degreesOfFreedom;
  const logScale = logBeta(nu / 2, 0.5);
  const root = Math.sqrt(nu);
  const beta = betaTails(nu / 2, 0.5);
  const out3 = new Float64Array(3);
  return (t, out) => {
    const size = Math.abs(t);
    if (Number.isNaN(t) || !(nu > 0)) {
      writeTails(out, Number.NaN, Number.NaN, Number.NaN);
      return;
    }
    const r = size / root;
    let density = exp(-logScale) / root;
    let tail = 0.5;
    if (r > far) {
      tail = exp(-nu * ln(r) - logScale) / nu;
      density = size === Number.POSITIVE_INFINITY ? 0 : (nu * tail) / size;
    } else if (r > 1e-100) {
      const whole = 1 + r * r;
      beta(1 / whole, (r / whole) * r, out3);
      density = out3[0] / size;
      tail = out3[1] / 2;
    }
    if (t < 0) writeTails(out, density, tail, 1 - tail);
    else writeTails(out, density, 1 - tail, tail);
  };
}
