import { UtfallError } from "../issues.ts";
import { checkSpec } from "./checkSpec.ts";
import { describe } from "./describe.ts";
import type { Described } from "./described.ts";
import type { DistributionSpec } from "./table.ts";

/**
 * A distribution to ask things of: density, distribution function and upper tail at a value, quantiles, mean, variance, skewness.
 *
 * @throws UtfallError `distributionRule` with every rule that the parameters break, `distributionNotCut`
 */
export function describeChecked(spec: DistributionSpec): Described {
  const issues = checkSpec(spec);
  if (issues.length > 0) throw new UtfallError(issues);
  return describe(spec);
}
