import { impossible } from "../../issues.ts";
import { exactSum } from "../../numeric/exactSum.ts";

/** Values with weights, sorted; those of weight zero left out. */
export interface WeightedSample {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  /** Sum of the weights up to and with each value. */
  readonly cumulative: readonly number[];
  readonly total: number;
  readonly mean: number;
  /** Σw(x − mean)²/Σw. */
  readonly variancePopulation: number;
  /** Σw(x − mean)²/(Σw − 1): for weights that count how often a value came. */
  readonly varianceOfCounts: number;
  /** Σw(x − mean)²/(Σw − Σw²/Σw): without bias for weights that say how sure a value is. */
  readonly varianceOfReliabilities: number;
  /** (Σw)²/Σw²: as many equally weighted values would tell as much (Kish 1965). */
  readonly effectiveSize: number;
}

/** @throws UtfallError `evidenceRule` where weights are negative or all zero, or lengths differ */
export function weightedSample(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSample {
  if (values.length !== weights.length)
    throw impossible("sample", "n = weights", { n: values.length, weights: weights.length });
  const order = Array.from(values, (_, i) => i)
    .filter((i) => weights[i] !== 0)
    .sort((i, j) => values[i] - values[j]);
  const x = order.map((i) => values[i]);
  const w = order.map((i) => weights[i]);
  const negative = w.find((weight) => !(weight > 0));
  if (negative !== undefined) throw impossible("sample", "weight ≥ 0", { weight: negative });
  if (x.length === 0) throw impossible("sample", "Σ weight > 0", { n: 0 });
  const total = exactSum(w);
  const mean = exactSum(x.map((value, i) => value * w[i])) / total;
  const squares = exactSum(x.map((value, i) => w[i] * (value - mean) * (value - mean)));
  const squaredWeights = exactSum(w.map((weight) => weight * weight));
  let reached = 0;
  return {
    values: x,
    weights: w,
    cumulative: w.map((weight) => {
      reached += weight;
      return reached;
    }),
    total,
    mean,
    variancePopulation: squares / total,
    varianceOfCounts: squares / (total - 1),
    varianceOfReliabilities: squares / (total - squaredWeights / total),
    effectiveSize: (total * total) / squaredWeights,
  };
}

/** Smallest value whose cumulative weight reaches p of the total. */
export function weightedQuantile({ values, cumulative, total }: WeightedSample, p: number): number {
  const i = cumulative.findIndex((reached) => reached >= p * total * (1 - 1e-15));
  return values[i < 0 ? values.length - 1 : i];
}

/** Straight lines through the middles of the weights: ((cumulative − weight/2)/total, value), flat outside. */
export function weightedMidpointQuantile({ values, weights, cumulative, total }: WeightedSample, p: number): number {
  const middle = (i: number) => (cumulative[i] - weights[i] / 2) / total;
  const last = values.length - 1;
  if (p <= middle(0)) return values[0];
  for (let i = 1; i <= last; i++) {
    if (p > middle(i)) continue;
    const share = (p - middle(i - 1)) / (middle(i) - middle(i - 1));
    return values[i - 1] + share * (values[i] - values[i - 1]);
  }
  return values[last];
}

/** Type 7 of the data in which every value stands as often as its weight says, without writing them out; whole weights only. */
export function countedQuantile(sample: WeightedSample, p: number): number {
  const { values, cumulative, total } = sample;
  const along = (total - 1) * p;
  const below = Math.floor(along + 1e-12);
  const at = (position: number): number => values[cumulative.findIndex((reached) => reached > position)];
  const share = Math.max(0, along - below);
  const low = at(Math.min(below, total - 1));
  return share === 0 ? low : low + share * (at(Math.min(below + 1, total - 1)) - low);
}
