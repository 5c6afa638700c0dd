import type { DistributionSpec } from "../../engine/distributions/index.ts";

/** A named change of a scenario: the same programme, modelled in another way. */
export interface Alternative {
  /** `rate.2`, `horizon.15`, `decay.step`, `design.matching`, `families`, `family.<place>` … */
  readonly id: string;
  /** Places that it changes. */
  readonly about: readonly string[];
  /** How likely it is that this is the right one, from 0 to 1; what all leave of 1 is the scenario's own. */
  readonly weight?: number;
  /** What is written at a path instead, as in an option; `discounting` and `horizon` as well. */
  readonly set?: { readonly [path: string]: unknown };
  /** Distributions of inputs, by place. */
  readonly distributions?: { readonly [place: string]: DistributionSpec };
}
