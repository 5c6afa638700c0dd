import type { GatheredRun } from "../summary/partial.ts";
import { mostParts, type Parts } from "../summary/selectEven.ts";
import { plainSieve, type Sieve, tailWidth } from "../summary/sieve.ts";
import { Reservations } from "./compile/memory.ts";
import { type SieveExports, summingInstance } from "./summing.ts";

/** Values looked at between two calls: these stay in the cache. More than a block has. */
const mostAtOnce = 4096;

/** The fastest sieve that this platform runs. What it finds is the same. */
export function sieveFor(): Sieve {
  const exports = summingInstance();
  return exports === undefined ? plainSieve : compiledSieve(exports);
}

function compiledSieve(kernel: SieveExports): Sieve {
  const fixed = new Reservations(0);
  const valuesAt = fixed.reserve(8 * mostAtOnce);
  // One more than there are values: every value is stored, also the last one that moves nothing on.
  const foundAt = fixed.reserve(8 * (mostAtOnce + 1));
  const foundPlacesAt = fixed.reserve(4 * (mostAtOnce + 1));
  const resultAt = fixed.reserve(8 * tailWidth);
  const countsAt = fixed.reserve(4 * mostParts);
  const behind = fixed.reserve(0);
  fixed.settle(kernel.memory);

  return {
    place(runs, { scale, places, next, step, values, mostInSlot }) {
      const width = scale.last + 1;
      const memory = new Reservations(behind);
      const placesAt = memory.reserve(places.byteLength);
      const [nextAt, stepAt] = [memory.reserve(next.byteLength), memory.reserve(step.byteLength)];
      const storeAt = memory.reserve(8 * (values + 1));
      const insideAt = memory.reserve(8 * (mostInSlot + 1));
      memory.settle(kernel.memory);
      const { buffer } = kernel.memory;
      for (const [numbers, at] of [
        [places, placesAt],
        [next, nextAt],
        [step, stepAt],
      ] as const)
        new Int32Array(buffer, at, numbers.length).set(numbers);
      const loaded = new Float64Array(buffer, valuesAt, mostAtOnce);
      for (const run of runs) {
        const row = placesAt + 4 * width * run.replicate;
        for (let from = 0; from < run.values.length; from += mostAtOnce) {
          const piece = run.values.subarray(from, from + mostAtOnce);
          loaded.set(piece);
          const end = valuesAt + 8 * piece.length;
          const { low, perUnit, last } = scale;
          const bytes = kernel.wanted(valuesAt, end, row, foundAt, foundPlacesAt, low, perUnit, last);
          if (bytes > 0) kernel.place(foundAt, foundAt + bytes, foundPlacesAt, nextAt, stepAt, storeAt);
        }
      }
      return {
        store: new Float64Array(buffer, storeAt, values + 1),
        parts: compiledParts(kernel, { store: storeAt, result: resultAt, counts: countsAt, inside: insideAt }),
      };
    },
    tail(run, { side, beyond, edge }, into) {
      const { buffer } = kernel.memory;
      const loaded = new Float64Array(buffer, valuesAt, mostAtOnce);
      const result = new Float64Array(buffer, resultAt, tailWidth);
      for (const { firstBlock, values, perBlock } of piecesOf(run)) {
        loaded.set(values);
        let at = valuesAt;
        for (let k = 0; k < perBlock.length; k++) {
          const end = at + 8 * perBlock[k];
          if (end > at) kernel[side](at, end, beyond, edge, resultAt);
          else result.fill(0);
          into.set(result, tailWidth * (firstBlock + k));
          at = end;
        }
      }
    },
  };
}

/** @param at addresses */
function compiledParts(
  kernel: SieveExports,
  at: { readonly store: number; readonly result: number; readonly counts: number; readonly inside: number },
): Parts {
  const { buffer } = kernel.memory;
  const ends = new Float64Array(buffer, at.result, 2);
  const counts = new Int32Array(buffer, at.counts, mostParts);
  let [first, end, least, perUnit] = [0, 0, 0, 0];
  return {
    count(from, to, parts) {
      [first, end] = [at.store + 8 * from, at.store + 8 * to];
      kernel.ends(first, end, at.result);
      least = ends[0];
      perUnit = (parts - 1) / (ends[1] - least);
      counts.fill(0, 0, parts);
      kernel.count(first, end, at.counts, least, perUnit);
      return counts;
    },
    inside(part) {
      const bytes = kernel.inside(first, end, part, at.inside, least, perUnit);
      return new Float64Array(buffer, at.inside, bytes / 8);
    },
  };
}

/** Parts of a run of as many whole blocks as fit. */
function* piecesOf({ values, perBlock }: GatheredRun) {
  for (let firstBlock = 0, from = 0; firstBlock < perBlock.length; ) {
    let [end, to] = [firstBlock, from];
    while (end < perBlock.length && to + perBlock[end] - from <= mostAtOnce) to += perBlock[end++];
    yield { firstBlock, values: values.subarray(from, to), perBlock: perBlock.subarray(firstBlock, end) };
    [firstBlock, from] = [end, to];
  }
}
