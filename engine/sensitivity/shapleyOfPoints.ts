/** Up to this many inputs every order is weighed: 2^12 = 4,096 points. */
const mostExact = 12;

/**
 * What each of some inputs adds on the way from one point to another, so that the parts sum to the whole: the mean of what it
 * adds over all orders in which the inputs may be moved (Shapley 1953) for at most 12 inputs; over the declared order and its reverse beyond.
 *
 * @param count of inputs that differ
 * @param evaluate the model at points, each a list of which inputs have been moved
 */
export function shapleyOfPoints(
  count: number,
  evaluate: (moved: readonly (readonly boolean[])[]) => Float64Array,
): readonly number[] {
  return count <= mostExact ? ofAllOrders(count, evaluate) : ofTwoOrders(count, evaluate);
}

function ofAllOrders(count: number, evaluate: Parameters<typeof shapleyOfPoints>[1]): readonly number[] {
  const inputs = Array.from({ length: count }, (_, i) => i);
  const subsets = Array.from({ length: 1 << count }, (_, set) => inputs.map((i) => ((set >> i) & 1) === 1));
  const values = evaluate(subsets);
  // weight[s]: share of orders in which s given inputs come before one and all others after: s!·(count − s − 1)!/count!
  const weight = [1 / count];
  for (let s = 1; s < count; s++) weight.push((weight[s - 1] * s) / (count - s));
  return inputs.map((i) => {
    let part = 0;
    for (let set = 0; set < subsets.length; set++) {
      if (subsets[set][i]) continue;
      const before = subsets[set].reduce((n, own) => n + (own ? 1 : 0), 0);
      part += weight[before] * (values[set + (1 << i)] - values[set]);
    }
    return part;
  });
}

function ofTwoOrders(count: number, evaluate: Parameters<typeof shapleyOfPoints>[1]): readonly number[] {
  const inputs = Array.from({ length: count }, (_, i) => i);
  const first = Array.from({ length: count + 1 }, (_, moved) => inputs.map((i) => i < moved));
  const last = Array.from({ length: count + 1 }, (_, moved) => inputs.map((i) => i >= count - moved));
  const forward = evaluate(first);
  const backward = evaluate(last);
  return inputs.map((i) => (forward[i + 1] - forward[i] + (backward[count - i] - backward[count - i - 1])) / 2);
}
