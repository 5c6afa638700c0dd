import { scoreSource } from "../design/draws.ts";
import { blockSize, type Plan } from "../design/plan.ts";
import { applyTransform, transformOf } from "../distributions/index.ts";
import { interpret } from "../kernel/interpret.ts";
import type { ModelData, ModelGraph, NodeId } from "../model/graph.ts";
import type { Prior } from "./prior.ts";

/** Points in the space of independent scores u, one column per dimension. */
export type Points = readonly Float64Array[];

/**
 * How well points fit both what was believed before and what was observed: −|u|²/2 + log-likelihood, −∞ where that has no value.
 * A column as long as those of the points.
 */
export type LogDensity = (points: Points) => Float64Array;

/** The log-density of a posterior, made by the interpreter, which takes 1,024 points at a time. */
export function logDensityOf(graph: ModelGraph, data: ModelData, logLikelihood: NodeId, prior: Prior): LogDensity {
  const { touched, factor } = prior;
  const { logWeight: _, ...shape } = graph;
  const { scoreMap: __, ...numbers } = data;
  const output = { id: "logLikelihood", node: logLikelihood, unit: "", kind: "mean" } as const;
  const alone: ModelGraph = { ...shape, outputs: [output] };
  const plan: Plan = { seed: "", design: "plain", draws: blockSize, replicates: 1, sources: {} };
  const model = interpret(alone, numbers, plan);
  const places = touched.map((path) => graph.inputs.findIndex((input) => input.path === path));
  const transforms = touched.map((path) => transformOf(data.distributions[path]));
  const values = graph.inputs.map(() => new Float64Array(blockSize));
  const found = new Float64Array(blockSize);
  return (points) => {
    const count = points[0].length;
    const result = new Float64Array(count);
    for (let first = 0; first < count; first += blockSize) {
      const here = Math.min(blockSize, count - first);
      places.forEach((place, i) => {
        const column = values[place];
        for (let j = 0; j < blockSize; j++) {
          const at = first + Math.min(j, here - 1);
          let score = 0;
          for (let k = 0; k <= i; k++) score += factor[i][k] * points[k][at];
          column[j] = score;
        }
        applyTransform(transforms[i], column, column, blockSize);
      });
      model.evaluate(values, [found]);
      for (let j = 0; j < here; j++) {
        let squares = 0;
        for (const column of points) squares += column[first + j] * column[first + j];
        const density = found[j] - squares / 2;
        result[first + j] = Number.isNaN(density) ? Number.NEGATIVE_INFINITY : density;
      }
    }
    return result;
  };
}

/** Independent standard normal scores, ever new ones each time they are asked for: evenly spread points. */
export type FreshPoints = (blocks: number) => Points;

const replicates = 64;

export function freshPoints(seed: string, dimensions: number): FreshPoints {
  const inputs = Array.from({ length: dimensions }, (_, k) => ({ path: `posterior#${k}`, suite: "posterior" }));
  const plan: Plan = { seed, design: "sobol", draws: replicates * blockSize, replicates, sources: {} };
  const source = scoreSource(plan, inputs);
  let next = 0;
  return (blocks) => {
    const points = inputs.map(() => new Float64Array(blocks * blockSize));
    for (let block = 0; block < blocks; block++, next++)
      points.forEach((column, k) => {
        source.fill(k, next, column.subarray(block * blockSize, (block + 1) * blockSize));
      });
    return points;
  };
}
