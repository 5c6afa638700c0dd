import type { DistributionSpec } from "../distributions/index.ts";
import { applyTransform, transformOf } from "../distributions/index.ts";
import type { GraphNode, ModelData, ModelGraph, NodeId, ScoreMap } from "../model/graph.ts";
import { inputsOf } from "../model/inputsOf.ts";
import { logScale } from "./gaussian.ts";
import { type Prior, priorOf } from "./prior.ts";
import { findProposal, type Proposal } from "./proposal.ts";
import { freshPoints, logDensityOf } from "./target.ts";

export interface PosteriorRequest {
  readonly graph: ModelGraph;
  readonly data: ModelData;
  /** A node without axes: the logarithm of how likely what was observed is in a draw. */
  readonly logLikelihood: NodeId;
  /** What is tried in the search comes from it; not the draws of a run. */
  readonly seed: string;
}

/** A model whose draws, weighted, are those after something was observed. */
export interface Posterior {
  /** With the log-weight, and inputs that are the scores it is made from, behind all others. */
  readonly graph: ModelGraph;
  /** With the map that draws scores from near where the posterior lies. */
  readonly data: ModelData;
  /** Where what was observed and what was believed fit best, by the path of every input that the observations touch. */
  readonly mode: Readonly<Record<string, { readonly score: number; readonly value: number }>>;
  /** How large a share of draws of equal weight a run's draws are worth, as far as the search can tell. */
  readonly effectiveShare: number;
  readonly iterations: number;
}

/** What the inputs that repeat scores are called. */
const own = (path: string): string => `${path}#proposal`;
const before = (path: string): string => `${path}#prior`;
const scaleParameter = "posterior#logScale";
const standardNormal: DistributionSpec = { family: "normal", parameters: { mean: 0, sd: 1 } };

/**
 * Bayes' rule by importance sampling: scores of the inputs that the observations touch are drawn from a normal distribution near
 * their posterior, and each draw weighs likelihood · prior / proposal. Inputs that the observations don't touch, nor correlate
 * with any that they do, keep their draws to the bit. Where the log-likelihood depends on no input, nothing is changed.
 *
 * @throws UtfallError `observedCopula` for inputs with a t copula, `observedImpossible` where no assumptions fit what was observed;
 * RangeError for a model whose scores are mapped already
 */
export function posterior({ graph, data, logLikelihood, seed }: PosteriorRequest): Posterior {
  if (data.scoreMap !== undefined) throw new RangeError("the scores of this model are mapped already");
  const touched = inputsOf(graph, logLikelihood);
  if (touched.length === 0) return { graph, data, mode: {}, effectiveShare: 1, iterations: 0 };
  const prior = priorOf(graph, data, touched);
  const density = logDensityOf(graph, data, logLikelihood, prior);
  const proposal = findProposal(density, freshPoints(seed, touched.length), touched.length);
  const { effectiveShare, iterations } = proposal;
  return {
    graph: weightedGraph(graph, prior, logLikelihood),
    data: drawnNearby(data, prior, proposal),
    mode: modeOf(data, prior, proposal),
    effectiveShare,
    iterations,
  };
}

function modeOf(data: ModelData, { touched, factor }: Prior, { mode }: Proposal): Posterior["mode"] {
  return Object.fromEntries(
    touched.map((path, i) => {
      const score = mode.at.reduce((sum, u, k) => sum + factor[i][k] * u, 0);
      const value = Float64Array.of(score);
      applyTransform(transformOf(data.distributions[path]), value, value, 1);
      return [path, { score, value: value[0] }];
    }),
  );
}

/** z = L·u with u = mean + factor·e for what is touched, and u = e for what only correlates with it. */
function drawnNearby(data: ModelData, { touched, paths, factor }: Prior, { gaussian }: Proposal): ModelData {
  const d = touched.length;
  const scores = (row: readonly number[]): { readonly mean: number; readonly factors: readonly number[] } => ({
    mean: gaussian.mean.reduce((sum, u, k) => sum + row[k] * u, 0),
    factors: paths.map((_, j) => (j < d ? gaussian.factor.reduce((sum, own, k) => sum + row[k] * own[j], 0) : row[j])),
  });
  const rows = [
    ...paths.map((path, i) => ({ path, ...scores(factor[i]) })),
    ...touched.map((path, i) => ({ path: own(path), mean: 0, factors: unit(d, i) })),
    ...touched.map((path, i) => ({ path: before(path), mean: gaussian.mean[i], factors: gaussian.factor[i] })),
  ];
  const scoreMap: ScoreMap = {
    of: rows.map(({ path }) => path),
    mean: rows.map(({ mean }) => mean),
    factor: rows.map(({ factors }) => factors),
  };
  const distributions = { ...data.distributions };
  for (const { path } of rows.slice(paths.length)) distributions[path] = standardNormal;
  return {
    ...data,
    distributions,
    parameters: { ...data.parameters, [scaleParameter]: logScale(gaussian) },
    scoreMap,
  };
}

const unit = (length: number, at: number): readonly number[] => Array.from({ length }, (_, k) => (k === at ? 1 : 0));

/** log-likelihood + log prior − log proposal = log-likelihood + Σ(e² − u²)/2 + ln |det factor|, beside a log-weight that there is. */
function weightedGraph(graph: ModelGraph, { touched }: Prior, logLikelihood: NodeId): ModelGraph {
  const inputs = [...graph.inputs];
  const nodes: GraphNode[] = [...graph.nodes];
  const add = (node: GraphNode): NodeId => nodes.push(node) - 1;
  const sum = (a: NodeId, b: NodeId) => add({ op: "add", a, b });
  const score = (path: string): NodeId =>
    add({ op: "input", input: inputs.push({ path, level: "parameter", suite: "posterior", unit: "" }) - 1 });
  const proposed = touched.map((path) => score(own(path)));
  const prior = touched.map((path) => score(before(path)));
  const gaps = proposed.map((e, k) => {
    const u = prior[k];
    return add({ op: "subtract", a: add({ op: "multiply", a: e, b: e }), b: add({ op: "multiply", a: u, b: u }) });
  });
  const half = add({ op: "constant", value: 0.5 });
  const correction = add({ op: "multiply", a: half, b: gaps.reduce(sum) });
  const scale = add({ op: "parameter", name: scaleParameter, axes: [] });
  const weight = sum(sum(logLikelihood, correction), scale);
  return { ...graph, inputs, nodes, logWeight: graph.logWeight === undefined ? weight : sum(weight, graph.logWeight) };
}
