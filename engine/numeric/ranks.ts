/** Moves per value after which the lower halves are sorted as well. */
const mostMoves = 8;

/**
 * Order of the values from the smallest to the largest, as indices; equal values keep their order. Sorted by the upper half of the
 * doubles' bits, which all but settles it, then neighbours put right; where too many share an upper half, by all bits.
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
  const order = orderByHalf(words, 1);
  if (settle(order, values)) return order;
  const byLower = orderByHalf(words, 0);
  const upper = new Uint32Array(2 * n);
  for (let k = 0; k < n; k++) upper[2 * k + 1] = words[2 * byLower[k] + 1];
  return orderByHalf(upper, 1).map((k) => byLower[k]);
}

/**
 * Order by the lower (0) or upper (1) half of each value's bits; what is equal there keeps its order. Leaves it to the platform's
 * sort of integers, which is native code: loops of ours would be slow in a process that has just started.
 */
function orderByHalf(words: Uint32Array, half: 0 | 1): Uint32Array {
  const n = words.length / 2;
  const keys = new Uint32Array(2 * n);
  for (let i = 0; i < n; i++) {
    keys[2 * i] = i;
    keys[2 * i + 1] = words[2 * i + half];
  }
  new BigUint64Array(keys.buffer).sort();
  const order = new Uint32Array(n);
  for (let k = 0; k < n; k++) order[k] = keys[2 * k];
  return order;
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
