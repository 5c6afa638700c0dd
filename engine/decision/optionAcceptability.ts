import type { OptionAcceptability } from "../result/options.ts";
import type { Figure, OutputSummary } from "../result/result.ts";
import type { CostEffectivenessRequest } from "../run/request.ts";
import { acceptability } from "./acceptability.ts";
import type { ComparisonRequest } from "./comparison.ts";
import { firstReplicates, gridOf } from "./plane.ts";

/** First draws of a run, by output; NaN where a draw failed. */
type FirstDraws = ReadonlyMap<string, Float64Array>;

/** Outputs whose first draws the acceptability of options is found from; none without an outcome that has no price. */
export function acceptabilityOutputs({ options, withoutPrice = [] }: ComparisonRequest): readonly string[] {
  return withoutPrice.flatMap(({ outcome }) =>
    options.flatMap(({ net, effects }) => (Object.hasOwn(effects, outcome) ? [net, effects[outcome]] : [])),
  );
}

/**
 * Of each outcome without a price: which of several options and doing nothing is best, by what a unit of it is worth. Cost is what
 * net lacks. Options that do not have the outcome are left out. Among equals doing nothing counts first, then the file, then its
 * options in their order.
 *
 * @param replicates of the run @param outputs of the run, for the rule of the grid @param weights of the draws, where they differ
 */
export function optionAcceptability(
  request: ComparisonRequest,
  firstDraws: FirstDraws,
  replicates: number,
  outputs: Readonly<Record<string, OutputSummary>>,
  weights?: Float64Array,
): readonly OptionAcceptability[] {
  return (request.withoutPrice ?? []).flatMap((own) => {
    const found = acceptabilityOf(
      own,
      request,
      firstDraws,
      { replicates, weights },
      own.willingness ?? gridOf(own, outputs),
    );
    return found === undefined ? [] : [found];
  });
}

function acceptabilityOf(
  { outcome, unit, willingness: stated }: CostEffectivenessRequest,
  { options, nothing }: ComparisonRequest,
  firstDraws: FirstDraws,
  { replicates, weights }: { readonly replicates: number; readonly weights?: Float64Array },
  willingness: readonly number[],
): OptionAcceptability | undefined {
  const compared = options.flatMap(({ id, net, effects }) => {
    const [gain, effect] = [firstDraws.get(net), firstDraws.get(effects[outcome])];
    return gain === undefined || effect === undefined ? [] : [{ id, cost: gain.map((own) => -own), effect }];
  });
  if (compared.length === 0 || willingness.length === 0) return undefined;
  const zeros = new Float64Array(compared[0].cost.length);
  const failed = (draw: number) => compared.some(({ cost, effect }) => Number.isNaN(cost[draw] + effect[draw]));
  const none = { id: nothing.id, cost: zeros.map((_, draw) => (failed(draw) ? Number.NaN : 0)), effect: zeros };
  const all = [none, ...compared];
  const points = acceptability(all, willingness, { count: replicates, of: firstReplicates(replicates), weights });
  const byOption = (figures: readonly Figure[]) =>
    Object.fromEntries([...compared, none].map((own) => [own.id, figures[all.indexOf(own)]]));
  return {
    outcome,
    unit,
    draws: zeros.length,
    grid: stated === undefined ? "byRule" : "stated",
    curve: points.map(({ willingness, netBenefit, chanceBest, best, ahead }) => ({
      willingness,
      netBenefit: byOption(netBenefit),
      chanceBest: byOption(chanceBest),
      best: all[best].id,
      ahead: ahead!,
    })),
  };
}
