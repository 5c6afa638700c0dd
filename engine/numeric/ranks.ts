const digitBits = 11;
const digits = 1 << digitBits;
/** Bits 0–10, 11–21 and 22–31 of a word. */
const shifts = [0, digitBits, 2 * digitBits];
/** Moves per value after which the lower halves are sorted digit by digit as well. */
const mostMoves = 8;

/**
 * Order of the values from the smallest to the largest, as indices; equal values keep their order. Radix sort on the upper half
 * of the doubles' bits, which all but settles it, then neighbours put right; where too many share an upper half, on all bits.
 * O(n), no comparison function.
 *
 * @param values no NaN
 */
export function argsort(values: Float64Array): Uint32Array {
  const n = values.length;
  const words = new Uint32Array(values.slice().buffer);
  // Doubles order like integers once the sign bit is flipped for positive and all bits for negative numbers. −0 counts as 0.
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + 1];
    if (values[i] === 0) words[2 * i + 1] = 0x80000000;
    else if (high & 0x80000000) {
      words[2 * i] = ~words[2 * i];
      words[2 * i + 1] = ~high;
    } else words[2 * i + 1] = high | 0x80000000;
  }
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  sortByWord(order, words, 1);
  if (settle(order, values)) return order;
  for (let i = 0; i < n; i++) order[i] = i;
  sortByWord(order, words, 0);
  sortByWord(order, words, 1);
  return order;
}

/** Sorts by the lower (0) or upper (1) half of each value's bits; what is equal there keeps its order. */
function sortByWord(order: Uint32Array, words: Uint32Array, half: 0 | 1): void {
  const n = order.length;
  let from = order;
  let to: Uint32Array = new Uint32Array(n);
  const counts = new Int32Array(digits + 1);
  for (const shift of shifts) {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[((words[2 * i + half] >>> shift) & (digits - 1)) + 1]++;
    for (let digit = 0; digit < digits; digit++) counts[digit + 1] += counts[digit];
    for (let i = 0; i < n; i++) to[counts[(words[2 * from[i] + half] >>> shift) & (digits - 1)]++] = from[i];
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
}

/** Puts an order right that is all but right, by insertion; false where that takes too long. */
function settle(order: Uint32Array, values: Float64Array): boolean {
  let left = mostMoves * order.length;
  for (let k = 1; k < order.length; k++) {
    const index = order[k];
    const value = values[index];
    let place = k;
    for (; place > 0 && values[order[place - 1]] > value; place--) order[place] = order[place - 1];
    order[place] = index;
    left -= k - place;
    if (left < 0) return false;
  }
  return true;
}

/** Ranks 1 … n; equal values share the mean of theirs. @param values no NaN */
export function ranks(values: Float64Array): Float64Array {
  const order = argsort(values);
  const result = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    const shared = (first + last) / 2 + 1;
    for (let k = first; k <= last; k++) result[order[k]] = shared;
    first = last + 1;
  }
  return result;
}
