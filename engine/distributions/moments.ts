import { normalCdf, normalUpper } from "../numeric/elementary.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { integrate } from "../numeric/quadrature.ts";
import type { Described } from "./described.ts";

/**
 * Mean and variance by quadrature, some 1e-13 of the spread. Where the quantile is smooth: x = T(z) against the normal density
 * by the trapezoidal rule, which converges faster than any power. With kinks (families over a bounded support): of the
 * density, piece by piece.
 */
export function momentsOf(d: Omit<Described, "mean" | "variance">): { mean: number; variance: number } {
  return d.kinks.length > 0 ? momentsInPieces(d) : momentsOverScores(d);
}

function momentsInPieces(d: Omit<Described, "mean" | "variance">) {
  const [low, high] = d.support;
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

function momentsOverScores(d: Omit<Described, "mean" | "variance">) {
  const centre = d.quantile(0.5);
  let last = { mean: Number.NaN, variance: Number.NaN };
  for (let step = 0.5; step >= 1 / 64; step /= 2) {
    let weight = normalDensity(0);
    let first = 0;
    let second = 0;
    for (const side of [-1, 1]) {
      for (let z = step; z < 37; z += step) {
        const w = normalDensity(z);
        const x = (side < 0 ? d.quantile(normalUpper(z)) : d.upperQuantile(normalUpper(z))) - centre;
        weight += w;
        first += w * x;
        second += w * x * x;
        if (z > 9 && w * x * x < 1e-18 * second) break;
      }
    }
    const offset = first / weight;
    const now = { mean: centre + offset, variance: second / weight - offset * offset };
    if (Math.abs(now.variance - last.variance) <= 1e-13 * now.variance) return now;
    last = now;
  }
  return last;
}
