import {
  checkSpec,
  type DistributionSpec,
  describe,
  type Family,
  pertFromPercentiles,
} from "../../engine/distributions/index.ts";
import { fromMeanAndSd, type MomentFamily } from "../../engine/evidence/elicited/fromMeanAndSd.ts";
import { triangularFromPercentiles } from "../../engine/evidence/elicited/triangularFromPercentiles.ts";
import { UtfallError } from "../../engine/issues.ts";

/** Of the same mean and standard deviation, first choice first. */
const byMoments: Readonly<Partial<Record<Family, readonly MomentFamily[]>>> = {
  lognormal: ["gamma", "weibull"],
  gamma: ["lognormal", "weibull"],
  weibull: ["gamma", "lognormal"],
  normal: ["logistic"],
  logistic: ["normal"],
  beta: ["logitNormal"],
  logitNormal: ["beta"],
};

/**
 * Another family that says the same: with the same mean and standard deviation, or for the three points of a PERT or a triangular
 * distribution with the same mode and 5th and 95th percentiles. None where a distribution is cut, is drawn from data, has no
 * finite variance, or where the other could take values that this one can't by its kind: below 0, or above 1.
 */
export function otherFamily(spec: DistributionSpec): DistributionSpec | undefined {
  if (spec.min !== undefined || spec.max !== undefined) return undefined;
  const own = describe(spec);
  return candidates(spec).find((other) => {
    if (checkSpec(other).length > 0) return false;
    const [low, high] = describe(other).support;
    return (own.support[0] < 0 || low >= 0) && (own.support[1] > 1 || high <= 1);
  });
}

function candidates(spec: DistributionSpec): readonly DistributionSpec[] {
  const { family, parameters } = spec;
  const own = describe(spec);
  const sd = Math.sqrt(own.variance);
  if (family === "pert" || family === "triangular") {
    const { best } = parameters;
    const points = [own.quantile(0.05), best, own.quantile(0.95)] as const;
    return possible(() => (family === "pert" ? triangularFromPercentiles(...points) : pertFromPercentiles(...points)));
  }
  return (byMoments[family] ?? []).flatMap((other) =>
    possible(() => ({ family: other, parameters: fromMeanAndSd(other, own.mean, sd) })),
  );
}

/** None where there is no such member of the family. */
function possible(make: () => DistributionSpec): readonly DistributionSpec[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof UtfallError) return [];
    throw error;
  }
}
