import { blockSize, replicateOf } from "../design/plan.ts";
import { binomialInterval } from "../numeric/binomialInterval.ts";
import type { Figure } from "../result/estimate.ts";
import { anyNumber, errorIsOfReplicates, replicateFigure, resolution } from "../result/figure.ts";
import { meanOf } from "./held.ts";

/**
 * How much the mean of one column is above that of another, over the draws that both answer. Both being of the same draws, what
 * they have in common is not noise: the error is that of the difference. Undefined where no draw has both answers.
 *
 * @param kind of a chance, columns are 0 and 1
 */
export function contrast(
  from: Float64Array,
  to: Float64Array,
  replicates: number,
  kind: "number" | "chance",
): Figure | undefined {
  const difference = to.map((own, draw) => own - from[draw]);
  const mean = meanOf(difference, replicates);
  if (mean === undefined) return undefined;
  if (kind === "number") return replicateFigure(mean.value, mean.byReplicate, anyNumber);
  const gained = new Array<number>(replicates).fill(0);
  const lost = new Array<number>(replicates).fill(0);
  difference.forEach((own, draw) => {
    const r = replicateOf(Math.floor(draw / blockSize), replicates);
    if (own > 0) gained[r]++;
    else if (own < 0) lost[r]++;
  });
  const n = mean.answered;
  const moved = gained.map((own, r) => own + lost[r]);
  if (errorIsOfReplicates(moved, n))
    return replicateFigure(mean.value, mean.byReplicate, { low: -1, high: 1 }, resolution(n / replicates, replicates));
  // Few draws change sides: the replicates say too little, and each direction has its exact interval.
  const [up, down] = [gained, lost].map((own) => own.reduce((sum, count) => sum + count, 0));
  const [upLow, upHigh] = binomialInterval(up, n, 0.95);
  const [downLow, downHigh] = binomialInterval(down, n, 0.95);
  return {
    value: mean.value,
    se: Math.sqrt(Math.max(0, (up + down) / n - mean.value * mean.value) / n),
    low: upLow - downHigh,
    high: upHigh - downLow,
  };
}
