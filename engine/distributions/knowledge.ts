import { UtfallError } from "../issues.ts";
import { bracketRoot } from "../numeric/bracketRoot.ts";
import { normalUpperQuantile } from "../numeric/normalQuantile.ts";
import { type DistributionSpec, familyOf } from "./table.ts";

/** The normal distribution whose central interval of this level (0.95 = 95 %) is [low, high]. */
export function normalFromInterval(low: number, high: number, level: number): DistributionSpec {
  const values = `interval ${low} … ${high}, level ${level}`;
  if (!(low < high)) throw broken("normal", values, "low < high");
  if (!(level > 0 && level < 1)) throw broken("normal", values, "0 < level < 1");
  const sd = (high - low) / (2 * normalUpperQuantile((1 - level) / 2));
  return { family: "normal", parameters: { mean: low + (high - low) / 2, sd } };
}

/** What `count` hits of `of` tell about a probability. The prior is Jeffreys' unless said otherwise. */
export function betaFromCounts(count: number, of: number, priorAlpha = 0.5, priorBeta = 0.5): DistributionSpec {
  const values = `count ${count}, of ${of}`;
  if (!(count >= 0 && count <= of)) throw broken("beta", values, "0 ≤ count ≤ of");
  const parameters = { alpha: count + priorAlpha, beta: of - count + priorBeta };
  if (!(parameters.alpha > 0 && parameters.beta > 0)) throw broken("beta", values, "prior > 0");
  return { family: "beta", parameters };
}

/**
 * The PERT with mode `best` of which `low` and `high` are the ends of the central interval of this level: with 0.9 the 5th
 * and the 95th percentile. Its smallest and largest possible values are found by two nested searches.
 * Throws where no PERT is that wide, which only levels far below the usual ones can ask for.
 */
export function pertFromPercentiles(
  low: number,
  best: number,
  high: number,
  level = 0.9,
  weight = 4,
): DistributionSpec {
  const values = `low ${low}, best ${best}, high ${high}, level ${level}`;
  if (!(low < best && best < high)) throw broken("pert", values, "low < best < high");
  if (!(level > 0 && level < 1)) throw broken("pert", values, "0 < level < 1");
  const tail = (1 - level) / 2;
  const range = high - low;
  const around = (left: number, right: number): DistributionSpec["parameters"] => ({
    low: best - left * (best - low),
    best,
    high: best + right * (high - best),
    weight,
  });
  const family = familyOf("pert");
  /** How many times as far as `low` the smallest value lies from `best`, if the largest lies `right` times as far as `high`. */
  const leftFor = (right: number) =>
    bracketRoot((left) => family.cdf(around(left, right), low) - tail, 1, 1 + (1e4 * range) / (best - low));
  const right = bracketRoot(
    (right) => {
      const left = leftFor(right);
      return left === undefined ? Number.NaN : family.upper(around(left, right), high) - tail;
    },
    1,
    1 + (100 * range) / (high - best),
  );
  const left = right === undefined ? undefined : leftFor(right);
  if (right === undefined || left === undefined) throw broken("pert", values, "P(low ≤ x ≤ high) = level");
  return { family: "pert", parameters: around(left, right) };
}

function broken(family: string, values: string, rule: string): UtfallError {
  return new UtfallError([{ code: "distributionRule", with: { family, values, rule } }]);
}
