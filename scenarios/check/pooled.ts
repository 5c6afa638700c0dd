import { type DistributionSpec, describe } from "../../engine/distributions/index.ts";
import { logarithmicPool } from "../../engine/evidence/experts/logarithmicPool.ts";
import { poolAsTable } from "../../engine/evidence/experts/poolAsTable.ts";
import { impossible } from "../../engine/issues.ts";

/**
 * The logarithmic pool of the parts of a mixture, with its weights and cuts.
 *
 * @throws UtfallError `expertsDoNotMeet`, `evidenceRule`
 */
export function pooledLogarithmically({ parts = [], lists, min, max }: DistributionSpec): DistributionSpec {
  const opinions = parts.map((part, i) => ({ distribution: describe(part), weight: lists!.weights[i] }));
  if (opinions.some(({ distribution }) => distribution.atoms !== undefined))
    throw impossible("pool: logarithmic", "experts continuous", { experts: opinions.length });
  const whole = normalPool(parts, lists!.weights) ?? poolAsTable(logarithmicPool(opinions));
  return { ...whole, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Normal opinions pool to a normal one: precisions add by weight. */
function normalPool(parts: readonly DistributionSpec[], weights: readonly number[]): DistributionSpec | undefined {
  if (parts.some(({ family, min, max }) => family !== "normal" || min !== undefined || max !== undefined))
    return undefined;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const precisions = parts.map(({ parameters: { sd } }, i) => weights[i] / total / (sd * sd));
  const precision = precisions.reduce((sum, own) => sum + own, 0);
  const [{ parameters: first }] = parts;
  const off = parts.reduce((sum, { parameters }, i) => sum + precisions[i] * (parameters.mean - first.mean), 0);
  return { family: "normal", parameters: { mean: first.mean + off / precision, sd: 1 / Math.sqrt(precision) } };
}
