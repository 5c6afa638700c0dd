import { blockSize } from "../../design/plan.ts";
import { lean, sharesOf } from "./lean.ts";
import { replicateOfDraw, type Weights, worthOf } from "./weights.ts";

/**
 * Count, mean and m2 of each replicate of a weighted column, as replicates of equal weight would have them: merged they give
 * Σwx/Σw and Σw(x − mean)²/Σw. Draws that are NaN are left out.
 */
export function weightedMoments(
  column: Float64Array,
  weights: Weights,
): readonly (readonly [number, number, number])[] {
  const { each, replicates } = weights;
  const own = Array.from({ length: replicates }, () => ({ weight: 0, sum: 0, squares: 0 }));
  let origin = Number.NaN;
  for (let first = 0; first < each.length; first += blockSize) {
    const into = own[replicateOfDraw(first, replicates)];
    let weight = 0;
    let sum = 0;
    for (let draw = first; draw < first + blockSize; draw++) {
      const x = column[draw];
      if (!(each[draw] > 0) || Number.isNaN(x)) continue;
      // Sums are of differences from one of the values, so that a number that never varies has exactly that mean.
      if (Number.isNaN(origin)) origin = x;
      weight += each[draw];
      sum += each[draw] * (x - origin);
    }
    into.weight += weight;
    into.sum += sum;
  }
  const total = own.reduce((sum, part) => sum + part.weight, 0);
  if (total === 0) return own.map(() => [0, 0, 0]);
  const mean = origin + own.reduce((sum, part) => sum + part.sum, 0) / total;
  for (let first = 0; first < each.length; first += blockSize) {
    let squares = 0;
    for (let draw = first; draw < first + blockSize; draw++) {
      const gap = column[draw] - mean;
      if (each[draw] > 0 && !Number.isNaN(gap)) squares += each[draw] * gap * gap;
    }
    own[replicateOfDraw(first, replicates)].squares += squares;
  }
  const variance = own.reduce((sum, part) => sum + part.squares, 0) / total;
  const shares = sharesOf(own.map(({ weight }) => weight));
  const count = (worthOf(weights) * total) / replicates;
  return own.map(({ weight, sum, squares }, r) => {
    const leaned = lean(mean, origin + sum / weight, shares[r]);
    const around = lean(variance, squares / weight, shares[r]);
    return [count, leaned, count * Math.max(0, around - (leaned - mean) * (leaned - mean))];
  });
}
