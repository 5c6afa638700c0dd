/**
 * The correlation of normal scores that gives ranks this correlation: 2·sin(πr/6), |r| < 1.
 * Pearson (1907), Mathematical contributions to the theory of evolution XVI. By arithmetic alone: the sine's series on
 * |x| ≤ π/6 is exact to the last bits after eight terms.
 */
export function scoreCorrelation(rankCorrelation: number): number {
  const x = (Math.PI / 6) * rankCorrelation;
  const square = x * x;
  let sum = 1;
  for (let n = 8; n >= 1; n--) sum = 1 - (square / (2 * n * (2 * n + 1))) * sum;
  return 2 * x * sum;
}
