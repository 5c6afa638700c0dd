/** sin x for |x| ≤ π/2 by its Taylor series; error below 2 ulp. For angles that correlations make. */
export function sine(x: number): number {
  const z = x * x;
  let p = 1;
  for (let n = 24; n >= 4; n -= 2) p = 1 - (z * p) / (n * (n + 1));
  return x - (x * z * p) / 6;
}

/** arcsin x for |x| ≤ 1, in [−π/2, π/2]; NaN outside. By Newton's method on the sine, from the half angle where x is near 1. */
export function arcsine(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  if (Math.abs(x) > 0.6) {
    // arcsin x = π/2 − 2 arcsin √((1 − x)/2)
    const rest = Math.PI / 2 - 2 * fromSine(Math.sqrt((1 - Math.abs(x)) / 2));
    return x < 0 ? -rest : rest;
  }
  return fromSine(x);
}

function fromSine(x: number): number {
  let angle = x + (x * x * x) / 6;
  const cosine = Math.sqrt(1 - x * x);
  // The slope is that at the answer, so that each step squares the error: 0.01, 1e-4, 1e-8, 1e-16.
  for (let step = 0; step < 5; step++) angle += (x - sine(angle)) / cosine;
  return angle;
}
