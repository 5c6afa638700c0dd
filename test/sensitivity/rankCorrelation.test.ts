import fc from "fast-check";
import { sampleCorrelation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import { argsort, ranks } from "../../engine/numeric/ranks.ts";
import { rankCorrelations } from "../../engine/sensitivity/rankCorrelation.ts";
import { countedIn, ranked, spearman } from "../../engine/sensitivity/ranked.ts";
import { planOf } from "../kernel/sameBits.ts";
import { r1 } from "../models/r1.ts";
import { reference } from "../reference.ts";

/** Numbers as whole blocks, and which draws of them count. */
function columnsOf(x: readonly number[], y: readonly number[]) {
  const length = blockSize * Math.ceil(x.length / blockSize);
  const [a, b] = [new Float64Array(length).fill(Number.NaN), new Float64Array(length).fill(Number.NaN)];
  a.set(x);
  b.set(y);
  return { a, b };
}

const pearson = (a: Float64Array, b: Float64Array) => sampleCorrelation([...a], [...b]);

describe("Spearman's correlation", () => {
  for (const known of reference("statistics").cases.filter(({ kind }) => kind === "correlation"))
    test(`${known.id} is SciPy's`, () => {
      const { a, b } = columnsOf(known.x, known.y);
      const { value } = spearman(ranked(a, countedIn(a, 1)), ranked(b, countedIn(a, 1)));
      expect(value).toBeCloseTo(known.spearman, 14);
    });

  test("among all draws and in each replicate is Pearson's of the ranks, ties and failed draws included", () => {
    const replicates = 4;
    const draws = 6 * blockSize;
    const number = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: -2, max: 2, noNaN: true }));
    const seed = fc.array(fc.record({ x: number, y: number, failed: fc.boolean() }), { minLength: 40, maxLength: 90 });
    fc.assert(
      fc.property(seed, (some) => {
        const at = (d: number) => some[(d * d + 7 * d) % some.length];
        const a = Float64Array.from({ length: draws }, (_, d) => (at(d).failed ? Number.NaN : at(d).x + (d % 13)));
        const b = Float64Array.from({ length: draws }, (_, d) => (at(d).failed ? Number.NaN : at(d).y - (d % 7)));
        const { value, byReplicate } = spearman(
          ranked(a, countedIn(a, replicates)),
          ranked(b, countedIn(a, replicates)),
        );
        const of = (column: Float64Array, takes: (block: number) => boolean) =>
          ranks(column.filter((x, d) => !Number.isNaN(x) && takes(Math.floor(d / blockSize))));
        const expected = (takes: (block: number) => boolean) => pearson(of(a, takes), of(b, takes));
        if (some.every(({ failed }) => failed)) return;
        expect(value).toBeCloseTo(
          expected(() => true),
          12,
        );
        byReplicate.forEach((own, r) => {
          expect(own).toBeCloseTo(
            expected((block) => block % replicates === r),
            12,
          );
        });
      }),
      { seed: 5, numRuns: 12 },
    );
  });

  test("is 0 in a replicate that sees no variation", () => {
    const a = Float64Array.from({ length: 2 * blockSize }, (_, d) => (d < blockSize ? 1 : d));
    const b = Float64Array.from({ length: 2 * blockSize }, (_, d) => d);
    const { value, byReplicate } = spearman(ranked(a, countedIn(a, 2)), ranked(b, countedIn(a, 2)));
    expect(byReplicate).toEqual([0, 1]);
    expect(value).toBeGreaterThan(0.9);
  });
});

test("values that differ far behind the point are ordered all the same", () => {
  const column = Float64Array.from({ length: 3000 }, (_, i) => 1 + ((i * 7919) % 3000) * 2 ** -50);
  expect([...argsort(column)].map((i) => column[i])).toEqual([...column].sort((a, b) => a - b));
});

test("inputs are those of the interpreter, whatever kernel runs", () => {
  const { graph, data } = r1();
  const job = { graph, data, plan: planOf() };
  const { inputs } = interpret(graph, data, job.plan);
  const values = graph.inputs.map(() => new Float64Array(job.plan.draws));
  for (let block = 0; block * blockSize < job.plan.draws; block++)
    inputs(
      block,
      values.map((column) => column.subarray(block * blockSize, (block + 1) * blockSize)),
    );
  const columns = new Map(graph.inputs.map(({ path }, i) => [path, values[i]]));
  const found = rankCorrelations({ job, columns, inputs }, [...columns.keys()]);
  for (const { path } of graph.inputs) {
    // Each input is its own surest mark.
    expect(found[path][0]).toMatchObject({ input: path, correlation: { value: 1 } });
  }
});
