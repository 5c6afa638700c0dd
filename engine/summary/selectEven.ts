import { insertionSort, selectRanks } from "./select.ts";

/** Below this many values, and where so many lie in one part, they are chosen from as `selectRanks` does. */
const few = 32;
const mostParts = 1024;

const counts = new Int32Array(mostParts);
let inPart = new Float64Array(mostParts);

/**
 * The order statistics of the wanted ranks among values that lie fairly evenly between their ends, such as those of one narrow bin:
 * they are counted by parts, and only the parts that hold a wanted rank are looked at. Passes without a branch that random data
 * decide take half the time of a quickselect; where values do lie together it takes over.
 *
 * @param values no NaN; may be reordered @param ranks ascending, 0 … values.length − 1
 */
export function selectEven(values: Float64Array, ranks: readonly number[]): Float64Array {
  const n = values.length;
  if (n < few) return selectRanks(values, ranks);
  let least = values[0];
  let greatest = least;
  for (let i = 1; i < n; i++) {
    least = Math.min(least, values[i]);
    greatest = Math.max(greatest, values[i]);
  }
  const parts = Math.min(n, mostParts);
  // Where the ends are equal or too far apart, all values get into the first part.
  const perUnit = (parts - 1) / (greatest - least);
  counts.fill(0, 0, parts);
  for (let i = 0; i < n; i++) counts[((values[i] - least) * perUnit) | 0]++;
  if (inPart.length < n) inPart = new Float64Array(n);
  const found = new Float64Array(ranks.length);
  let before = 0;
  for (let part = 0, k = 0; k < ranks.length; before += counts[part++]) {
    const after = before + counts[part];
    if (ranks[k] >= after) continue;
    let own = 0;
    for (let i = 0; i < n; i++) {
      inPart[own] = values[i];
      const apart = (((values[i] - least) * perUnit) | 0) ^ part;
      own = (own + ((apart - 1) >>> 31)) | 0; // 1 where nothing is apart
    }
    const first = k;
    while (k < ranks.length && ranks[k] < after) k++;
    if (own < few) insertionSort(inPart, 0, own - 1);
    else {
      const base = before;
      selectRanks(
        inPart.subarray(0, own),
        ranks.slice(first, k).map((rank) => rank - base),
      );
    }
    for (let at = first; at < k; at++) found[at] = inPart[ranks[at] - before];
  }
  return found;
}
