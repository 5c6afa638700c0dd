import { betaQuantile } from "../numeric/betaQuantile.ts";
import { betaTailsOf } from "../numeric/incompleteBeta.ts";
import type { Tails } from "./distribution.ts";

/** A beta variable stretched to [low, high]: what beta itself and PERT share. */
export interface ScaledBeta {
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly high: number;
}

/** Density and tails at any value; both distances to the ends are taken from it directly, so neither end loses digits. */
export function scaledBetaTails({ alpha, beta, low, high }: ScaledBeta): (value: number) => Tails {
  const at = betaTailsOf(alpha, beta);
  const width = high - low;
  return (value) => {
    if (value < low) return { density: 0, lower: 0, upper: 1 };
    if (value > high) return { density: 0, lower: 1, upper: 0 };
    const x = (value - low) / width;
    const y = (high - value) / width;
    if (x === 0) return { density: edge(alpha, beta) / width, lower: 0, upper: 1 };
    if (y === 0) return { density: edge(beta, alpha) / width, lower: 1, upper: 0 };
    const { lower, upper, kernel } = at(x, y);
    return { density: kernel / (x * y * width), lower, upper };
  };
}

/** Limit of the standard density at an end: infinite, finite or zero as its own exponent is below, at or above 1. */
function edge(own: number, other: number): number {
  return own < 1 ? Number.POSITIVE_INFINITY : own > 1 ? 0 : other;
}

/** The value with the given tails, measured from the nearer end. */
export function scaledBetaQuantile({ alpha, beta, low, high }: ScaledBeta, lower: number, upper: number): number {
  const { x, y } = betaQuantile(alpha, beta, lower, upper);
  return x < 0.5 ? low + (high - low) * x : high - (high - low) * y;
}
