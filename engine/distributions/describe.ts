import { type Tails, writeTails } from "../numeric/tails.ts";
import type { Described } from "./described.ts";
import type { Distribution } from "./distribution.ts";
import { type DistributionSpec, familyOf, parametersOf } from "./table.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";
import { truncated } from "./truncated.ts";

/** All there is to know about a spec that `checkSpec` has no objection to. */
export function describe(spec: DistributionSpec): Described {
  const { family, min, max } = withoutCut(spec);
  const whole = describeFamily(familyOf(family), parametersOf(withoutCut(spec)));
  return min === undefined && max === undefined ? whole : truncated(whole, { min, max });
}

/** The same distribution without bounds, where the family has a member for that; else the spec itself. */
export function withoutCut(spec: DistributionSpec): DistributionSpec {
  const { family, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec;
  const parameters = familyOf(family).cut?.(parametersOf(spec), min, max);
  return parameters ? { family, parameters } : spec;
}

/** A family with its parameters filled in. */
function describeFamily<P>(family: Distribution<P>, p: P): Described {
  const tails: Tails =
    family.tails?.(p) ?? ((x, out) => writeTails(out, family.density(p, x), family.cdf(p, x), family.upper(p, x)));
  return {
    support: family.support(p),
    density: (x) => family.density(p, x),
    cdf: (x) => lowerAt(tails, x),
    upper: (x) => upperAt(tails, x),
    tails,
    quantile: (u) => family.quantile(p, u),
    upperQuantile: (q) => family.upperQuantile(p, q),
    mean: family.mean(p),
    variance: family.variance(p),
    kinks: family.kinks?.(p) ?? [],
  };
}
