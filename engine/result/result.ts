import type { Design } from "../design/plan.ts";
import type { Issue } from "../issues.ts";
import type { ThreadStatistics } from "../run/executor.ts";
import type { Figure } from "./estimate.ts";
import type { OptionsSummary } from "./options.ts";
import type { RisksSummary } from "./risks.ts";
import type { StopRulesSummary } from "./stopRules.ts";
import type { SwitchingSummary } from "./switching.ts";
import type { UpdateSummary } from "./update.ts";
import type { VerdictSummary } from "./verdicts.ts";

export type { Figure } from "./estimate.ts";

export const percentileLevels = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const;
/** Keyed by level: "1", "5", … Percentiles are type 7 (Hyndman & Fan 1996, doi:10.2307/2684934). */
export type Percentiles = Readonly<Record<string, Figure>>;

/** A number in money, people, shares … */
export interface NumberSummary {
  readonly kind: "number";
  readonly unit: string;
  readonly mean: Figure;
  readonly sd: Figure;
  readonly percentiles: Percentiles;
  /** Mean of the worst 5 %: the low side for net and benefit, the high side for cost. Keyed "5". */
  readonly expectedShortfall: Readonly<Record<string, Figure>>;
  /** Chance that the value is above zero; for figures that can be negative. */
  readonly chanceAboveZero: Figure;
  /** Mean of the values below zero (expected loss given a loss, negative), absent where none is below zero. */
  readonly meanBelowZero?: Figure;
  /** Mean of min(value, 0): expected loss (negative), absent where none is below zero. */
  readonly expectedLoss?: Figure;
  /**
   * Of the mean, in a Sobol' run: how many times as many plain draws would have given the same error. Absent where the mean has
   * no error.
   */
  readonly gain?: Figure;
}

/** Benefit per krona of cost, safe against small costs: the headline is E[benefit] / E[cost]. */
export interface RatioSummary {
  readonly kind: "ratio";
  readonly unit: string;
  /** Absent where the mean cost cannot be told from zero. */
  readonly ratioOfMeans?: Figure;
  /** Of the per-draw ratio, among draws with a cost above zero. Absent where the cost reaches zero or changes sign in more than 1 % of the draws. */
  readonly median?: Figure;
  readonly percentiles?: Percentiles;
  readonly perDrawMean?: Figure;
  readonly perDrawSd?: Figure;
  /** Chance that what is divided by (the cost; avoided cases in `costPer`) is zero or below. */
  readonly divisorNotPositive: Figure;
}

/** First year in which the accumulated discounted net is zero or more. */
export interface YearSummary {
  readonly kind: "year";
  /** Keys "0", "1", …, "never". */
  readonly chance: Readonly<Record<string, Figure>>;
  /** Never counts as the horizon's number of years here. */
  readonly mean: Figure;
  readonly sd: Figure;
  readonly percentiles: Percentiles;
}

/** An internal rate of return: at which the mean flows are worth nothing. */
export interface RateSummary {
  readonly kind: "rate";
  readonly unit: string;
  /** Present where there is one and only one, in every replicate as well. */
  readonly ofMeanFlows?: Figure;
  /** Every such rate above −100 %, ascending: there may be none, and of several none is the right one. */
  readonly rates: readonly number[];
}

export type OutputSummary = NumberSummary | RatioSummary | YearSummary | RateSummary;

export interface Manifest {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: string;
  readonly design: Design;
  /** Present where people and cases were drawn as whole numbers; else they are their expected values. Risk events are always drawn. */
  readonly chance?: "on";
  /** The option whose figures stand first; absent where the file as it stands leads. */
  readonly option?: string;
  readonly replicates: number;
  readonly draws: number;
  readonly paths: readonly string[];
  readonly engine: string;
  readonly ended: "fixed" | "target" | "budget" | "interrupted";
}

/** Money of one leaf actor in one year. An actor's total is the sum over its rows. */
export interface AccountRow {
  readonly actor: string;
  /** `null`: flows that are not divided into segments, not the total of the segments. */
  readonly segment: string | null;
  readonly year: number;
  readonly cost: Figure;
  readonly benefit: Figure;
  /** What of the benefit can be taken out of a budget, in the year when it can; absent where the scenario does not say. */
  readonly cashable?: Figure;
  readonly discounted: boolean;
}

/** What one cost comes to for one leaf actor in one year, not discounted. */
export interface CostRow {
  /** A cost, a formula that is paid, or what follows from one. */
  readonly what: string;
  readonly actor: string;
  readonly year: number;
  readonly cost: Figure;
}

/** What one leaf actor gets of what moves between actors in one year, not discounted; what is below zero it pays. */
export interface TransferRow {
  /** `repayment`, `lossShare`, `resultShare`, or a contract. */
  readonly transfer: string;
  readonly actor: string;
  readonly year: number;
  readonly received: Figure;
}

/** Money of one leaf actor in one calendar year, in current prices. */
export interface BudgetRow {
  readonly actor: string;
  readonly year: number;
  readonly cost: Figure;
  readonly benefit: Figure;
  /** What of the benefit can be taken out of the budget that year; absent where the scenario does not say. */
  readonly cashable?: Figure;
}

/** A bar of a histogram: draws with low ≤ value < high (the last bar holds its upper end). */
export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface Failures {
  readonly draws: number;
  readonly first: readonly {
    readonly draw: number;
    readonly node: string;
    readonly inputs: Readonly<Record<string, number>>;
  }[];
}

/** How one input moves with an output, rank by rank, from the run's own draws. */
export interface RankCorrelation {
  readonly input: string;
  readonly correlation: Figure;
}

