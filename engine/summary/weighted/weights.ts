import { blockSize, replicateOf } from "../../design/plan.ts";
import { exp } from "../../numeric/elementary.ts";

/** What each draw of a run weighs. */
export interface Weights {
  /** By draw, the heaviest 1; 0 for draws without an answer. */
  readonly each: Float64Array;
  readonly replicates: number;
  readonly byReplicate: Float64Array;
  readonly total: number;
  /** Draws that have an answer, of weight 0 among them. */
  readonly answered: number;
  /** (Σw)²/Σw²: as many draws that all weigh the same would tell as much (Kish 1965, Survey Sampling, ISBN 978-0-471-10949-5). */
  readonly effective: number;
  /** Of the whole weight: what the heaviest draw has. */
  readonly largestShare: number;
  /** The logarithm of what a weight of 1 stands for. */
  readonly logUnit: number;
}

/** To which replicate a draw belongs. */
export const replicateOfDraw = (draw: number, replicates: number): number =>
  replicateOf(Math.floor(draw / blockSize), replicates);

/**
 * Weights exp(logWeight − reference), the reference being the largest of all: none can pass 1. It is the same in whatever order
 * draws were made.
 *
 * @param logWeights by draw, whole blocks; NaN for draws without an answer
 */
export function weightsFrom(logWeights: Float64Array, replicates: number): Weights {
  let logUnit = Number.NEGATIVE_INFINITY;
  for (const own of logWeights) if (own > logUnit) logUnit = own;
  const each = new Float64Array(logWeights.length);
  const byReplicate = new Float64Array(replicates);
  let answered = 0;
  let squares = 0;
  for (let first = 0; first < each.length; first += blockSize) {
    let sum = 0;
    let sumOfSquares = 0;
    for (let draw = first; draw < first + blockSize; draw++) {
      const own = logWeights[draw];
      if (Number.isNaN(own)) continue;
      answered++;
      const weight = exp(own - logUnit);
      each[draw] = weight;
      sum += weight;
      sumOfSquares += weight * weight;
    }
    byReplicate[replicateOfDraw(first, replicates)] += sum;
    squares += sumOfSquares;
  }
  const total = byReplicate.reduce((sum, own) => sum + own, 0);
  return {
    each,
    replicates,
    byReplicate,
    total,
    answered,
    effective: answered === 0 ? 0 : (total * total) / squares,
    largestShare: answered === 0 ? 0 : 1 / total,
    logUnit,
  };
}

/** Sums of weights by replicate. */
export function weightsByReplicate(weights: Float64Array, replicates: number): Float64Array {
  const sums = new Float64Array(replicates);
  for (let draw = 0; draw < weights.length; draw++) sums[replicateOfDraw(draw, replicates)] += weights[draw];
  return sums;
}

/** Draws of equal weight that a weight of 1 counts as: all together are worth the effective number. */
export const worthOf = ({ effective, total }: Weights): number => (total > 0 ? effective / total : 0);
