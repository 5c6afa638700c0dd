import { impossible } from "../../issues.ts";
import { betaQuantile } from "../../numeric/betaQuantile.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { betaI } from "../../numeric/incompleteBeta.ts";
import { nelderMead } from "../../numeric/nelderMead.ts";
import type { KnownQuantile } from "./knownQuantile.ts";

const [smallest, largest] = [-9, 14]; // logarithms of the parameters

/**
 * The beta distribution through two quantiles: for each α the β that holds the first, then the α that holds the second (the more of
 * both, the narrower, so that the chance below the second rises), both by bracketing. Through more, the one whose log odds of
 * quantiles have the least sum of squared misses.
 */
export function betaFromQuantiles(known: readonly KnownQuantile[]): { alpha: number; beta: number } {
  const [first, last] = [known[0], known[known.length - 1]];
  const secondFor = (logAlpha: number) =>
    bracketRoot((logBeta) => betaI(exp(logAlpha), exp(logBeta), first.value) - first.probability, smallest, largest);
  const miss = (logAlpha: number): number => {
    const logBeta = secondFor(logAlpha);
    return logBeta === undefined ? Number.NaN : betaI(exp(logAlpha), exp(logBeta), last.value) - last.probability;
  };
  // Where no β holds the first quantile the search must not begin: from both ends to where one does.
  const grid = Array.from({ length: 47 }, (_, i) => smallest + (i * (largest - smallest)) / 46);
  const held = grid.filter((logAlpha) => !Number.isNaN(miss(logAlpha)));
  const logAlpha = held.length < 2 ? undefined : bracketRoot(miss, held[0], held[held.length - 1]);
  const logBeta = logAlpha === undefined ? undefined : secondFor(logAlpha);
  if (logAlpha === undefined || logBeta === undefined)
    throw impossible("beta", "1e-4 < alpha, beta < 1e6", { x1: first.value, x2: last.value });
  if (known.length === 2) return { alpha: exp(logAlpha), beta: exp(logBeta) };
  const logits = known.map(({ value }) => ln(value / (1 - value)));
  const misses = (logs: readonly number[]): number => {
    if (logs.some((x) => x < smallest || x > largest)) return Number.POSITIVE_INFINITY;
    let sum = 0;
    known.forEach(({ probability }, i) => {
      const { x, y } = betaQuantile(exp(logs[0]), exp(logs[1]), probability, 1 - probability);
      const gap = ln(x / y) - logits[i];
      sum += gap * gap;
    });
    return sum;
  };
  const [a, b] = nelderMead(misses, [logAlpha, logBeta], 0.2).at;
  return { alpha: exp(a), beta: exp(b) };
}
