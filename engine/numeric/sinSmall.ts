/** sin x for |x| ≤ π/6 by its Taylor series; error below 1 ulp. For 2·sin(πr/6), the Pearson twin of a rank correlation r. */
export function sinSmall(x: number): number {
  const z = x * x;
  let p = 1;
  for (let n = 16; n >= 4; n -= 2) p = 1 - (z * p) / (n * (n + 1));
  return x - (x * z * p) / 6;
}
