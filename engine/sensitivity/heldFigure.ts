import { blockSize, replicateOf } from "../design/plan.ts";
import type { Figure } from "../result/estimate.ts";
import { anyNumber, probabilityFigure, replicateFigure } from "../result/figure.ts";
import { meanOf } from "./held.ts";

/** The mean of a column, or of a chance its probability, with its error; undefined where no draw has an answer. */
export function heldFigure(column: Float64Array, replicates: number, kind: "number" | "chance"): Figure | undefined {
  const mean = meanOf(column, replicates);
  if (mean === undefined) return undefined;
  if (kind === "number") return replicateFigure(mean.value, mean.byReplicate, anyNumber);
  const hits = new Array<number>(replicates).fill(0);
  const counts = new Array<number>(replicates).fill(0);
  column.forEach((own, draw) => {
    if (Number.isNaN(own)) return;
    const r = replicateOf(Math.floor(draw / blockSize), replicates);
    counts[r]++;
    hits[r] += own;
  });
  // A replicate without any answer has no probability of its own.
  return probabilityFigure(
    hits.filter((_, r) => counts[r] > 0),
    counts.filter((own) => own > 0),
  );
}
