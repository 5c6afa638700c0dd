import { normalCdf, normalUpper } from "../numeric/elementary.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { integrate } from "../numeric/quadrature.ts";
import type { Described } from "./described.ts";

/**
 * Mean and variance by quadrature, some 1e-13 of the spread. Over a bounded support: of the density, piece by piece between
 * kinks. Else: of x = T(z) against the normal density by the trapezoidal rule, which converges faster than any power for the
 * smooth T of families without bounds.
 */
export function momentsOf(d: Omit<Described, "mean" | "variance">): { mean: number; variance: number } {
  const [low, high] = d.support;
  return Number.isFinite(low) && Number.isFinite(high) ? boundedMoments(d, low, high) : scoreMoments(d);
}

function boundedMoments(d: Omit<Described, "mean" | "variance">, low: number, high: number) {
  const inner = d.kinks.map((z) => (z < 0 ? d.quantile(normalCdf(z)) : d.upperQuantile(normalUpper(z))));
  const ends = [low, ...inner.filter((x) => x > low && x < high), high];
  const centre = d.quantile(0.5);
  const over = (f: (x: number) => number) => {
    let sum = 0;
    for (let i = 1; i < ends.length; i++) sum += integrate(f, ends[i - 1], ends[i]);
    return sum;
  };
  // divided by the total, so that an error of the density's scale drops out
  const total = over(d.density);
  const offset = over((x) => (x - centre) * d.density(x)) / total;
  const square = over((x) => (x - centre - offset) * (x - centre - offset) * d.density(x)) / total;
  return { mean: centre + offset, variance: square };
}

function scoreMoments(d: Omit<Described, "mean" | "variance">) {
  const centre = d.quantile(0.5);
  let last = { mean: Number.NaN, variance: Number.NaN };
  for (let step = 0.5; step >= 1 / 64; step /= 2) {
    let weight = 0;
    let first = 0;
    let second = 0;
    const n = Math.floor(36 / step);
    for (let i = -n; i <= n; i++) {
      const z = i * step;
      const w = normalDensity(z);
      const x = (z < 0 ? d.quantile(normalCdf(z)) : d.upperQuantile(normalUpper(z))) - centre;
      weight += w;
      first += w * x;
      second += w * x * x;
    }
    const offset = first / weight;
    const now = { mean: centre + offset, variance: second / weight - offset * offset };
    if (Math.abs(now.variance - last.variance) <= 1e-13 * now.variance) return now;
    last = now;
  }
  return last;
}
