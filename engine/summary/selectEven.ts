import { insertionSort, selectPlaces } from "./select.ts";

/** Below this many values, and where so many lie in one part, they are chosen from as `selectPlaces` does. */
const few = 32;
export const mostParts = 1024;
/** As a rule: counts are gone through as well. */
const valuesPerPart = 4;

/** Looks through the values of a store by equal parts of their range, by who can: what it means is said by `plainParts`. */
export interface Parts {
  /**
   * Divides the range of some values into parts, and counts what lies in each.
   *
   * @param parts `mostParts` at most
   * @returns values per part, valid until the next call
   */
  count(from: number, to: number, parts: number): Int32Array;
  /** The values, of those counted last, that lie in a part; valid until the next call, to be changed in place. */
  inside(part: number): Float64Array;
}

/** By loops in JavaScript, over any values: the definition. */
export function plainParts(values: Float64Array): Parts {
  const counts = new Int32Array(mostParts);
  let kept = new Float64Array(0);
  let [first, end, least, perUnit] = [0, 0, 0, 0];
  return {
    count(from, to, parts) {
      [first, end, least] = [from, to, values[from]];
      let greatest = least;
      for (let i = from + 1; i < to; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      // Where the ends are equal or too far apart, all values get into the first part.
      perUnit = (parts - 1) / (greatest - least);
      counts.fill(0, 0, parts);
      for (let i = from; i < to; i++) counts[((values[i] - least) * perUnit) | 0]++;
      return counts;
    },
    inside(part) {
      if (kept.length < end - first) kept = new Float64Array(end - first);
      let own = 0;
      for (let i = first; i < end; i++) {
        kept[own] = values[i];
        const apart = (((values[i] - least) * perUnit) | 0) ^ part;
        own = (own + ((apart - 1) >>> 31)) | 0; // 1 where nothing is apart
      }
      return kept.subarray(0, own);
    },
  };
}

/**
 * `selectPlaces` for values that lie fairly evenly between their ends, such as those of one narrow bin: they are counted by parts, and
 * only the parts that hold a wanted place are looked at. Passes without a branch that random data decide take half the time of a
 * quickselect; where values do lie together it takes over. What stands at other places afterwards means nothing.
 *
 * @param values no NaN from … to − 1 @param places ascending, from … to − 1
 */
export function selectEven(
  values: Float64Array,
  from: number,
  to: number,
  places: readonly number[],
  parts: Parts = plainParts(values),
): void {
  const n = to - from;
  if (n < few) {
    insertionSort(values, from, to - 1);
    return;
  }
  const counts = parts.count(from, to, Math.min(Math.ceil(n / valuesPerPart), mostParts));
  const found = new Float64Array(places.length);
  let before = from;
  for (let part = 0, k = 0; k < places.length; before += counts[part++]) {
    const after = before + counts[part];
    if (places[k] >= after) continue;
    const inside = parts.inside(part);
    const first = k;
    while (k < places.length && places[k] < after) k++;
    if (inside.length < few) insertionSort(inside, 0, inside.length - 1);
    else {
      const base = before;
      const ranks = places.slice(first, k).map((place) => place - base);
      selectPlaces(inside, 0, inside.length, ranks);
    }
    for (let at = first; at < k; at++) found[at] = inside[places[at] - before];
  }
  for (let k = 0; k < places.length; k++) values[places[k]] = found[k];
}
