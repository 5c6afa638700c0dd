const digitBits = 16;
const digits = 1 << digitBits;
/** Index of the lowest 16 bits of a double among its four halves of words, and the step to the next: little-endian machines. */
const passes = 4;

/**
 * Order of the values from the smallest to the largest, as indices; equal values keep their order. Radix sort on the bits of
 * the doubles: O(n), no comparison function.
 *
 * @param values no NaN
 */
export function argsort(values: Float64Array): Uint32Array {
  const n = values.length;
  const halves = new Uint16Array(values.slice().buffer);
  // Doubles order like integers once the sign bit is flipped for positive and all bits for negative numbers. −0 counts as 0.
  for (let i = 0; i < n; i++) {
    const top = 4 * i + 3;
    if (values[i] === 0) halves[top] = 0x8000;
    else if (halves[top] & 0x8000) for (let k = 0; k < 4; k++) halves[4 * i + k] = ~halves[4 * i + k];
    else halves[top] |= 0x8000;
  }
  let from = Uint32Array.from({ length: n }, (_, i) => i);
  let to = new Uint32Array(n);
  const counts = new Uint32Array(digits + 1);
  for (let pass = 0; pass < passes; pass++) {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[halves[4 * i + pass] + 1]++;
    for (let digit = 0; digit < digits; digit++) counts[digit + 1] += counts[digit];
    for (let i = 0; i < n; i++) to[counts[halves[4 * from[i] + pass]]++] = from[i];
    [from, to] = [to, from];
  }
  return from;
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
