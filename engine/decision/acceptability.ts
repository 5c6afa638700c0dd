import { probabilityFigure, replicateFigure } from "../result/figure.ts";
import type { Figure } from "../result/result.ts";
import { asEqual } from "../summary/weighted/lean.ts";

/** Draws of what one of several options costs and does, draw by draw; NaN in every option for a draw without an answer. */
export interface OptionDraws {
  readonly cost: ArrayLike<number>;
  readonly effect: ArrayLike<number>;
}

/** How the draws fall into replicates, from which errors are told. */
export interface Replicates {
  readonly count: number;
  readonly of: (draw: number) => number;
  /** What each draw weighs; absent where all weigh the same. */
  readonly weights?: Float64Array;
}

/** What one willingness to pay comes to, an entry per option. */
export interface AcceptabilityPoint {
  /** What one unit of effect is worth, in money per unit of effect. */
  readonly willingness: number;
  /** Mean of willingness · effect − cost. */
  readonly netBenefit: readonly Figure[];
  /** Chance that the option has the largest net benefit: a point of its acceptability curve. */
  readonly chanceBest: readonly Figure[];
  /** The option with the largest mean net benefit, the first of several: whose curve the acceptability frontier follows. */
  readonly best: number;
  /** How much higher the mean net benefit of the best is than that of the next best, on common draws; absent for a single option. */
  readonly ahead?: Figure;
}

/**
 * Cost-effectiveness acceptability curves and frontier (Fenwick, Claxton & Sculpher 2001, doi:10.1002/hec.635) of options on
 * common draws: in each draw the option with the largest net benefit is best. The frontier is the curve of whichever is best on
 * the mean, which need not be the one most likely to be best.
 *
 * @param ties of several with the largest net benefit the `first` is best, or each is in an equal `share` of the draws
 */
export function acceptability(
  options: readonly OptionDraws[],
  willingness: readonly number[],
  replicates: Replicates,
  ties: "first" | "share" = "first",
): readonly AcceptabilityPoint[] {
  const replicateAt = new Uint16Array(options[0].cost.length);
  for (let draw = 0; draw < replicateAt.length; draw++) replicateAt[draw] = replicates.of(draw);
  return willingness.map((worth) => pointOf(options, worth, replicates, replicateAt, ties));
}

function pointOf(
  options: readonly OptionDraws[],
  willingness: number,
  { count: replicates, weights }: Replicates,
  replicateAt: Uint16Array,
  ties: "first" | "share",
): AcceptabilityPoint {
  const zeros = () => options.map(() => new Float64Array(replicates));
  const [sums, wins] = [zeros(), zeros()];
  const draws = new Float64Array(replicates);
  const benefits = new Float64Array(options.length);
  for (let draw = 0; draw < replicateAt.length; draw++) {
    if (Number.isNaN(options[0].cost[draw])) continue;
    const replicate = replicateAt[draw];
    const weight = weights?.[draw] ?? 1;
    draws[replicate] += weight;
    let first = 0;
    let tied = 0;
    for (let k = 0; k < options.length; k++) {
      const benefit = willingness * options[k].effect[draw] - options[k].cost[draw];
      benefits[k] = benefit;
      sums[k][replicate] += weight * benefit;
      if (k === 0 || benefit > benefits[first]) {
        first = k;
        tied = 1;
      } else if (benefit === benefits[first]) tied++;
    }
    if (ties === "first" || tied === 1) wins[first][replicate] += weight;
    else
      for (let k = first; k < options.length; k++)
        if (benefits[k] === benefits[first]) wins[k][replicate] += weight / tied;
  }
  if (weights !== undefined) asEqual(weights, draws, [...sums, ...wins]);
  const total = draws.reduce((sum, n) => sum + n, 0);
  const netBenefit = sums.map((own) =>
    replicateFigure(
      own.reduce((sum, x) => sum + x, 0) / total,
      [...own].map((x, r) => x / draws[r]),
    ),
  );
  const largestOf = (places: readonly number[]) =>
    places.reduce((most, k) => (netBenefit[k].value > netBenefit[most].value ? k : most), places[0]);
  const places = [...options.keys()];
  const best = largestOf(places);
  const others = places.filter((k) => k !== best);
  const next = largestOf(others);
  return {
    willingness,
    netBenefit,
    chanceBest: wins.map((own) => probabilityFigure([...own], [...draws])),
    best,
    ...(others.length === 0
      ? {}
      : {
          ahead: replicateFigure(
            netBenefit[best].value - netBenefit[next].value,
            [...draws].map((own, r) => (sums[best][r] - sums[next][r]) / own),
          ),
        }),
  };
}
