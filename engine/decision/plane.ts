import { blockSize, replicateOf } from "../design/plan.ts";
import { probabilityFigure } from "../result/figure.ts";
import type { CostEffectiveness, OutputSummary } from "../result/result.ts";
import type { CostEffectivenessRequest } from "../run/request.ts";
import { evenlyChosen } from "../summary/weighted/bars.ts";
import { asEqual } from "../summary/weighted/lean.ts";
import { acceptability, type Replicates } from "./acceptability.ts";

/** Points that a picture of the plane shows. */
const shownPoints = 256;
/** Of the unit of the grid that is used where the scenario states no willingness to pay. */
const steps = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

/**
 * An outcome that has no price, against doing nothing: how cost and effect fall on the cost-effectiveness plane, and the chance
 * that the programme is worth what it costs, by what a unit of effect is worth. Cost is what net lacks: savings elsewhere are
 * taken off. From the first draws of a run.
 *
 * @param net @param effect one value per draw, NaN where a draw failed @param outputs of the run, for the rule of the grid
 * @param weights of the draws; absent where all weigh the same
 */
export function costEffectiveness(
  request: CostEffectivenessRequest,
  net: Float64Array,
  effect: Float64Array,
  replicates: number,
  outputs: Readonly<Record<string, OutputSummary>>,
  weights?: Float64Array,
): CostEffectiveness {
  const of = firstReplicates(replicates);
  const cost = net.map((own) => -own);
  const nothing = new Float64Array(net.length);
  const none = nothing.map((_, draw) => (Number.isNaN(net[draw]) ? Number.NaN : 0));
  const options = [
    { cost: none, effect: nothing },
    { cost, effect },
  ];
  const willingness = request.willingness ?? gridOf(request, outputs);
  const share = quadrantShares(cost, effect, { count: replicates, of, weights });
  return {
    net: request.net,
    effect: request.effect,
    unit: request.unit,
    draws: net.length,
    quadrants: {
      moreForMore: share(true, true),
      moreForLess: share(true, false),
      lessForMore: share(false, true),
      lessForLess: share(false, false),
    },
    grid: request.willingness === undefined ? "byRule" : "stated",
    curve: acceptability(options, willingness, { count: replicates, of, weights }).map((point) => ({
      willingness: point.willingness,
      chance: point.chanceBest[1],
      netBenefit: point.netBenefit[1],
      best: point.best === 1 ? "programme" : "nothing",
    })),
    points: weights === undefined ? pointsOf(cost, effect, replicates) : weightedPoints(cost, effect, weights),
  };
}

/** To which replicate each of a run's first draws belongs. */
export const firstReplicates =
  (replicates: number) =>
  (draw: number): number =>
    replicateOf(Math.floor(draw / blockSize), replicates);

/** Multiples of the programme's own cost per unit of effect, rounded up to 1, 2 or 5 times a power of ten; none without an effect. */
export function gridOf(
  { cost, effect }: CostEffectivenessRequest,
  outputs: Readonly<Record<string, OutputSummary>>,
): readonly number[] {
  const [paid, gained] = [outputs[cost], outputs[effect]];
  if (paid?.kind !== "number" || gained?.kind !== "number") return [];
  const each = paid.mean.value / gained.mean.value;
  if (!(each > 0 && each < Number.POSITIVE_INFINITY)) return [];
  let power = 1;
  while (power * 10 <= each) power *= 10;
  while (power > each) power /= 10;
  const unit = [1, 2, 5, 10].map((times) => times * power).find((own) => own >= each) ?? each;
  return steps.map((step) => step * unit);
}

/** Shares of the draws by side. What changes nothing counts as no more effect, and as no dearer. */
function quadrantShares(
  cost: Float64Array,
  effect: Float64Array,
  { count, of, weights }: Replicates,
): (more: boolean, dearer: boolean) => ReturnType<typeof probabilityFigure> {
  const drawn = new Float64Array(count);
  const hits = [0, 1, 2, 3].map(() => new Float64Array(count));
  const place = (more: boolean, dearer: boolean) => 2 * Number(more) + Number(dearer);
  for (let draw = 0; draw < cost.length; draw++) {
    if (Number.isNaN(cost[draw])) continue;
    const weight = weights?.[draw] ?? 1;
    drawn[of(draw)] += weight;
    hits[place(effect[draw] > 0, cost[draw] > 0)][of(draw)] += weight;
  }
  if (weights !== undefined) asEqual(weights, drawn, hits);
  return (more, dearer) => probabilityFigure([...hits[place(more, dearer)]], [...drawn]);
}

/** The first draws of each replicate's first block: effect and cost. */
function pointsOf(
  cost: Float64Array,
  effect: Float64Array,
  replicates: number,
): readonly (readonly [number, number])[] {
  const each = Math.max(1, Math.floor(shownPoints / replicates));
  const points: (readonly [number, number])[] = [];
  for (let block = 0; block < replicates; block++)
    for (let draw = block * blockSize; draw < block * blockSize + each && draw < cost.length; draw++)
      if (!Number.isNaN(cost[draw])) points.push([effect[draw], cost[draw]]);
  return points;
}

/** Draws that stand for all as their weights say. */
function weightedPoints(
  cost: Float64Array,
  effect: Float64Array,
  weights: Float64Array,
): readonly (readonly [number, number])[] {
  return Array.from(evenlyChosen(weights, shownPoints), (draw) => [effect[draw], cost[draw]] as const);
}
