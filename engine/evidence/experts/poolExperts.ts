import type { Described } from "../../distributions/described.ts";
import { linearPool } from "./linearPool.ts";
import { logarithmicPool } from "./logarithmicPool.ts";
import type { PooledOpinion } from "./opinion.ts";

/** What one expert holds, and how much it counts: 1 unless given. */
export interface Expert {
  readonly distribution: Described;
  readonly weight?: number;
}

/**
 * Several experts' distributions as one. `linear` is that one of them is right and nobody knows who; `logarithmic` what they agree
 * on, narrower, and impossible wherever one of them sees nothing.
 *
 * @throws UtfallError `evidenceRule` for impossible weights, `expertsDoNotMeet`
 */
export function poolExperts(experts: readonly Expert[], kind: "linear" | "logarithmic" = "linear"): PooledOpinion {
  const opinions = experts.map(({ distribution, weight = 1 }) => ({ distribution, weight }));
  if (kind === "logarithmic") return logarithmicPool(opinions);
  return linearPool(
    opinions.map((opinion) => {
      const { mean, variance } = opinion.distribution;
      return { ...opinion, mean, variance };
    }),
  );
}
