import { sine } from "../numeric/sine.ts";

/** cos(2πk/n) for k = 0 … n − 1. The angle is brought to a quarter of a turn by whole numbers, so that nothing is lost. */
function cosines(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => quarterSine(n - 4 * Math.min(k, n - k), n));
}

/** sin(2πk/n) for k = 0 … n − 1. */
function sines(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => {
    const place = 2 * k <= n ? k : k - n;
    const folded = 4 * Math.abs(place) <= n ? 4 * place : (place < 0 ? -2 : 2) * n - 4 * place;
    return quarterSine(folded, n);
  });
}

/** sin(π/2 · part/n) for |part| ≤ n. */
const quarterSine = (part: number, n: number): number => sine((part / n) * (Math.PI / 2));

/** Of the length last asked for: a method asks for the same one many times. */
let tables: { readonly n: number; readonly cosine: Float64Array; readonly sine: Float64Array } = {
  n: 0,
  cosine: new Float64Array(),
  sine: new Float64Array(),
};

/** What is in a series at some frequencies: |Σ y_k e^(−2πi f k/n)|² / n² for each, twice of which is the variance that it carries. */
export function spectrumAt(y: Float64Array, frequencies: readonly number[]): number[] {
  const n = y.length;
  if (tables.n !== n) tables = { n, cosine: cosines(n), sine: sines(n) };
  const { cosine, sine: sin } = tables;
  return frequencies.map((frequency) => {
    let real = 0;
    let imaginary = 0;
    let turn = 0;
    for (let k = 0; k < n; k++) {
      real += y[k] * cosine[turn];
      imaginary += y[k] * sin[turn];
      turn += frequency;
      if (turn >= n) turn -= n;
    }
    return (real * real + imaginary * imaginary) / (n * n);
  });
}

/** The series less its mean, and the mean of its squares then. */
export function centred(y: Float64Array): { readonly centred: Float64Array; readonly variance: number } {
  let sum = 0;
  for (const own of y) sum += own;
  const mean = sum / y.length;
  const around = y.map((own) => own - mean);
  let squares = 0;
  for (const own of around) squares += own * own;
  return { centred: around, variance: squares / y.length };
}
