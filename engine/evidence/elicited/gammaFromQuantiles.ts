import { impossible } from "../../issues.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { gammaQuantile } from "../../numeric/gammaQuantile.ts";
import { nelderMead } from "../../numeric/nelderMead.ts";
import type { KnownQuantile } from "./knownQuantile.ts";

const largestShape = 1e6;

/**
 * The gamma distribution through two quantiles: their ratio falls as the shape grows, so that it has one root. Through more, the
 * one whose logarithms of quantiles have the least sum of squared misses.
 */
export function gammaFromQuantiles(known: readonly KnownQuantile[]): { alpha: number; beta: number } {
  const logs = known.map(({ value }) => ln(value));
  const unitLogs = (alpha: number) =>
    known.map(({ probability }) => ln(gammaQuantile(alpha, probability, 1 - probability)));
  // Below this shape the lowest quantile of the unit gamma is no longer a number above 0.
  const smallest = Math.max(1e-3, -ln(known[0].probability) / 600);
  const spread = (logAlpha: number, first: number, last: number) => {
    const units = unitLogs(exp(logAlpha));
    return units[last] - units[first] - (logs[last] - logs[first]);
  };
  const last = known.length - 1;
  const root = bracketRoot((logAlpha) => spread(logAlpha, 0, last), ln(smallest), ln(largestShape));
  if (root === undefined)
    throw impossible("gamma", "1e-3 < alpha < 1e6", { x1: known[0].value, x2: known[last].value });
  const logRate = (units: readonly number[]) => units.reduce((sum, u, i) => sum + u - logs[i], 0) / units.length;
  const misses = ([logAlpha]: readonly number[]): number => {
    if (logAlpha < ln(smallest) || logAlpha > ln(largestShape)) return Number.POSITIVE_INFINITY;
    const units = unitLogs(exp(logAlpha));
    const rate = logRate(units);
    return units.reduce((sum, u, i) => sum + (u - rate - logs[i]) * (u - rate - logs[i]), 0);
  };
  const logAlpha = known.length === 2 ? root : nelderMead(misses, [root], 0.2).at[0];
  const alpha = exp(logAlpha);
  return { alpha, beta: exp(logRate(unitLogs(alpha))) };
}
