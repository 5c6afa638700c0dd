/** Count, mean, and sums of the second to fourth powers of deviations from the mean: what merges without the data. */
export interface MergeableMoments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

export const noMoments: MergeableMoments = { n: 0, mean: 0, m2: 0, m3: 0, m4: 0 };

export function momentsOfData(data: ArrayLike<number>): MergeableMoments {
  const n = data.length;
  if (n === 0) return noMoments;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += data[i] - data[0];
  const mean = data[0] + sum / n;
  let [m2, m3, m4] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const d = data[i] - mean;
    m2 += d * d;
    m3 += d * d * d;
    m4 += d * d * (d * d);
  }
  return { n, mean, m2, m3, m4 };
}

/** Source: Pébay (2008), Sandia report SAND2008-6212, doi:10.2172/1028931. */
export function mergedMoments(a: MergeableMoments, b: MergeableMoments): MergeableMoments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const gap = b.mean - a.mean;
  const [p, q] = [a.n / n, b.n / n];
  const square = gap * gap;
  return {
    n,
    mean: a.mean + gap * q,
    m2: a.m2 + b.m2 + square * a.n * q,
    m3: a.m3 + b.m3 + square * gap * a.n * q * (p - q) + 3 * gap * (p * b.m2 - q * a.m2),
    m4:
      a.m4 +
      b.m4 +
      square * square * a.n * q * (p * p - p * q + q * q) +
      6 * square * (p * p * b.m2 + q * q * a.m2) +
      4 * gap * (p * b.m3 - q * a.m3),
  };
}
