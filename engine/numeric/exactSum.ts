/**
 * The sum of numbers as if computed exactly and rounded once, up to the last bit: partial sums that don't overlap.
 * Source: Shewchuk (1997), doi:10.1007/PL00009321.
 */
export function exactSum(values: ArrayLike<number>): number {
  const partials: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let x = values[i];
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  // From the largest down, until one no longer fits: then only the sign of the rest can move the last bit.
  let sum = 0;
  for (let i = partials.length - 1; i >= 0; i--) {
    const next = sum + partials[i];
    const rest = partials[i] - (next - sum);
    sum = next;
    if (rest === 0) continue;
    const beyond = i > 0 ? partials[i - 1] : 0;
    // Exactly half a unit: the digits below decide.
    const doubled = 2 * rest;
    if ((rest < 0 && beyond < 0) || (rest > 0 && beyond > 0)) {
      const raised = sum + doubled;
      if (raised - sum === doubled) sum = raised;
    }
    break;
  }
  return sum;
}
