import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph, NodeId, ScoreCorrelation, TCopula } from "../../engine/model/graph.ts";

/*
 * Functions on which methods of sensitivity analysis are tried, as graphs with one output, `y`, and inputs `x1`, `x2` … Their
 * indices are known, see the reference file `sensitivity-analytic`.
 */
export interface TestFunction {
  readonly graph: ModelGraph;
  readonly data: ModelData;
}

export function testFunction(
  inputs: readonly DistributionSpec[],
  make: (b: GraphBuilder, x: readonly NodeId[]) => NodeId,
  correlations: readonly ScoreCorrelation[] = [],
  copulas?: readonly TCopula[],
): TestFunction {
  const b = new GraphBuilder();
  const paths = inputs.map((_, i) => `x${i + 1}`);
  const x = paths.map((path) => b.input({ path, level: "parameter", suite: "x", unit: "" }));
  b.output({ id: "y", node: make(b, x), unit: "", kind: "figure", worse: "low" });
  return {
    graph: b.build(),
    data: {
      parameters: {},
      distributions: Object.fromEntries(paths.map((path, i) => [path, inputs[i]])),
      correlations,
      ...(copulas === undefined ? {} : { copulas }),
    },
  };
}

const uniform = (low: number, high: number): DistributionSpec => ({
  family: "uniform",
  parameters: { low, high },
});

export const normal = (mean: number, sd: number): DistributionSpec => ({ family: "normal", parameters: { mean, sd } });

/** sin x on [−π, π] to rounding: graphs have no sine, so it is the series. */
function sine(b: GraphBuilder, x: NodeId): NodeId {
  const square = b.multiply(x, x);
  let sum = b.constant(1);
  for (let k = 27; k >= 3; k -= 2)
    sum = b.subtract(b.constant(1), b.multiply(sum, b.divide(square, b.constant(k * (k - 1)))));
  return b.multiply(x, sum);
}

/** sin x1 + 7·sin² x2 + 0.1·x3⁴·sin x1. Ishigami & Homma (1990). */
export function ishigami(): TestFunction {
  return testFunction(Array(3).fill(uniform(-Math.PI, Math.PI)), (b, [x1, x2, x3]) => {
    const [s1, s2] = [sine(b, x1), sine(b, x2)];
    const fourth = b.product([x3, x3, x3, x3]);
    return b.sum([s1, b.product([b.constant(7), s2, s2]), b.product([b.constant(0.1), fourth, s1])]);
  });
}

/** Π (|4·x_i − 2| + a_i) / (1 + a_i). Sobol' (1998). */
export function gFunction(a: readonly number[]): TestFunction {
  return testFunction(
    a.map(() => uniform(0, 1)),
    (b, x) =>
      b.product(
        a.map((own, i) => {
          const bent = b.unary("abs", b.subtract(b.multiply(b.constant(4), x[i]), b.constant(2)));
          return b.divide(b.add(bent, b.constant(own)), b.constant(1 + own));
        }),
      ),
  );
}

/** Σ beta_i · x_i, x being jointly normal. */
export function linear(
  beta: readonly number[],
  means: readonly number[],
  covariance: readonly (readonly number[])[],
  copulas?: readonly TCopula[],
): TestFunction {
  const correlations: ScoreCorrelation[] = [];
  covariance.forEach((row, i) => {
    for (let j = 0; j < i; j++)
      if (row[j] !== 0) {
        const correlation = row[j] / Math.sqrt(row[i] * covariance[j][j]);
        correlations.push({ between: [`x${j + 1}`, `x${i + 1}`], correlation });
      }
  });
  return testFunction(
    means.map((mean, i) => normal(mean, Math.sqrt(covariance[i][i]))),
    (b, x) => b.sum(beta.map((own, i) => b.multiply(b.constant(own), x[i]))),
    correlations,
    copulas,
  );
}
