/** Up to this many values are sorted: the platform's sort costs more to start than they take. */
const few = 32;

/**
 * Puts, in place, the order statistics of the wanted ranks where they would stand if `values` were sorted, and returns them.
 *
 * @param values no NaN; reordered
 * @param ranks ascending, 0 … values.length − 1
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): Float64Array {
  selectPlaces(values, 0, values.length, ranks);
  return Float64Array.from(ranks, (rank) => values[rank]);
}

/**
 * Puts at the wanted places what would stand there if values[from … to − 1] were sorted. Quickselect that goes only into parts
 * holding a wanted place; the pivot is a median of three, so it needs no randomness.
 *
 * @param values no NaN there; reordered
 * @param places ascending, from … to − 1
 */
export function selectPlaces(values: Float64Array, from: number, to: number, places: readonly number[]): void {
  if (to - from <= few) {
    insertionSort(values, from, to - 1);
    return;
  }
  const parts: [from: number, last: number, firstPlace: number, lastPlace: number][] = [
    [from, to - 1, 0, places.length - 1],
  ];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to, first, last] = part;
    if (first > last) continue;
    if (to - from < few) {
      insertionSort(values, from, to);
      continue;
    }
    const [left, right] = partition(values, from, to);
    let split = first;
    while (split <= last && places[split] <= left) split++;
    let after = split;
    while (after <= last && places[after] < right) after++;
    parts.push([from, left, first, split - 1], [right, to, after, last]);
  }
}

/** From … to, both included. */
export function insertionSort(values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i <= to; i++) {
    const value = values[i];
    let at = i;
    for (; at > from && values[at - 1] > value; at--) values[at] = values[at - 1];
    values[at] = value;
  }
}

/** Hoare's partition: afterwards from … left ≤ pivot, right … to ≥ pivot, and whatever lies between equals the pivot. */
function partition(values: Float64Array, from: number, to: number): readonly [left: number, right: number] {
  const pivot = medianOfThree(values[from], values[(from + to) >>> 1], values[to]);
  let left = to;
  let right = from;
  while (right <= left) {
    while (values[right] < pivot) right++;
    while (values[left] > pivot) left--;
    if (right <= left) {
      const swapped = values[right];
      values[right++] = values[left];
      values[left--] = swapped;
    }
  }
  return [left, right];
}

const medianOfThree = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
