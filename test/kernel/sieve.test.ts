import fc from "fast-check";
import { expect, test } from "vitest";
import { sieveFor } from "../../engine/kernel/sieve.ts";
import { binOf, binScale, fewestBins } from "../../engine/summary/bins.ts";
import type { GatheredRun } from "../../engine/summary/partial.ts";
import { selectEven } from "../../engine/summary/selectEven.ts";
import { ownSlot, plainSieve, type Sieve, sharedSlot, slotShift, tailWidth } from "../../engine/summary/sieve.ts";

/* What the compiled sieve finds among gathered values is what loops in JavaScript find, to the bit. */

const sieve = sieveFor();

test("the sieve is compiled here", () => {
  expect(sieve).not.toBe(plainSieve);
});

/** Values between −1 and 3, some of them equal, zeros of both signs among them. */
const valuesOf = (count: number, seed: number) =>
  Float64Array.from({ length: count }, (_, i) => {
    const word = Math.imul(i + 1, 2654435761) ^ Math.imul(seed + i, 40503);
    if (word % 17 === 0) return word & 32 ? 0 : -0;
    return word % 5 === 0 ? (word % 7) / 4 : ((word >>> 0) / 4294967296) * 4 - 1;
  });

/** Runs of blocks, some of them without a value, one of them longer than what is looked at in one go. */
const runs = fc
  .array(fc.record({ replicate: fc.nat(3), perBlock: fc.array(fc.nat(90), { maxLength: 12 }), seed: fc.nat(1e6) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) =>
    [...all, { replicate: 2, perBlock: [1024, 0, 1000, 1024, 1024, 700], seed: 1 }].map(
      ({ replicate, perBlock, seed }): GatheredRun => ({
        replicate,
        firstIndex: 0,
        values: valuesOf(
          perBlock.reduce((sum, count) => sum + count, 0),
          seed,
        ),
        perBlock: Uint16Array.from(perBlock),
      }),
    ),
  );

/** Slots for some bins of each of four replicates and of all draws, as long as what comes into them. */
function shelvesFor(all: readonly GatheredRun[], every: number) {
  const scale = binScale(valuesOf(1024, 5), fewestBins);
  const width = scale.last + 1;
  const places = new Int32Array(4 * width);
  let slot = 0;
  for (let bin = 0; bin < width; bin += every) {
    slot++;
    for (let replicate = 0; replicate < 4; replicate++) places[replicate * width + bin] = sharedSlot(slot);
  }
  for (let place = 0; place < places.length; place += 3 * every + 1) places[place] |= ++slot;
  const values = all.reduce((sum, run) => sum + run.values.length, 0);
  const next = Int32Array.from({ length: slot + 1 }, (_, k) => (k === 0 ? (slot + 1) * values : (k - 1) * values));
  const step = new Int32Array(slot + 1).fill(1);
  step[0] = 0;
  return { scale, places, next, step, values: (slot + 1) * values, mostInSlot: values };
}

/** What has been put into each slot. */
function placed(by: Sieve, all: readonly GatheredRun[], every: number): readonly Float64Array[] {
  const shelves = shelvesFor(all, every);
  const { scale, places, next } = shelves;
  const counts = new Int32Array(next.length);
  for (const { replicate, values } of all)
    for (const x of values) {
      const place = places[replicate * (scale.last + 1) + binOf(x, scale)];
      counts[ownSlot(place)]++;
      counts[place >> slotShift]++;
    }
  const { store } = by.place(all, shelves);
  return Array.from(next.subarray(1), (from, k) => store.slice(from, from + counts[k + 1]));
}

test("values come into their slots in order", () => {
  let filled = 0;
  fc.assert(
    fc.property(runs, fc.integer({ min: 20, max: 200 }), (all, every) => {
      const [own, expected] = [sieve, plainSieve].map((by) => placed(by, all, every));
      expect(own).toStrictEqual(expected);
      filled += own.filter(({ length }) => length > 0).length;
    }),
    { seed: 7, numRuns: 40 },
  );
  expect(filled).toBeGreaterThan(100);
});

test("sums of what lies beyond an edge, and near it", () => {
  const edges = fc.constantFrom(-1, -0.3, -0, 0, 0.25, 1.5, 4, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  fc.assert(
    fc.property(runs, edges, edges, fc.constantFrom("low", "high"), (all, beyond, edge, side) => {
      for (const run of all) {
        const [own, expected] = [sieve, plainSieve].map((by) => {
          const sums = new Float64Array(tailWidth * run.perBlock.length);
          by.tail(run, { side, beyond, edge: Number.isFinite(edge) ? edge : 0.5 }, sums);
          return sums;
        });
        expect(own).toStrictEqual(expected);
      }
    }),
    { seed: 8, numRuns: 60 },
  );
});

test("what would stand at a place of a sorted slot", () => {
  const one = { scale: { low: 0, perUnit: 0, last: 0, bar: 0, firstBar: 0 }, step: Int32Array.of(0, 1) };
  const slot = (values: Float64Array, places: readonly number[]) => {
    const count = values.length;
    const run: GatheredRun = { replicate: 0, firstIndex: 0, values, perBlock: Uint16Array.of(count) };
    const shelves = {
      ...one,
      places: Int32Array.of(1),
      next: Int32Array.of(count, 0),
      values: count,
      mostInSlot: count,
    };
    const { store, parts } = sieve.place([run], shelves);
    selectEven(store, 0, count, places, parts);
    return places.map((place) => store[place] + 0);
  };
  const kinds: readonly ((seed: number, count: number) => Float64Array)[] = [
    (seed, count) => valuesOf(count, seed),
    (seed, count) => valuesOf(count, seed).map((x) => (x > 2.9 ? 1e300 : x * 1e-9)),
    (_, count) => new Float64Array(count).fill(-0.5),
    (seed, count) => valuesOf(count, seed).map((x) => Math.sign(x) * Number.MAX_VALUE),
    (seed, count) => valuesOf(count, seed).map((x) => (x > 1 ? 5e-324 : 0)),
  ];
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 900 }), fc.nat(899), (seed, count, place) => {
      const places = [...new Set([place % count, Math.min(count - 1, (place % count) + 1)])];
      for (const kind of kinds) {
        const values = kind(seed, count);
        const sorted = values.slice().sort();
        expect(slot(values, places)).toStrictEqual(places.map((at) => sorted[at] + 0));
      }
    }),
    { seed: 9, numRuns: 60 },
  );
});
