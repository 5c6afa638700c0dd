import { bracketRoot } from "./bracketRoot.ts";

/**
 * Every rate per period above −100 % at which flows one period apart are worth nothing: one for an outlay that gives back later,
 * none where all flows have one sign, several where the sign changes more than once. Ascending, each once; none for no flows.
 *
 * The rates are the positive roots of a polynomial in x = 1/(1 + rate). They are fenced in by Descartes' rule: x^−k times the
 * polynomial, with k between two coefficients of opposite signs, has a derivative with one change of sign fewer, so its roots,
 * found first, part those that are sought.
 */
export function internalRates(flows: ArrayLike<number>): readonly number[] {
  const roots = positiveRoots(trimmed(flows));
  return roots.map((x) => (1 - x) / x).sort((a, b) => a - b);
}

/** Coefficients from the first to the last that is not 0. */
function trimmed(flows: ArrayLike<number>): readonly number[] {
  const all = Array.from(flows);
  const first = all.findIndex((flow) => flow !== 0);
  return first < 0 ? [] : all.slice(first, all.findLastIndex((flow) => flow !== 0) + 1);
}

/** Ascending. A root at which the sign does not change counts as well, to within rounding. */
function positiveRoots(coefficients: readonly number[]): readonly number[] {
  const change = coefficients.findIndex((own, power) => power > 0 && own * lastBefore(coefficients, power) < 0);
  if (change < 0) return [];
  // Halfway between the two coefficients, so that no factor is 0; scaled, so that none grows beyond bounds.
  const derived = coefficients.map((own, power) => own * (power - (change - 0.5)));
  const largest = derived.reduce((most, own) => Math.max(most, Math.abs(own)), 0);
  const turning = positiveRoots(derived.map((own) => own / largest));
  const value = (x: number) => polynomial(coefficients, x);
  const outer = (from: number, times: number, end: number): number => {
    let x = from * times;
    for (let step = 0; step < mostSteps && value(x) * end <= 0; step++) x *= times;
    return x;
  };
  const fences = [
    outer(turning[0] ?? 1, 0.5, coefficients[0]),
    ...turning,
    outer(turning.at(-1) ?? 1, 2, coefficients[coefficients.length - 1]),
  ];
  const touches = fences.map((x, i) => i > 0 && i < fences.length - 1 && isRoot(coefficients, x));
  return fences.flatMap((fence, i) => {
    if (touches[i]) return [fence];
    if (i + 1 === fences.length || touches[i + 1]) return [];
    const root = bracketRoot(value, fence, fences[i + 1]);
    return root === undefined ? [] : [root];
  });
}

/** Enough to leave the range of doubles, where no rate lies. */
const mostSteps = 1_000;

/** The last coefficient before a power that is not 0; 0 where there is none. */
function lastBefore(coefficients: readonly number[], power: number): number {
  let before = power - 1;
  while (before > 0 && coefficients[before] === 0) before--;
  return coefficients[before];
}

/** Σ c[i]·x^i, above x = 1 divided by the highest power of x: the sign is the same, and nothing overflows. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  if (x <= 1) for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  else for (let i = 0; i < coefficients.length; i++) sum = sum / x + coefficients[i];
  return sum;
}

/** Whether what is left of the sum is no more than rounding can leave. */
function isRoot(coefficients: readonly number[], x: number): boolean {
  const sizes = coefficients.map(Math.abs);
  return Math.abs(polynomial(coefficients, x)) <= 4e-16 * coefficients.length * polynomial(sizes, x);
}
