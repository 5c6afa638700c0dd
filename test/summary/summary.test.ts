import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { argsort, ranks } from "../../engine/numeric/ranks.ts";
import { blockMoments, mergeMoments } from "../../engine/summary/moments.ts";
import { summariseSample } from "../../engine/summary/sample.ts";
import { selectRanks } from "../../engine/summary/select.ts";
import { MomentTree, mergePairwise } from "../../engine/summary/tree.ts";
import { reference } from "../reference.ts";

const statistics = reference("statistics").cases;
const ofKind = (kind: string) => statistics.filter((known) => known.kind === kind);

/** Moments of any list, by the block routine: padded with NaN to a multiple of four, which counts for nothing. */
function momentsOf(values: readonly number[]): Float64Array {
  const padded = Float64Array.from({ length: Math.ceil(values.length / 4) * 4 }, (_, i) => values[i] ?? Number.NaN);
  const into = new Float64Array(3);
  blockMoments(padded, into, 0);
  return into;
}

describe("moments", () => {
  for (const known of ofKind("describe"))
    test(`${known.id}: mean and variance are the exact ones`, () => {
      const [n, mean, m2] = momentsOf(known.data);
      expect(n).toBe(known.n);
      const scale = Math.max(...known.data.map(Math.abs));
      expect(Math.abs(mean - known.mean)).toBeLessThanOrEqual(1e-15 * 4 * scale + 1e-12 * Math.abs(known.mean));
      expect(Math.abs(m2 / (n - 1) - known.varianceSample)).toBeLessThanOrEqual(
        known.relTolTwoPass * known.varianceSample + 1e-300,
      );
    });

  for (const known of ofKind("mergeMoments"))
    test(`${known.id}: merged chunks equal the whole`, () => {
      const merged = known.chunks
        .map(momentsOf)
        .reduce((left: Float64Array, right: Float64Array) => mergeMoments(left, right));
      expect(merged[0]).toBe(known.merged.n);
      expect(merged[1]).toBeCloseTo(known.merged.mean, 12);
      // Chunk means are rounded to doubles: that alone moves m2 by this much.
      const { n, m2 } = known.merged;
      const rounding = 2 ** -52 * Math.max(...known.chunks.flat().map(Math.abs)) * Math.sqrt(m2 * n);
      expect(Math.abs(merged[2] - m2)).toBeLessThanOrEqual(1e-12 * m2 + rounding);
    });

  test("a number that is the same in all draws has exactly that mean and no spread", () => {
    const block = new Float64Array(1024).fill(144_985.123_456_789);
    const [one, other] = [new Float64Array(3), new Float64Array(3)];
    blockMoments(block, one, 0);
    blockMoments(block, other, 0);
    expect([...mergeMoments(one, other)]).toEqual([2048, block[0], 0]);
  });

  test("merging with nothing changes nothing", () => {
    const some = momentsOf([1, 2, 3.5, 9]);
    expect([...mergeMoments(some, new Float64Array(3))]).toEqual([...some]);
    expect([...mergeMoments(new Float64Array(3), some)]).toEqual([...some]);
  });

  test("any cutting and any order of blocks gives the same bits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.array(fc.integer({ min: 1, max: 69 }), { maxLength: 6 }),
        fc.integer(),
        (blocks, cuts, shuffle) => {
          const leaf = (i: number) => momentsOf([Math.sin(i) * 1e6, Math.cos(3 * i), i / 7, 1 / (i + 1)]);
          const whole = new MomentTree(0);
          for (let i = 0; i < blocks; i++) whole.add(0, i, leaf(i));
          const edges = [...new Set([0, blocks, ...cuts.filter((cut) => cut < blocks)])].sort((a, b) => a - b);
          const parts = edges.slice(1).map((to, k) => {
            const tree = new MomentTree(0);
            for (let i = edges[k]; i < to; i++) tree.add(0, i, leaf(i));
            return tree.nodes();
          });
          const joined = new MomentTree(0);
          const rotated = parts.map((_, i) => parts[(((i + shuffle) % parts.length) + parts.length) % parts.length]);
          for (const part of rotated) for (const { level, index, values } of part) joined.add(level, index, values);
          expect([...joined.total()]).toEqual([...whole.total()]);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test("replicates merge pairwise, whatever their number", () => {
    const parts = Array.from({ length: 7 }, (_, i) => momentsOf([i, i + 1, i * i]));
    const all = Array.from({ length: 7 }, (_, i) => [i, i + 1, i * i]).flat();
    const [n, mean, m2] = mergePairwise(parts);
    expect(n).toBe(21);
    expect(mean).toBeCloseTo(momentsOf(all)[1], 12);
    expect(m2).toBeCloseTo(momentsOf(all)[2], 9);
  });
});

describe("order statistics", () => {
  test("selection gives what sorting gives, ties, order and size notwithstanding", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true })), {
          minLength: 1,
          maxLength: 400,
        }),
        fc.array(fc.nat(399), { minLength: 1, maxLength: 12 }),
        (values, wanted) => {
          const asked = [...new Set(wanted.map((rank) => rank % values.length))].sort((a, b) => a - b);
          const sorted = Float64Array.from(values).sort();
          const selected = selectRanks(Float64Array.from(values), asked);
          expect([...selected].map((x) => x + 0)).toEqual(asked.map((rank) => sorted[rank] + 0));
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  test("long runs already sorted, reversed or equal do not slow it to a crawl", () => {
    const n = 200_000;
    for (const make of [(i: number) => i, (i: number) => -i, () => 1, (i: number) => i % 3]) {
      const values = Float64Array.from({ length: n }, (_, i) => make(i));
      const sorted = values.slice().sort();
      expect([...selectRanks(values, [0, 1000, n >> 1, n - 1])]).toEqual(
        [0, 1000, n >> 1, n - 1].map((rank) => sorted[rank]),
      );
    }
  });

  for (const known of ofKind("describe"))
    test(`${known.id}: quantiles are type 7`, () => {
      const { quantiles } = summariseSample(Float64Array.from(known.data), known.p, 0.05, "low");
      const scale = Math.max(...known.data.map(Math.abs));
      quantiles.forEach((q, i) => {
        expect(Math.abs(q - known.quantileType7[i])).toBeLessThanOrEqual(1e-12 * scale);
      });
    });

  for (const known of reference("dominance-risk").cases.filter(({ kind }) => kind === "expectedShortfallSample"))
    test(`${known.id}: tail means count the last value by the fraction left`, () => {
      for (const { alpha, lowerTailMean, upperTailMean } of known.rows) {
        const sample = Float64Array.from(known.sample);
        expect(summariseSample(sample, [0.5], alpha, "low").tailMean).toBeCloseTo(lowerTailMean, 10);
        expect(summariseSample(sample, [0.5], alpha, "high").tailMean).toBeCloseTo(upperTailMean, 10);
      }
    });
});

describe("ranks", () => {
  for (const known of ofKind("correlation"))
    test(`${known.id}: ties share their mean rank`, () => {
      expect([...ranks(Float64Array.from(known.x))]).toEqual(known.ranksX);
      expect([...ranks(Float64Array.from(known.y))]).toEqual(known.ranksY);
    });

  test("the radix order is the order of the numbers, infinities, subnormals and signed zeros included", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 200 }), (values) => {
        const column = Float64Array.from(values);
        const ordered = [...argsort(column)].map((i) => column[i] + 0);
        expect(ordered).toEqual([...column].map((x) => x + 0).sort((a, b) => a - b));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
