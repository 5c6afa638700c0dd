import { insertionSort, selectPlaces } from "./select.ts";

/** Below this many values, and where so many lie in one part, they are chosen from as `selectPlaces` does. */
const few = 32;
const mostParts = 1024;

const counts = new Int32Array(mostParts);
let inPart = new Float64Array(mostParts);
let found = new Float64Array(32);

/**
 * `selectPlaces` for values that lie fairly evenly between their ends, such as those of one narrow bin: they are counted by parts, and
 * only the parts that hold a wanted place are looked at. Passes without a branch that random data decide take half the time of a
 * quickselect; where values do lie together it takes over. What stands at other places afterwards means nothing.
 *
 * @param values no NaN from … to − 1 @param places ascending, from … to − 1
 */
export function selectEven(values: Float64Array, from: number, to: number, places: readonly number[]): void {
  const n = to - from;
  if (n < few) {
    insertionSort(values, from, to - 1);
    return;
  }
  let least = values[from];
  let greatest = least;
  for (let i = from + 1; i < to; i++) {
    least = Math.min(least, values[i]);
    greatest = Math.max(greatest, values[i]);
  }
  const parts = Math.min(n, mostParts);
  // Where the ends are equal or too far apart, all values get into the first part.
  const perUnit = (parts - 1) / (greatest - least);
  counts.fill(0, 0, parts);
  for (let i = from; i < to; i++) counts[((values[i] - least) * perUnit) | 0]++;
  if (inPart.length < n) inPart = new Float64Array(n);
  if (found.length < places.length) found = new Float64Array(places.length);
  let before = from;
  for (let part = 0, k = 0; k < places.length; before += counts[part++]) {
    const after = before + counts[part];
    if (places[k] >= after) continue;
    let own = 0;
    for (let i = from; i < to; i++) {
      inPart[own] = values[i];
      const apart = (((values[i] - least) * perUnit) | 0) ^ part;
      own = (own + ((apart - 1) >>> 31)) | 0; // 1 where nothing is apart
    }
    const first = k;
    while (k < places.length && places[k] < after) k++;
    if (own < few) insertionSort(inPart, 0, own - 1);
    else {
      const base = before;
      const ranks = places.slice(first, k).map((place) => place - base);
      selectPlaces(inPart, 0, own, ranks);
    }
    for (let at = first; at < k; at++) found[at] = inPart[places[at] - before];
  }
  for (let k = 0; k < places.length; k++) values[places[k]] = found[k];
}
