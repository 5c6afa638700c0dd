import type { Figure, OutputSummary } from "../engine/result/result.ts";

/** The one figure that speaks for an output, with its name in the result: a mean, the ratio of means, or the rate. */
export function centreOf(output: OutputSummary | undefined): readonly [string, Figure | undefined] {
  if (output?.kind === "ratio") return ["ratioOfMeans", output.ratioOfMeans];
  if (output?.kind === "rate") return ["ofMeanFlows", output.ofMeanFlows];
  return ["mean", output?.mean];
}
