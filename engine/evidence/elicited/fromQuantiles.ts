import { describe } from "../../distributions/index.ts";
import { betaFromQuantiles } from "./betaFromQuantiles.ts";
import { gammaFromQuantiles } from "./gammaFromQuantiles.ts";
import { checkQuantiles, type KnownQuantile } from "./knownQuantile.ts";
import { type StraightFamily, straightFamilies } from "./straightFamilies.ts";

export type { KnownQuantile } from "./knownQuantile.ts";

/** Families that quantiles can decide. */
export type QuantileFamily = StraightFamily | "gamma" | "beta";

export interface QuantileFit {
  readonly family: QuantileFamily;
  /** By the names of the family's own. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Each quantile as stated and as the fitted distribution has it: equal for two, near for more. */
  readonly quantiles: readonly (KnownQuantile & { readonly fitted: number })[];
}

/**
 * The member of a family through two quantiles, or nearest to more: least squares of the quantiles themselves, of their
 * logarithms for lognormal, log-uniform, Weibull and gamma, of their log odds for logit-normal and beta.
 *
 * @param known at least two, rising in probability and value, inside the family's support
 * @throws UtfallError `evidenceRule`
 */
export function fromQuantiles(family: QuantileFamily, known: readonly KnownQuantile[]): QuantileFit {
  checkQuantiles(family, known, supportOf(family));
  const parameters = parametersFrom(family, known);
  const { quantile } = describe({ family, parameters });
  const quantiles = known.map((each) => ({ ...each, fitted: quantile(each.probability) }));
  return { family, parameters, quantiles };
}

/** The same from a central interval that holds the quantity with probability `level`. */
export function fromInterval(family: QuantileFamily, low: number, high: number, level: number): QuantileFit {
  const tail = (1 - level) / 2;
  return fromQuantiles(family, [
    { probability: tail, value: low },
    { probability: 1 - tail, value: high },
  ]);
}

function supportOf(family: QuantileFamily): readonly [number, number] {
  if (family === "gamma") return [0, Number.POSITIVE_INFINITY];
  return family === "beta" ? [0, 1] : straightFamilies[family].support;
}

function parametersFrom(family: QuantileFamily, known: readonly KnownQuantile[]): Readonly<Record<string, number>> {
  if (family === "gamma") return gammaFromQuantiles(known);
  if (family === "beta") return betaFromQuantiles(known);
  const { value, score, parameters } = straightFamilies[family];
  const { at, slope } = lineThrough(
    known.map(({ probability }) => score(probability)),
    known.map((each) => value(each.value)),
  );
  return parameters(at, slope);
}

/** The line of least squares of y over x. */
function lineThrough(x: readonly number[], y: readonly number[]): { readonly at: number; readonly slope: number } {
  const [meanX, meanY] = [x, y].map((values) => values.reduce((sum, v) => sum + v, 0) / values.length);
  const products = x.reduce((sum, v, i) => sum + (v - meanX) * (y[i] - meanY), 0);
  const slope = products / x.reduce((sum, v) => sum + (v - meanX) * (v - meanX), 0);
  return { at: meanY - slope * meanX, slope };
}
