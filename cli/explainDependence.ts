import { attainableSpearman, marginOf } from "../engine/dependence/attainable.ts";
import { tailDependence } from "../engine/dependence/copula.ts";
import { spearmanOfScores } from "../engine/dependence/rankCorrelation.ts";
import { sampleCorrelations } from "../engine/dependence/sampleCorrelations.ts";
import { spearmanOfT } from "../engine/dependence/spearmanOfT.ts";
import { blockSize, roundDraws } from "../engine/design/plan.ts";
import { interpret } from "../engine/kernel/interpret.ts";
import { ranks } from "../engine/numeric/ranks.ts";
import type { Text } from "../engine/result/about.ts";
import type { ExplainedPair, Explanation } from "../report/explain/explanation.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import { compile } from "../scenarios/compile/index.ts";

/** Those of a run that is not told otherwise. */
const draws = 65_536;

/** What an input moves together with: asked for, drawn and possible. */
export function explainDependence(
  scenario: CheckedScenario,
  input: number,
  titleOf: (place: string) => Text,
): Explanation["dependence"] {
  const { inputs, correlations, copulas } = scenario;
  const own = inputs[input];
  const copula = copulas.find(({ of }) => of.includes(own.path));
  const scores = new Map(copula?.of.map((path) => [path, 0]));
  for (const { between, correlation } of correlations)
    if (between.includes(own.path) && (correlation !== 0 || copula !== undefined))
      scores.set(between[0] === own.path ? between[1] : between[0], correlation);
  scores.delete(own.path);
  if (scores.size === 0) return undefined;
  const others = inputs.flatMap(({ path }, index) => (scores.has(path) ? [index] : []));
  const achieved = drawnSpearman(scenario, input, others);
  const ownMargin = marginOf(own.distribution);
  const pairs = others.map((other, k): ExplainedPair => {
    const { path, place, distribution } = inputs[other];
    const margin = marginOf(distribution);
    const score = scores.get(path)!;
    const isDiscrete = margin !== "continuous" || ownMargin !== "continuous";
    return {
      place,
      title: titleOf(place),
      wanted: copula === undefined ? spearmanOfScores(score) : spearmanOfT(score, copula.degreesOfFreedom),
      achieved: achieved[k],
      ...(isDiscrete ? { attainable: attainableSpearman(ownMargin, margin) } : {}),
      ...(copula === undefined
        ? {}
        : { extremesMeet: tailDependence({ kind: "t", degreesOfFreedom: copula.degreesOfFreedom }, score) }),
    };
  });
  return { ...(copula === undefined ? {} : { degreesOfFreedom: copula.degreesOfFreedom }), with: pairs };
}

type Drawing = ReturnType<typeof drawing>;
const drawings = new WeakMap<CheckedScenario, Drawing>();

/** The inputs' draws of a run with nothing said. */
function drawing(scenario: CheckedScenario) {
  const { graph, data } = compile(scenario);
  const plan = { seed: "1", design: "sobol", ...roundDraws("sobol", draws), sources: {} } as const;
  return { inputs: graph.inputs, plan, kernel: interpret(graph, data, plan) };
}

/** The same for all that is asked of one scenario: to lower it takes longer than to draw. */
function drawingOf(scenario: CheckedScenario): Drawing {
  const known = drawings.get(scenario) ?? drawing(scenario);
  drawings.set(scenario, known);
  return known;
}

/** Spearman's correlations of an input with others, in those draws. */
function drawnSpearman(scenario: CheckedScenario, input: number, others: readonly number[]): readonly number[] {
  const { inputs, plan, kernel } = drawingOf(scenario);
  const columns = inputs.map(() => new Float64Array(blockSize));
  const kept = [input, ...others].map((index) => {
    const path = scenario.inputs[index].path;
    const at = inputs.findIndex((declared) => declared.path === path);
    return { from: columns[at], all: new Float64Array(plan.draws) };
  });
  for (let block = 0; block < plan.draws / blockSize; block++) {
    kernel.inputs(block, columns);
    for (const { from, all } of kept) all.set(from, block * blockSize);
  }
  return sampleCorrelations(kept.map(({ all }) => ranks(all)))[0].slice(1);
}
