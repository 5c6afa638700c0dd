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
  return willingness.map((worth) => pointOf(options, worth, replicates, ties));
}

function pointOf(
  options: readonly OptionDraws[],
  willingness: number,
  { count, of, weights }: Replicates,
  ties: "first" | "share",
): AcceptabilityPoint {
  const zeros = () => options.map(() => new Float64Array(count));
  const [sums, wins] = [zeros(), zeros()];
  const draws = new Float64Array(count);
  const benefits = new Float64Array(options.length);
  for (let draw = 0; draw < options[0].cost.length; draw++) {
    if (Number.isNaN(options[0].cost[draw])) continue;
    const replicate = of(draw);
    const weight = weights?.[draw] ?? 1;
    draws[replicate] += weight;
    options.forEach(({ cost, effect }, k) => {
      benefits[k] = willingness * effect[draw] - cost[draw];
      sums[k][replicate] += weight * benefits[k];
    });
    const largest = benefits.reduce((most, own) => Math.max(most, own));
    if (ties === "first") wins[benefits.indexOf(largest)][replicate] += weight;
    else {
      const tied = benefits.reduce((n, own) => n + (own === largest ? 1 : 0), 0);
      options.forEach((_, k) => {
        if (benefits[k] === largest) wins[k][replicate] += weight / tied;
      });
    }
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
