import { describe } from "../../distributions/index.ts";
import { ln } from "../../numeric/elementary.ts";
import { log1p } from "../../numeric/log1p.ts";
import { normalQuantile } from "../../numeric/normalQuantile.ts";
import { betaFromQuantiles } from "./betaFromQuantiles.ts";
import { gammaFromQuantiles } from "./gammaFromQuantiles.ts";
import { checkQuantiles, type KnownQuantile } from "./knownQuantile.ts";

export type { KnownQuantile } from "./knownQuantile.ts";

/** Families that quantiles can decide. */
export type QuantileFamily = "normal" | "lognormal" | "logitNormal" | "gamma" | "beta";

export interface QuantileFit {
  readonly family: QuantileFamily;
  readonly parameters: Readonly<Record<string, number>>;
  /** Each quantile as stated and as the fitted distribution has it: equal for two, near for more. */
  readonly quantiles: readonly (KnownQuantile & { readonly fitted: number })[];
}

const supports: Readonly<Record<QuantileFamily, readonly [number, number]>> = {
  normal: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  lognormal: [0, Number.POSITIVE_INFINITY],
  gamma: [0, Number.POSITIVE_INFINITY],
  logitNormal: [0, 1],
  beta: [0, 1],
};

/**
 * The member of a family through two quantiles, or nearest to more: least squares of the quantiles for the normal, of their
 * logarithms for lognormal and gamma, of their log odds for logit-normal and beta.
 *
 * @param known at least two, rising in probability and value, inside the family's support
 * @throws UtfallError `evidenceRule`
 */
export function fromQuantiles(family: QuantileFamily, known: readonly KnownQuantile[]): QuantileFit {
  checkQuantiles(family, known, supports[family]);
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

function parametersFrom(family: QuantileFamily, known: readonly KnownQuantile[]): Readonly<Record<string, number>> {
  switch (family) {
    case "gamma":
      return gammaFromQuantiles(known);
    case "beta":
      return betaFromQuantiles(known);
    case "normal": {
      const { at, slope } = lineThrough(known, (x) => x);
      return { mean: at, sd: slope };
    }
    case "lognormal": {
      const { at, slope } = lineThrough(known, ln);
      return { meanlog: at, sdlog: slope };
    }
    case "logitNormal": {
      const { at, slope } = lineThrough(known, (x) => ln(x) - log1p(-x));
      return { meanlogit: at, sdlogit: slope };
    }
  }
}

/** The line of least squares through transformed values over normal scores. */
function lineThrough(known: readonly KnownQuantile[], transform: (x: number) => number) {
  const z = known.map(({ probability }) => normalQuantile(probability));
  const y = known.map(({ value }) => transform(value));
  const [meanZ, meanY] = [z, y].map((values) => values.reduce((sum, x) => sum + x, 0) / values.length);
  const products = z.reduce((sum, x, i) => sum + (x - meanZ) * (y[i] - meanY), 0);
  const slope = products / z.reduce((sum, x) => sum + (x - meanZ) * (x - meanZ), 0);
  return { at: meanY - slope * meanZ, slope };
}
