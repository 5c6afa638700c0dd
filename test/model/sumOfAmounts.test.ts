import { describe, expect, test } from "vitest";
import { matchedSum } from "../../engine/evidence/compound/matchedSum.ts";
import { momentsOfSum } from "../../engine/evidence/compound/momentsOfSum.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import { sumOfAmounts } from "../../engine/model/sumOfAmounts.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { compiled, differences, type Model, planOf } from "../kernel/sameBits.ts";
import { evaluate } from "./evaluate.ts";

/** The sum of so many amounts at a score, the first of them being given. */
function sumAt(
  number: number,
  score: number,
  { mean, sd, skewness }: { readonly mean: number; readonly sd: number; readonly skewness: number },
  first: readonly number[] = [],
): number {
  const b = new GraphBuilder();
  const given = (name: string) => b.parameter(name);
  const node = sumOfAmounts(b, given("number"), {
    first: first.map((_, k) => given(`x${k}`)),
    score: given("score"),
    mean: given("mean"),
    sd: given("sd"),
    skewness: given("skewness"),
  });
  b.output({ id: "sum", node, unit: "kr", kind: "figure", worse: "low" });
  const parameters = { number, score, mean, sd, skewness, ...Object.fromEntries(first.map((x, k) => [`x${k}`, x])) };
  return evaluate(b.build(), { parameters, distributions: {}, correlations: [] }, {}).sum;
}

describe("amounts beyond those drawn one by one", () => {
  test.each([
    [1, 6.18],
    [3, 2],
    [7, -1.5],
    [40, 0.02],
    [25, 0.006],
    [400, 0.019],
    [12, 40],
  ])("%d of skewness %d lie where the matched family has them", (n, skewness) => {
    const amount = { mean: 10, sd: 4, skewness };
    const moments = momentsOfSum({ kind: "fixed", n }, { mean: 10, variance: 16, third: skewness * 64 });
    const match = matchedSum("shiftedLognormal", moments);
    for (const z of [-4, -2, -0.5, 0, 1, 2.5, 4]) {
      const there = z < 0 ? match.quantile(normalCdf(z)) : match.upperQuantile(normalCdf(-z));
      expect(Math.abs(sumAt(n, z, amount) - there), `z ${z}`).toBeLessThan(3e-6 * Math.sqrt(moments.variance));
    }
  });

  test("one lognormal amount is itself", () => {
    const [meanlog, sdlog] = [1, 0.8];
    const w = Math.exp(sdlog * sdlog);
    const mean = Math.exp(meanlog + (sdlog * sdlog) / 2);
    const amount = { mean, sd: mean * Math.sqrt(w - 1), skewness: (w + 2) * Math.sqrt(w - 1) };
    for (const z of [-4, -1, 0, 0.3, 2, 4]) {
      const exact = Math.exp(meanlog + sdlog * z);
      expect(Math.abs(sumAt(1, z, amount) / exact - 1), `z ${z}`).toBeLessThan(1e-12);
    }
  });
});

test("the first are added as they are, those beyond by the score, and a number below zero turns the sign", () => {
  const amount = { mean: 10, sd: 4, skewness: 0 };
  const first = [3, 50, 7];
  const known = [0, 3, 53, 60, 60 + 10 + 4, 60 + 20 + 4 * Math.SQRT2];
  for (const [n, sum] of known.entries()) {
    expect(sumAt(n, 1, amount, first)).toBeCloseTo(sum, 12);
    expect(sumAt(-n, 1, amount, first)).toBeCloseTo(-sum, 12);
  }
  expect(sumAt(1.5, 1, amount, first)).toBe(53);
  expect(sumAt(1.49, 1, amount, first)).toBe(3);
  expect(sumAt(0.2, 1, { mean: 10, sd: Number.POSITIVE_INFINITY, skewness: 0 }, [])).toBe(0);
});

test("both kernels add up the same", () => {
  const b = new GraphBuilder();
  const input = (path: string) => b.input({ path, level: "chance", suite: "m", unit: "share" });
  const rate = input("m/rate");
  const number = b.poissonCount(input("m/luck"), b.unary("exp", rate));
  const amounts = (count: number, skewness: number) => ({
    first: Array.from({ length: count }, (_, k) => input(`m/x#${k}`)),
    score: input("m/rest"),
    mean: b.constant(3),
    sd: b.constant(2),
    skewness: b.constant(skewness),
  });
  const cases = [
    [0, 4],
    [3, 4],
    [2, -0.5],
    [1, 0.003],
  ] as const;
  for (const [count, skewness] of cases) {
    const node = sumOfAmounts(b, number, amounts(count, skewness));
    b.output({ id: `${count} ${skewness}`, node, unit: "kr", kind: "figure", worse: "low" });
  }
  const graph = b.build();
  const normal = { family: "normal", parameters: { mean: 0, sd: 1 } } as const;
  const distributions = Object.fromEntries(graph.inputs.map(({ path }) => [path, normal]));
  const model: Model = { graph, data: { parameters: {}, distributions, correlations: [] } };
  expect(compiled(model, planOf())).toBeDefined();
  expect(differences(model, planOf(), [0, 17])).toEqual([]);
});
