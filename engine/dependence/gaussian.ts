import type { CorrelatedGroup } from "./groups.ts";

/** Replaces the scores of a group's members by L times them. `columns[i]` holds the scores of input i. */
export function correlate(group: CorrelatedGroup, columns: readonly Float64Array[]): void {
  const { members, factor } = group;
  const length = columns[members[0]].length;
  // From the last member upwards, so that every row still finds the members before it unmixed.
  for (let i = members.length - 1; i >= 0; i--) {
    const own = columns[members[i]];
    const row = factor[i];
    const first = columns[members[0]];
    if (i === 0) continue; // L₀₀ = 1 for a correlation matrix
    for (let j = 0; j < length; j++) {
      let sum = row[0] * first[j];
      for (let k = 1; k < i; k++) sum += row[k] * columns[members[k]][j];
      own[j] = sum + row[i] * own[j];
    }
  }
}
