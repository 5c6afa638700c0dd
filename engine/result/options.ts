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

/** Which option is best for an outcome without a price, by what a unit of it is worth; from the first draws of the run. */
export interface OptionAcceptability {
  readonly outcome: string;
  /** Money per unit of effect. */
  readonly unit: string;
  readonly draws: number;
  /** Whether the scenario states what a unit is worth, or the rule does. */
  readonly grid: "stated" | "byRule";
  readonly curve: readonly {
    /** What a unit of effect is worth. */
    readonly willingness: number;
    /** By option: mean of willingness · effect − cost. */
    readonly netBenefit: Readonly<Record<string, Figure>>;
    /** By option: chance that no other has a higher net benefit, its acceptability curve; among equals the first counts. */
    readonly chanceBest: Readonly<Record<string, Figure>>;
    /** The option with the highest mean net benefit: the acceptability frontier is its chance of being best. */
    readonly best: string;
    /** How much higher its mean net benefit is than that of the next best, on common draws. */
    readonly ahead: Figure;
  }[];
}

/** The options of a scenario beside each other, on common draws. */
export interface OptionsSummary {
  /** Whose figures have no prefix: `base`, or the option that the run was asked to lead with. */
  readonly leading: string;
  /** The file as it stands, its options in their order, and doing nothing. */
  readonly options: readonly OptionSummary[];
  readonly frontiers: readonly OptionFrontier[];
  /** Present where an outcome has no price. */
  readonly acceptability?: readonly OptionAcceptability[];
}
