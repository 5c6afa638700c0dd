import { type DistributionSpec, describe } from "../distributions/index.ts";

/**
 * What somebody who made one guess would have said: the most likely value where the family asks for it (PERT, triangular), within the
 * bounds if there are any; the median else – of a risk the likelier of happening and not.
 */
export function bestGuess(spec: DistributionSpec): number {
  const { best } = spec.parameters ?? {};
  if (typeof best !== "number") return describe(spec).quantile(0.5);
  return Math.max(spec.min ?? best, Math.min(spec.max ?? best, best));
}
