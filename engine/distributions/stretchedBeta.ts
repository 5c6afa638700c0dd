import { betaQuantile } from "../numeric/betaQuantile.ts";
import { betaDensity, betaTails } from "../numeric/incompleteBeta.ts";
import { type Tails, writeTails } from "../numeric/tails.ts";

/** A beta variable stretched to [low, high]: what beta itself and PERT share. */
export interface StretchedBeta {
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly high: number;
}

/** Density and tails at any value; both distances to the ends are taken from it directly, so neither end loses digits. */
export function stretchedBetaTails({ alpha, beta, low, high }: StretchedBeta): Tails {
  const tails = betaTails(alpha, beta);
  const width = high - low;
  return (value, out) => {
    if (value < low) return writeTails(out, 0, 0, 1);
    if (value > high) return writeTails(out, 0, 1, 0);
    const x = (value - low) / width;
    const y = (high - value) / width;
    if (x === 0) return writeTails(out, edge(alpha, beta) / width, 0, 1);
    if (y === 0) return writeTails(out, edge(beta, alpha) / width, 1, 0);
    tails(x, y, out);
    out[0] /= x * y * width;
  };
}

/** The density alone. */
export function stretchedBetaDensity({ alpha, beta, low, high }: StretchedBeta, value: number): number {
  if (!(value >= low && value <= high)) return Number.isNaN(value) ? value : 0;
  const width = high - low;
  const x = (value - low) / width;
  const y = (high - value) / width;
  if (x === 0) return edge(alpha, beta) / width;
  if (y === 0) return edge(beta, alpha) / width;
  return betaDensity(alpha, beta, x, y) / width;
}

/** Limit of the standard density at an end: infinite, finite or zero as its own exponent is below, at or above 1. */
function edge(own: number, other: number): number {
  return own < 1 ? Number.POSITIVE_INFINITY : own > 1 ? 0 : other;
}

/** The value with the given tails, measured from the nearer end. */
export function stretchedBetaQuantile({ alpha, beta, low, high }: StretchedBeta, lower: number, upper: number): number {
  const { x, y } = betaQuantile(alpha, beta, lower, upper);
  return x < 0.5 ? low + (high - low) * x : high - (high - low) * y;
}

/** Skewness, which stretching leaves as it is. */
export function betaSkewness({ alpha, beta }: { readonly alpha: number; readonly beta: number }): number {
  const size = alpha + beta;
  return (2 * (beta - alpha) * Math.sqrt(size + 1)) / ((size + 2) * Math.sqrt(alpha) * Math.sqrt(beta));
}
