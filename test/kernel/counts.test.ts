import { expect, test } from "vitest";
import { GraphBuilder } from "../../engine/model/builder.ts";
import { compiled, differences, type Model, planOf } from "./sameBits.ts";

const normal = { family: "normal", parameters: { mean: 0, sd: 1 } } as const;

/** Counts whose size and probability are drawn, too: NaN, sizes of 0, probabilities of 0 and 1 among them. */
function binomials(spread: number): Model {
  const b = new GraphBuilder();
  const input = (path: string) => b.input({ path, level: "chance", suite: "m", unit: "share" });
  const [score, size, chance] = ["m/score", "m/size", "m/chance"].map(input);
  const sizes = b.unary("floor", b.multiply(b.unary("exp", b.multiply(size, b.constant(spread))), b.constant(20)));
  const probability = b.min(
    b.constant(1),
    b.max(b.constant(0), b.multiply(b.constant(0.2), b.add(chance, b.constant(1)))),
  );
  const figure = (id: string, node: number) => b.output({ id, node, unit: "case", kind: "figure", worse: "low" });
  figure("both", b.binomialCount(score, sizes, probability));
  figure("far", b.binomialCount(b.multiply(score, b.constant(3)), sizes, probability));
  figure("size", b.binomialCount(score, sizes, b.constant(0.2)));
  figure("probability", b.binomialCount(score, b.constant(300), probability));
  figure("score", b.binomialCount(score, b.constant(20), b.constant(0.35)));
  figure("wrong", b.binomialCount(score, sizes, b.multiply(chance, b.constant(0.5))));
  figure("rare", b.binomialCount(score, sizes, b.unary("exp", b.multiply(chance, b.constant(8)))));
  figure("events", b.poissonCount(score, b.multiply(sizes, b.constant(0.3))));
  figure("of 3", b.poissonCount(score, b.constant(3)));
  const dispersion = b.unary("exp", b.multiply(size, b.constant(1.5)));
  figure("clustered", b.negativeBinomialCount(score, b.multiply(sizes, b.constant(0.3)), dispersion));
  figure("clustered a little", b.negativeBinomialCount(score, sizes, b.constant(0.02)));
  figure("wrongly clustered", b.negativeBinomialCount(score, b.constant(30), chance));
  figure("wrong events", b.poissonCount(b.multiply(score, b.constant(3)), b.multiply(chance, b.constant(30))));
  return {
    graph: b.build(),
    data: {
      parameters: {},
      distributions: { "m/score": normal, "m/size": normal, "m/chance": normal },
      correlations: [],
    },
  };
}

test.each([0.5, 1.5, 4])("both kernels draw the same counts, sizes spread by e^%d", (spread) => {
  expect(differences(binomials(spread), planOf(), [0, 17])).toEqual([]);
});

/** People who stay from year to year: as many as stayed are asked again, each year with a score of its own. */
function cohort(years: number): Model {
  const b = new GraphBuilder();
  b.axis("period", years);
  const scores = Array.from({ length: years }, (_, year) =>
    b.input({ path: `m/stays#${year}`, level: "chance", suite: "chance", unit: "share" }),
  );
  const chance = b.input({ path: "m/stay", level: "parameter", suite: "m", unit: "share" });
  const stay = b.max(b.constant(0), b.min(b.constant(1), b.add(b.constant(0.8), b.multiply(b.constant(0.1), chance))));
  const left = b.scan("period", [b.stack("period", scores), stay], [b.constant(200)], (body) => {
    const stayed = body.binomialCount(body.operand(0), body.state(0), body.operand(1));
    return { next: [stayed], emit: stayed };
  });
  const apart = b.binomialCount(b.stack("period", scores), b.constant(30), stay);
  for (const [id, node] of Object.entries({ left, apart }))
    b.output({ id, node: b.reduce("add", "period", node), unit: "people", kind: "figure", worse: "low" });
  return {
    graph: b.build(),
    data: {
      parameters: {},
      distributions: Object.fromEntries(b.build().inputs.map(({ path }) => [path, normal])),
      correlations: [],
    },
  };
}

test.each(["straight", "loops"] as const)("counts along an axis and in the body of a scan, %s", (form) => {
  const model = cohort(6);
  expect(differences(model, planOf(), [0, 3], compiled(model, planOf(), { form }))).toEqual([]);
});
