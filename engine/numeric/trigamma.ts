/** B₂ₖ of the asymptotic series. */
const bernoulli = [
  0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333, 0.07575757575757576,
  -0.2531135531135531, 1.1666666666666667, -7.092156862745098,
];

/** ψ′(x) = d² ln Γ(x)/dx² for x > 0: the recurrence up to 12, then the asymptotic series (Abramowitz & Stegun 6.4.12). */
export function trigamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let below = 0;
  while (shifted < 12) {
    below += 1 / (shifted * shifted);
    shifted += 1;
  }
  const z = 1 / (shifted * shifted);
  let sum = 0;
  for (let k = bernoulli.length - 1; k >= 0; k--) sum = (sum + bernoulli[k]) * z;
  return below + 1 / shifted + 0.5 * z + sum / shifted;
}
