import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { percentileLevels } from "../../engine/result/result.ts";
import { binOf, binScale, fewestBins, lowerEdge } from "../../engine/summary/bins.ts";
import { signWidth } from "../../engine/summary/blockSums.ts";
import { columnSums } from "../../engine/summary/columnSums.ts";
import type { GatheredPart } from "../../engine/summary/partial.ts";
import { summariseSample } from "../../engine/summary/sample.ts";
import { runsInOrder, SpreadSelection, type SpreadSummary } from "../../engine/summary/spread.ts";
import { GatheredRuns, SpreadRows } from "../../engine/summary/spreadRows.ts";
import { SpreadStore } from "../../engine/summary/spreadStore.ts";
import type { Wanted } from "../../engine/summary/wantedRanks.ts";

/* Counting, gathering and choosing against the plain definition: every set of values summarised by itself, all of it in memory. */

const probabilities = percentileLevels.map((level) => level / 100);
/** Signed zeros are one value here: which of them a selection meets first is nobody's business. */
const plain = (values: readonly number[]) => values.map((x) => x + 0);

/** Blocks summed up as a run does: some first, the others by marks made from them, in two tasks that come in the wrong order. */
function summed(
  blocks: readonly Float64Array[],
  replicates: number,
  wanted: Wanted,
  budget: number,
  bins = fewestBins,
) {
  const first = Math.min(blocks.length, 2 * replicates);
  const joined = Float64Array.from(blocks.slice(0, first).flatMap((block) => [...block]));
  const store = new SpreadStore([{ ...wanted, extremes: true }], replicates, [joined], bins);
  const numbers = Array.from({ length: first }, (_, b) => b);
  store.addColumns([joined], numbers, () =>
    store.mark(blocks.length * blockSize, blocks.length * blockSize, replicates, 3, budget),
  );
  const byReplicate = (from: number) =>
    Array.from(blocks.keys())
      .filter((b) => b >= from)
      .sort((a, b) => (a % replicates) - (b % replicates) || a - b);
  const rest = byReplicate(first);
  const cut = Math.floor(rest.length / 2);
  const parts = [rest.slice(0, cut), rest.slice(cut)].map((own) => {
    const view = new Float64Array(blockSize);
    const sums = columnSums([view]);
    const rows = new SpreadRows(store.settings, [0], sums);
    const signs = new Float64Array(signWidth);
    for (const b of own) {
      view.set(blocks[b]);
      rows.begin(b % replicates, Math.floor(b / replicates));
      sums.signs(0, signs);
      rows.addSigns(0, signs);
      rows.add(0, view, false);
    }
    return rows.finish();
  });
  for (const part of parts.toReversed()) store.add(part);
  const state = store.state(blocks.length * blockSize, false);
  const selection = new SpreadSelection(state.spread(0, replicates), wanted);
  const covered = state.covered(0);
  const whole = selection.needed(true).every((needed, bin) => needed === 0 || covered[bin] !== 0);

  const again = (): SpreadSummary => {
    const view = new Float64Array(blockSize);
    const marked = selection.needed(false);
    const setting = { kept: 0, scale: state.scales[0], marked, tail: wanted.tail, beyond: selection.beyond };
    const runs = new GatheredRuns(setting, 0, columnSums([view]));
    for (const b of byReplicate(0)) {
      view.set(blocks[b]);
      runs.add(b % replicates, Math.floor(b / replicates), view, false);
    }
    const { runs: found, tails }: GatheredPart = runs.finish();
    return selection.finish(runsInOrder(found, replicates, replicates), tails);
  };
  return { once: whole ? () => selection.finish(state.gathered(0, replicates)) : undefined, again, state };
}

/** @returns the share of values gathered at once; undefined where draws had to be made again */
function compare(blocks: readonly Float64Array[], replicates: number, tail: "low" | "high"): number | undefined {
  const wanted: Wanted = { probabilities, tailShare: 0.05, tail };
  const present = (values: readonly Float64Array[]) =>
    Float64Array.from(values.flatMap((block) => [...block].filter((x) => !Number.isNaN(x))));
  const all = present(blocks);
  const parts = Array.from({ length: replicates }, (_, r) => present(blocks.filter((_, b) => b % replicates === r)));
  const { once, state } = summed(blocks, replicates, wanted, Number.POSITIVE_INFINITY);
  const gathered = [...state.gathered(0, replicates)].reduce((sum, { values }) => sum + values.length, 0);
  const atOnce = once?.();
  const { again, once: never } = summed(blocks, replicates, wanted, -1);
  const madeAgain = again();
  if (atOnce !== undefined) expect(atOnce).toEqual(madeAgain);
  if (never !== undefined) expect(never()).toEqual(madeAgain);
  const finer = summed(blocks, replicates, wanted, Number.POSITIVE_INFINITY, 4 * fewestBins);
  expect((finer.once ?? finer.again)()).toEqual(madeAgain);
  const found = madeAgain;
  expect(found.sizes).toEqual(parts.map(({ length }) => length));
  expect(found.below).toEqual(parts.map((part) => part.filter((x) => x < 0).length));
  expect(found.above).toEqual(parts.map((part) => part.filter((x) => x > 0).length));
  if (all.length === 0) return gathered;
  const known = summariseSample(all, probabilities, 0.05, tail);
  expect(plain(found.all.quantiles)).toEqual(plain(known.quantiles));
  expect(plain(found.all.spacings)).toEqual(plain(known.spacings));
  const size = all.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (size < 1e300) expect(Math.abs(found.all.tailMean - known.tailMean)).toBeLessThanOrEqual(1e-13 * size + 1e-320);
  parts.forEach((part, r) => {
    if (part.length === 0) return;
    const own = summariseSample(part, probabilities, 0.05, tail);
    expect(plain(found.replicates[r].quantiles)).toEqual(plain(own.quantiles));
    expect(plain(found.replicates[r].spacings)).toEqual(plain(own.spacings));
  });
  // Replicates' tail means take the edge of all draws: weighted by their sizes they add up to that of all.
  const mean = found.replicates.reduce((sum, { tailMean }, r) => sum + tailMean * (parts[r].length / all.length), 0);
  const even = parts.every((part) => part.length * 0.05 >= 1);
  if (even && size < 1e300) expect(Math.abs(mean - found.all.tailMean)).toBeLessThanOrEqual(1e-12 * size + 1e-320);
  return atOnce === undefined ? undefined : gathered / all.length;
}

