import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, NodeId, ScoreCorrelation } from "../../engine/model/graph.ts";
import type { Run } from "../../engine/run/finished.ts";
import { inline } from "../../engine/run/inline.ts";
import { run } from "../../engine/run/run.ts";
import { type Posterior, posterior } from "../../engine/updating/posterior.ts";
import { r1Request } from "../models/r1.ts";

/** Something believed of inputs, and something observed. */
export interface Observed {
  readonly prior: Readonly<Record<string, DistributionSpec>>;
  readonly correlations?: readonly ScoreCorrelation[];
  readonly logLikelihood: (b: GraphBuilder, inputs: Readonly<Record<string, NodeId>>) => NodeId;
}

export interface Revised {
  readonly found: Posterior;
  readonly run: Run;
}

/** A run of 16,384 draws after the observation, each input an output. */
export async function revised(observed: Observed, seed = "7"): Promise<Revised> {
  const { graph, data, logLikelihood } = modelOf(observed);
  const found = posterior({ graph, data, logLikelihood, seed });
  const request = r1Request({ draws: 16_384, design: "sobol", seed });
  const finished = await run(
    { ...request, graph: found.graph, data: found.data, accounts: [], headlines: [] },
    inline(),
  );
  if (finished === undefined) throw new Error("the run was not finished");
  return { found, run: finished };
}

export function modelOf({ prior, correlations = [], logLikelihood }: Observed) {
  const b = new GraphBuilder();
  const inputs = Object.fromEntries(
    Object.keys(prior).map((path) => [path, b.input({ path, level: "parameter", suite: "m", unit: "share" })]),
  );
  for (const [id, node] of Object.entries(inputs)) b.output({ id, node, unit: "share", kind: "figure", worse: "low" });
  const likelihood = logLikelihood(b, inputs);
  const data: ModelData = { parameters: {}, distributions: prior, correlations };
  return { graph: b.build(), data, logLikelihood: likelihood };
}

/** log-likelihood of `hits` among `of`. */
export const binomial = (b: GraphBuilder, p: NodeId, hits: number, of: number): NodeId =>
  b.add(
    b.multiply(b.constant(hits), b.unary("ln", p)),
    b.multiply(b.constant(of - hits), b.unary("ln", b.subtract(b.constant(1), p))),
  );

/** log-likelihood of `count` events where `mean` are expected. */
export const poisson = (b: GraphBuilder, mean: NodeId, count: number): NodeId =>
  b.subtract(b.multiply(b.constant(count), b.unary("ln", mean)), mean);

/** log-likelihood of a value measured with a normal error. */
export function measured(b: GraphBuilder, x: NodeId, value: number, se: number): NodeId {
  const gap = b.divide(b.subtract(b.constant(value), x), b.constant(se));
  return b.multiply(b.constant(-0.5), b.multiply(gap, gap));
}
