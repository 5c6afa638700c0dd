import type { Figure } from "./estimate.ts";

/** What an option comes to, for whom the result leads with; present values. */
export interface OptionSummary {
  /** `base` for the file as it stands, `nothing` for doing nothing, else the option's id. */
  readonly id: string;
  readonly benefit: Figure;
  readonly cost: Figure;
  readonly net: Figure;
  /** E[benefit] / E[cost]; absent where the mean cost cannot be told from zero. */
  readonly returnPerKrona?: Figure;
  /** Chance that net is above zero. */
  readonly chanceOfGain: Figure;
  /** Chance that no other option has a higher net, doing nothing among them; among equals the first counts. */
  readonly chanceBest: Figure;
  /** Less the file as it stands, draw by draw; absent for that itself. */
  readonly againstBase?: {
    readonly benefit: Figure;
    readonly cost: Figure;
    readonly net: Figure;
    /** Chance that net is higher. */
    readonly chanceBetter: Figure;
  };
}

/**
 * `dominated`: another option costs no more and does at least as much; `extendedlyDominated`: a mixture of two others costs less and
 * does as much.
 */
export type DominanceStatus = "frontier" | "dominated" | "extendedlyDominated";

/** Options by what they cost and do on the mean, for one effect: money, or an outcome's avoided cases. */
export interface OptionFrontier {
  /** `benefit`, or an outcome. */
  readonly effect: string;
  /** Unit of the effect. */
  readonly unit: string;
  readonly options: Readonly<Record<string, { readonly effect: Figure; readonly status: DominanceStatus }>>;
  /** From each option on the frontier to the next dearer one. */
  readonly steps: readonly {
    readonly from: string;
    readonly to: string;
    readonly cost: Figure;
    readonly effect: Figure;
    /** Cost of one more unit of effect; absent where the further effect cannot be told from zero. */
    readonly costPerEffect?: Figure;
  }[];
}

/** The options of a scenario beside each other, on common draws. */
export interface OptionsSummary {
  /** Whose figures have no prefix: `base`, or the option that the run was asked to lead with. */
  readonly leading: string;
  /** The file as it stands, its options in their order, and doing nothing. */
  readonly options: readonly OptionSummary[];
  readonly frontiers: readonly OptionFrontier[];
}
