import { ln } from "./elementary.ts";

/** B₂ₖ/(2k) of the asymptotic series. */
const series = [
  0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576,
  -0.021092796092796094, 0.08333333333333333, -0.4432598039215686,
];

/** ψ(x) = d ln Γ(x)/dx for x > 0: the recurrence up to 12, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let below = 0;
  while (shifted < 12) {
    below += 1 / shifted;
    shifted += 1;
  }
  const z = 1 / (shifted * shifted);
  let sum = 0;
  for (let k = series.length - 1; k >= 0; k--) sum = (sum + series[k]) * z;
  return ln(shifted) - 0.5 / shifted - sum - below;
}