/** Values of several kinds: smooth, tied, heavy-tailed, with signed zeros, missing, or anything a double can be. */
const kinds: readonly fc.Arbitrary<(i: number) => number>[] = [
  fc.constant((i) => Math.sin(i * 12.9898) * 1e4),
  fc.integer({ min: -3, max: 3 }).map((c) => () => c / 3),
  fc.integer({ min: 1, max: 40 }).map((n) => (i) => ((i * 7919) % n) - Math.floor(n / 2)),
  fc.double({ min: 0.1, max: 8 }).map((k) => (i) => 1e6 * Math.abs(Math.sin(i * 78.233)) ** -k),
  fc.constant((i) => (i % 5 === 0 ? 0 : i % 7 === 0 ? -0 : Math.cos(i))),
  fc.constant((i) => (i % 5 < 3 ? 0 : Math.cos(i))),
  fc.constant((i) => (i < 3000 ? i / 1000 : -1e9 - i)),
  fc.integer({ min: 2, max: 50 }).map((n) => (i) => (i % n === 0 ? Number.NaN : Math.sin(i) ** 3)),
  fc
    .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 3000 })
    .map((values) => (i) => values[i % values.length]),
  fc.constant((i) => (i % 2 === 0 ? 1.7e308 : -1.7e308)),
  fc.constant((i) => (i % 3) * 5e-324),
];

describe("percentiles and tails without sorting", () => {
  test("the same as all values in memory, whatever they are, gathered at once or made again", () => {
    fc.assert(
      fc.property(
        fc.oneof(...kinds),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom("low", "high"),
        (value, replicates, each, tail) => {
          const blocks = Array.from({ length: replicates * each }, (_, b) =>
            Float64Array.from({ length: blockSize }, (_, i) => value(b * blockSize + i)),
          );
          compare(blocks, replicates, tail);
        },
      ),
      { seed: 5, numRuns: 50 },
    );
  });

  test("a replicate without any value takes nothing from the others", () => {
    const blocks = Array.from({ length: 12 }, (_, b) =>
      Float64Array.from({ length: blockSize }, (_, i) => (b % 4 === 2 ? Number.NaN : Math.sin(b * 64 + i))),
    );
    compare(blocks, 4, "low");
  });

  test("few values are gathered at once, and they hold all that is wanted", () => {
    const blocks = (value: (i: number) => number) =>
      Array.from({ length: 160 }, (_, b) => Float64Array.from({ length: 1024 }, (_, i) => value(b * 1024 + i)));
    const smooth = compare(
      blocks((i) => Math.sin(i * 12.9898)),
      16,
      "low",
    );
    expect(smooth).toBeGreaterThan(0.05);
    expect(smooth).toBeLessThan(0.4);
    const tied = [() => 12.5, (i: number) => (i * 7919) % 11];
    for (const value of tied) expect(compare(blocks(value), 16, "low")).toBeLessThan(0.1);
  });
});

describe("bins", () => {
  const columns = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 40 });

  test("a greater value never lies in an earlier bin, and an edge is the first number of its bin", () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 511 }), (values, bin) => {
        const scale = binScale(Float64Array.from(values), 512);
        const sorted = values.toSorted((a, b) => a - b).map((x) => binOf(x, scale));
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        const edge = lowerEdge(bin, scale);
        if (!Number.isFinite(edge)) return;
        expect(binOf(edge, scale)).toBeGreaterThanOrEqual(bin);
        const [word] = new BigInt64Array(Float64Array.of(edge).buffer);
        const before = new Float64Array(BigInt64Array.of(edge > 0 ? word - 1n : edge < 0 ? word + 1n : 0n).buffer)[0];
        if (edge !== 0) expect(binOf(before, scale)).toBeLessThan(bin);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test("bars are round, and zero is an edge of theirs", () => {
    const column = Float64Array.from({ length: 4096 }, (_, i) => 3e6 * Math.sin(i * 78.233) + 1e6);
    const { bar, firstBar, low, perUnit } = binScale(column, 512);
    expect(bar).toBe(200_000);
    expect(firstBar).toBeLessThan(0);
    expect(low).toBe(firstBar * bar);
    expect(perUnit * bar).toBe(4);
  });
});
