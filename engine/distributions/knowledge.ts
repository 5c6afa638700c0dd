import { UtfallError } from "../issues.ts";
import { normalUpperQuantile } from "../numeric/normalQuantile.ts";
import type { DistributionSpec } from "./table.ts";

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

function broken(family: string, values: string, rule: string): UtfallError {
  return new UtfallError([{ code: "distributionRule", with: { family, values, rule } }]);
}
