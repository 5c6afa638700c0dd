import { GraphBuilder } from "../../engine/model/builder.ts";
import { inline } from "../../engine/run/inline.ts";
import { type Study, type StudyRequest, studyOf } from "../../engine/sensitivity/study.ts";

/* A model whose answers can be worked out by hand: y = 2a + 3b − 10, and whether y > 0. */

const correlated = [{ between: ["m/a", "m/b"] as const, correlation: 0.8 }];

export function lines(change: Partial<StudyRequest> = {}, together = false): Study {
  const b = new GraphBuilder();
  const [x, z, coin] = ["a", "b", "coin"].map((name) =>
    b.input({ path: `m/${name}`, level: "parameter", suite: "m", unit: "kr" }),
  );
  b.input({ path: "m/unused", level: "parameter", suite: "m", unit: "kr" });
  const y = b.add(b.add(b.multiply(b.constant(2), x), b.multiply(b.constant(3), z)), b.constant(-10));
  const tossed = b.subtract(b.multiply(b.constant(4), coin), b.constant(1));
  b.output({ id: "y", node: y, unit: "kr", kind: "figure", worse: "low" });
  b.output({ id: "positive", node: b.binary("greater", y, b.constant(0)), kind: "test" });
  b.output({ id: "coined", node: b.add(y, tossed), unit: "kr", kind: "mean" });
  b.output({ id: "same", node: b.multiply(x, b.constant(0)), unit: "kr", kind: "mean" });
  b.output({ id: "never", node: b.binary("greater", y, b.constant(1e9)), kind: "test" });
  // No number where a is below 2.
  const root = b.unary("sqrt", b.subtract(x, b.constant(2)));
  b.output({ id: "root", node: root, unit: "kr", kind: "mean" });
  // A curve that turns at b = 2.
  const turned = b.subtract(b.constant(1), b.multiply(b.subtract(z, b.constant(2)), b.subtract(z, b.constant(2))));
  b.output({ id: "turned", node: turned, unit: "kr", kind: "mean" });
  b.output({ id: "return", node: b.divide(x, z), unit: "1", kind: "ratio", numerator: "y", denominator: "y" });
  const graph = b.build();
  return studyOf(
    {
      graph,
      data: {
        parameters: {},
        distributions: {
          "m/a": { family: "normal", parameters: { mean: 3, sd: 0.5 } },
          "m/b": { family: "uniform", parameters: { low: 0, high: 4 } },
          "m/coin": { family: "bernoulli", parameters: { probability: 0.3 } },
          "m/unused": { family: "uniform", parameters: { low: 0, high: 1 } },
        },
        correlations: together ? correlated : [],
      },
      seed: "7",
      design: "sobol",
      draws: 16_384,
      outputs: ["y", "positive"],
      ...change,
    },
    inline(),
  );
}