/** Variance that comes from one kind of uncertainty: its share of the whole (0–1), and its square root in the output's unit. */
export interface VariancePart {
  readonly share: Figure;
  readonly sd: Figure;
}

/**
 * The law of total variance, Var Y = Var(E[Y | A]) + E[Var(Y | A)], A being everything that is uncertain but chance. `assumptions`
 * is the first term: what would be left of the variance in a very large group; `chance` the second.
 */
export interface VarianceByLevel {
  readonly assumptions: VariancePart;
  readonly chance: VariancePart;
}

/** A failed draw meets no criterion; `bounds` then tell how much higher the chance would be had they all met it. */
export interface CriterionSummary {
  readonly probability: Figure;
  /** Present where draws failed. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /**
   * Of the outcomes that fail `success`: the share in which this criterion is unmet, and the share in which it alone stands in
   * the way, so that success would have come had it been met. Present for criteria that success is made of, where there are
   * several, and where it fails at all.
   */
  readonly ofFailures?: { readonly unmet: Figure; readonly alone: Figure };
  /** As that of a number; absent as well where hits or misses are so few that the error is not that of the design. */
  readonly gain?: Figure;
}

/** One willingness to pay: is the programme worth it? */
export interface Acceptability {
  /** What a unit of effect is worth. */
  readonly willingness: number;
  /** Chance that willingness · effect exceeds the cost: the acceptability curve. */
  readonly chance: Figure;
  /** Mean of willingness · effect − cost. */
  readonly netBenefit: Figure;
  /** Which is better on the mean. The acceptability frontier is the chance where this is the programme, else 1 less it. */
  readonly best: "programme" | "nothing";
}

/** Cost (what net lacks) against effect, of an outcome that has no price; from the first draws of the run. */
export interface CostEffectiveness {
  /** Ids of the outputs: cost is the first one's negative. */
  readonly net: string;
  readonly effect: string;
  /** Money per unit of effect. */
  readonly unit: string;
  readonly draws: number;
  /** Shares of the draws with more or less effect for more or less money than doing nothing. */
  readonly quadrants: {
    readonly moreForMore: Figure;
    readonly moreForLess: Figure;
    readonly lessForMore: Figure;
    readonly lessForLess: Figure;
  };
  /** Whether the scenario states what a unit is worth, or the rule does. */
  readonly grid: "stated" | "byRule";
  readonly curve: readonly Acceptability[];
  /** Effect and cost of some draws, for a picture. */
  readonly points: readonly (readonly [effect: number, cost: number])[];
}

/** How draws that weigh differently are spread: of how much use they are. */
export interface WeightsSummary {
  /** (Σw)²/Σw²: as many draws of equal weight tell about as much. */
  readonly effectiveDraws: number;
  /** What the heaviest draw has of the whole weight. */
  readonly largestShare: number;
  /**
   * The logarithm of the mean weight. Where draws are weighed by how well they fit what was observed, this is the logarithm of how
   * likely that was beforehand.
   */
  readonly logMean: Figure;
}

/** What came out, with what was asked. The compared part: equal bits for equal input, on any machine and any number of threads. */
export interface Result {
  readonly format: "utfall-result/1";
  readonly manifest: Manifest;
  readonly outputs: Readonly<Record<string, OutputSummary>>;
  readonly criteria: Readonly<Record<string, CriterionSummary>>;
  /** Chances that are no criteria: that an actor loses, that an outcome gets worse, that an option is best. Present where there are any. */
  readonly chances?: Readonly<Record<string, CriterionSummary>>;
  readonly accounts: readonly AccountRow[];
  /** Present where the scenario asks for its budget. */
  readonly budget?: readonly BudgetRow[];
  /** Each cost by payer and year. Present where the scenario has costs. */
  readonly costs?: readonly CostRow[];
  /** Present where the scenario has risks: the risk matrix, simulated. */
  readonly risks?: RisksSummary;
  /** Present where the scenario lets money move between actors; the rows of a transfer and year add up to nothing. */
  readonly financing?: readonly TransferRow[];
  /** Distribution of the headline figures, by output id, in equal bars. */
  readonly histograms: Readonly<Record<string, readonly Bin[]>>;
  /** First sensitivity, by output id: strongest first. */
  readonly rankCorrelations: Readonly<Record<string, readonly RankCorrelation[]>>;
  /** Present where it was asked for, the run was not interrupted and its draws weigh alike. */
  readonly switching?: SwitchingSummary;
  /** By output id: what the variance comes from. Present where chance is drawn and the run was not interrupted. */
  readonly varianceByLevel?: Readonly<Record<string, VarianceByLevel>>;
  /** Present where the scenario has options that were run beside it. */
  readonly options?: OptionsSummary;
  /** By outcome: those without a price. */
  readonly costEffectiveness?: Readonly<Record<string, CostEffectiveness>>;
  /** Present where the scenario has rules by which the programme is stopped. */
  readonly stopRules?: StopRulesSummary;
  /** What a follow-up would say of the goals; present where some goal is on what is followed up. */
  readonly verdicts?: readonly VerdictSummary[];
  readonly failures: Failures;
  /** Present where draws weigh differently: every figure is then weighted, and `gain` is beside as many plain draws as are effective. */
  readonly weights?: WeightsSummary;
  /** Present where the forecast has been updated with what was seen of the programme. */
  readonly update?: UpdateSummary;
  /** The checked content, defaults filled in: itself a scenario. Null where a bare graph was run. */
  readonly scenario: unknown;
  readonly warnings: readonly Issue[];
  /** Outside the compared part. */
  readonly run?: RunStatistics;
}

export interface RunStatistics {
  readonly seconds: number;
  readonly threads: readonly ThreadStatistics[];
  readonly machine: string;
}
