/** Adds a part's counts to the total. */
export function addCounts(total: Float64Array, part: Float64Array): void {
  for (let i = 0; i < total.length; i++) total[i] += part[i];
}

/** The same for a task's counts, in a loop of their own: V8 compiles one for each kind of array. */
export function addTaskCounts(total: Float64Array, part: Int32Array): void {
  for (let i = 0; i < total.length; i++) total[i] += part[i];
}
