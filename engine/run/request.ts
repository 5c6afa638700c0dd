import { type Design, type Plan, roundDraws, type Source } from "../design/plan.ts";
import type { Issue } from "../issues.ts";
import type { ModelData, ModelGraph } from "../model/graph.ts";
import type { RisksRequest } from "../result/risks.ts";
import type { StopRulesRequest } from "../result/stopRules.ts";
import type { VerdictRequest } from "../result/verdicts.ts";
import type { Job } from "./executor.ts";
import type { Target } from "./target.ts";

/** A row of the accounts: who, when, and the ids of the `mean` outputs that hold its money. */
export interface AccountRequest {
  readonly actor: string;
  readonly segment: string | null;
  readonly year: number;
  readonly discounted: boolean;
  readonly cost: string;
  readonly benefit: string;
  /** What of the benefit can be taken out of a budget, where that is known. */
  readonly cashable?: string;
}

/** A row of the budget: who, in which calendar year, and the ids of the `mean` outputs that hold its money. */
export interface BudgetRequest {
  readonly actor: string;
  readonly year: number;
  readonly cost: string;
  readonly benefit: string;
  readonly cashable?: string;
}

/**
 * A figure that is made from the means of other outputs, and costs no draw: an internal rate of return (of one output per year),
 * or the ratio of two means without the draws of the quotient.
 */
export type DerivedRequest =
  | { readonly kind: "rate"; readonly id: string; readonly unit: string; readonly flows: readonly string[] }
  | {
      readonly kind: "ratio";
      readonly id: string;
      readonly unit: string;
      readonly numerator: string;
      readonly denominator: string;
    };

/** What one cost comes to for one actor in one year, by the id of the `mean` output that holds it. */
export interface CostRequest {
  readonly what: string;
  readonly actor: string;
  readonly year: number;
  readonly cost: string;
}

/** What one actor gets of what moves between actors in one year, by the id of the `mean` output that holds it. */
export interface TransferRequest {
  readonly transfer: string;
  readonly actor: string;
  readonly year: number;
  readonly received: string;
}

/** An outcome without a price: ids of the outputs that say what it costs and does. */
export interface CostEffectivenessRequest {
  readonly outcome: string;
  readonly net: string;
  readonly effect: string;
  /** The programme's own cost, for the rule of the grid. */
  readonly cost: string;
  /** Money per unit of effect. */
  readonly unit: string;
  /** What a unit of effect may be worth, ascending; by a rule where absent. */
  readonly willingness?: readonly number[];
}

/** What to run, and what the result shall carry with it. */
export interface RunRequest {
  readonly scenario: string;
  readonly scenarioHash: string;
  /** The checked content, kept in the result. */
  readonly content: unknown;
  readonly graph: ModelGraph;
  readonly data: ModelData;
  readonly accounts: readonly AccountRequest[];
  readonly budget?: readonly BudgetRequest[];
  readonly costs?: readonly CostRequest[];
  /** Risks, with the outputs that fill their matrix. */
  readonly risks?: RisksRequest;
  readonly financing?: readonly TransferRequest[];
  /** Outputs that get a histogram and a first sensitivity, the leading one first. */
  readonly headlines: readonly string[];
  /** Outputs whose variance is parted into assumptions and chance, where chance is drawn; the headlines unless said. */
  readonly varianceOf?: readonly string[];
  /** Figures to make from the means of outputs; none unless said. One that is an output as well is left to that. */
  readonly derived?: readonly DerivedRequest[];
  /** Outcomes without a price, whose cost and effect are set against each other; none unless said. */
  readonly costEffectiveness?: readonly CostEffectivenessRequest[];
  /** Outputs whose first draws are wanted beside those of the headlines and of `costEffectiveness`. */
  readonly firstDrawsOf?: readonly string[];
  /** What the stop rules come to; none unless said. */
  readonly stopRules?: StopRulesRequest;
  /** What a follow-up would say of the goals; none unless said. */
  readonly verdicts?: readonly VerdictRequest[];
  /** Any text; a number is its decimal text. */
  readonly seed: string;
  readonly design: Design;
  /** As asked for; rounded as the design needs. A run with a target has its own number of draws. */
  readonly draws: number;
  /** Grows the run until these figures are narrow enough. */
  readonly target?: Target;
  readonly sources?: Readonly<Record<string, Source>>;
  /** Findings of the checker, carried into the result. */
  readonly warnings: readonly Issue[];
  /** For kept columns and for what percentiles are chosen from. Default 2,048 MiB. No effect on the result. */
  readonly memoryBudgetMiB?: number;
  /** True where whole columns are wanted (`Run.columns`): a run whose columns do not fit is then refused. */
  readonly wholeColumns?: boolean;
  /** Blocks per task; no effect on the result. Chosen by the number of threads when absent. */
  readonly blocksPerTask?: number;
}

/** The job of exactly so many draws of a request. */
export function jobOf(
  { seed, design, graph, data, sources = {} }: Pick<RunRequest, "seed" | "design" | "graph" | "data" | "sources">,
  draws: number,
): Job {
  const plan: Plan = { seed, design, draws, replicates: roundDraws(design, draws).replicates, sources };
  return { graph, data, plan };
}
