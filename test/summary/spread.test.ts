import fc from "fast-check";
import { standardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { percentileLevels } from "../../engine/result/result.ts";
import { RatioSums, whereCostIsPositive } from "../../engine/summary/ratioSums.ts";
import { summariseSample } from "../../engine/summary/sample.ts";
import { Spread } from "../../engine/summary/spread.ts";

/*
 * The three passes against the plain definition: every set of values summarised by itself, with all of it in memory.
 */
const probabilities = percentileLevels.map((level) => level / 100);
const more = [0, 0.001, 0.999, 1];
/** Signed zeros are one value here: which of them a selection meets first is nobody's business. */
const plain = (values: readonly number[]) => values.map((x) => x + 0);

function inPasses(blocks: readonly Float64Array[], replicates: number, tail: "low" | "high") {
  const spread = new Spread(replicates, blocks.length * 1024, { probabilities, more, tailShare: 0.05, tail });
  blocks.forEach((values, b) => {
    spread.count(b % replicates, values);
  });
  const gathered = spread.counted();
  blocks.forEach((values, b) => {
    spread.gather(b % replicates, values);
  });
  spread.gathered();
  blocks.forEach((values, b) => {
    spread.sum(b % replicates, values);
  });
  return { ...spread.finish(), gathered };
}

function compare(blocks: readonly Float64Array[], replicates: number): number {
  let gathered = 0;
  const present = (values: readonly Float64Array[]) =>
    Float64Array.from(values.flatMap((block) => [...block].filter((x) => !Number.isNaN(x))));
  const all = present(blocks);
  const parts = Array.from({ length: replicates }, (_, r) => present(blocks.filter((_, b) => b % replicates === r)));
  for (const tail of ["low", "high"] as const) {
    const found = inPasses(blocks, replicates, tail);
    gathered = found.gathered;
    const check = (values: Float64Array, own: { quantiles: readonly number[]; tailMean: number }) => {
      if (values.length === 0) return;
      const known = summariseSample(values, probabilities, 0.05, tail);
      expect(plain(own.quantiles)).toEqual(plain(known.quantiles));
      expect(own.tailMean + 0).toBe(known.tailMean + 0);
    };
    check(all, found.all);
    found.replicates.forEach((own, r) => {
      check(parts[r], own);
    });
    if (all.length > 0) expect(plain(found.more)).toEqual(plain(summariseSample(all, more, 0.05, tail).quantiles));
    const losses = parts.map((part) => part.filter((x) => x < 0));
    const sum = (values: Float64Array) => values.reduce((total, x) => total + x, 0);
    expect(found.sizes).toEqual(parts.map(({ length }) => length));
    expect(found.above).toEqual(parts.map((part) => part.filter((x) => x > 0).length));
    expect(found.losses.counts).toEqual(losses.map(({ length }) => length));
    expect(found.losses.sums).toEqual(losses.map(sum));
    expect(found.losses.sum).toBe(sum(all.filter((x) => x < 0)));
    const someNone = losses.some(({ length }) => length === 0);
    expect(found.losses.values).toEqual(someNone ? [...all.filter((x) => x < 0)] : []);
  }
  return gathered;
}

/** Values of several kinds: smooth, tied, heavy-tailed, with signed zeros, missing, or anything a double can be. */
const kinds: readonly fc.Arbitrary<(i: number) => number>[] = [
  fc.constant((i) => Math.sin(i * 12.9898) * 1e4),
  fc.integer({ min: -3, max: 3 }).map((c) => () => c / 3),
  fc.integer({ min: 1, max: 40 }).map((n) => (i) => ((i * 7919) % n) - Math.floor(n / 2)),
  fc.double({ min: 0.1, max: 8 }).map((k) => (i) => 1e6 * Math.abs(Math.sin(i * 78.233)) ** -k),
  fc.constant((i) => (i % 5 === 0 ? 0 : i % 7 === 0 ? -0 : Math.cos(i))),
  fc.constant((i) => (i < 16_000 ? i / 1000 : -1e9 - i)),
  fc.integer({ min: 2, max: 50 }).map((n) => (i) => (i % n === 0 ? Number.NaN : Math.sin(i) ** 3)),
  fc
    .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 3000 })
    .map((values) => (i) => values[i % values.length]),
  fc.constant((i) => (i % 2 === 0 ? 1.7e308 : -1.7e308)),
  fc.constant((i) => (i % 3) * 5e-324),
];

describe("percentiles and tails in passes", () => {
  test("the same bits as all values in memory, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.oneof(...kinds),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(4, 32, 256),
        (value, replicates, each, size) => {
          const blocks = Array.from({ length: replicates * each }, (_, b) =>
            Float64Array.from({ length: size }, (_, i) => value(b * size + i)),
          );
          compare(blocks, replicates);
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  test("a replicate without any value takes nothing from the others", () => {
    const blocks = Array.from({ length: 20 }, (_, b) =>
      Float64Array.from({ length: 64 }, (_, i) => (b % 4 === 2 ? Number.NaN : Math.sin(b * 64 + i))),
    );
    compare(blocks, 4);
  });

  test("few values are gathered, none where many are equal", () => {
    const blocks = (value: (i: number) => number) =>
      Array.from({ length: 160 }, (_, b) => Float64Array.from({ length: 1024 }, (_, i) => value(b * 1024 + i)));
    const smooth = compare(
      blocks((i) => Math.sin(i * 12.9898)),
      16,
    );
    expect(smooth).toBeLessThan(0.08 * 163_840);
    expect(
      compare(
        blocks(() => 12.5),
        16,
      ),
    ).toBe(0);
    expect(
      compare(
        blocks((i) => (i * 7919) % 11),
        16,
      ),
    ).toBe(0);
  });
});

test("mean and spread of a quotient are those of its draws, replicate after replicate", () => {
  const replicates = 4;
  const ratio = Array.from({ length: 12 }, (_, b) => Float64Array.from({ length: 64 }, (_, i) => 1 / Math.sin(b + i)));
  const cost = ratio.map((block, b) => block.map((_, i) => ((b + i) % 9 === 0 ? -1 : 2)));
  ratio[3][5] = Number.NaN;
  const values = ratio.map((block, b) => whereCostIsPositive(block, cost[b], new Float64Array(64)));
  const sums = new RatioSums(replicates);
  const parts: number[][] = [];
  for (const pass of ["add", "addSquares"] as const)
    for (let r = 0; r < replicates; r++) {
      parts[r] = [];
      for (let b = r; b < values.length; b += replicates) {
        sums[pass](r, values[b]);
        parts[r].push(...[...values[b]].filter((x) => !Number.isNaN(x)));
      }
    }
  const { counts, means, sds } = sums.finish();
  [...parts, parts.flat()].forEach((part, set) => {
    expect(counts[set]).toBe(part.length);
    expect(means[set]).toBe(part.reduce((sum, x) => sum + x, 0) / part.length);
    expect(sds[set]).toBe(standardDeviation(part));
  });
});
