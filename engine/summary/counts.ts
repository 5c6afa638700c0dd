/** Adds a part's counts to the total. */
export function addCounts(total: Float64Array, part: Float64Array): void {
  for (let i = 0; i < total.length; i++) total[i] += part[i];
}

/** The same for a task's counts, in a loop of their own: V8 compiles one for each kind of array. */
export function addTaskCounts(total: Float64Array, part: Int32Array): void {
  for (let i = 0; i < total.length; i++) total[i] += part[i];
}

/** Counts up to each bin, itself included. */
export function sumsOf(counts: Float64Array): Float64Array {
  const sums = new Float64Array(counts.length);
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    sum += counts[bin];
    sums[bin] = sum;
  }
  return sums;
}

/** The bin in which the value of a rank lies, by the counts up to each; the last one where there is none. */
export function binOfRank(sums: Float64Array, rank: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
