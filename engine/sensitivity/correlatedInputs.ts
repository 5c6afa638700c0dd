import { centredRanks } from "./crossProducts.ts";
import type { GivenDraws } from "./givenDraws.ts";

/** Weaker correlations than this change shares by less than their errors. */
const leastCorrelation = 0.05;
/** In standard errors of no correlation: luck reaches it once in two million pairs. */
const surely = 5;

const known = new WeakMap<GivenDraws["inputs"], readonly string[]>();

/** Names of the inputs whose ranks are clearly correlated with those of another, in their order. */
export function correlatedInputs(given: GivenDraws): readonly string[] {
  const found = known.get(given.inputs) ?? correlatedIn(given);
  known.set(given.inputs, found);
  return found;
}

function correlatedIn({ inputs, draws }: GivenDraws): readonly string[] {
  const least = Math.max(leastCorrelation, surely / Math.sqrt(draws));
  const ranks = inputs.map(centredRanks);
  const squares = ranks.map((own) => product(own, own));
  const together = (a: number, b: number) =>
    Math.abs(product(ranks[a], ranks[b])) >= least * Math.sqrt(squares[a] * squares[b]);
  return inputs.flatMap(({ name }, a) => (inputs.some((_, b) => a !== b && together(a, b)) ? [name] : []));
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let draw = 0; draw < a.length; draw++) sum += a[draw] * b[draw];
  return sum;
}
