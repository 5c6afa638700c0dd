import type { GraphBuilder } from "./builder.ts";
import type { NodeId } from "./graph.ts";

/** What the sum of a group's amounts is made from. */
export interface AmountNodes {
  /** Amounts of the first in the group, each an input of its own. */
  readonly first: readonly NodeId[];
  /** A standard normal score for those beyond them, taken together. */
  readonly score: NodeId;
  /** Of one amount. */
  readonly mean: NodeId;
  readonly sd: NodeId;
  readonly skewness: NodeId;
}

/** Below this skewness of a sum the expansion z + γ(z² − 1)/6 is nearer than the logarithms of numbers so close to 1. */
const straight = 1e-3;

/**
 * The sum of `number` independent amounts of one distribution, the number being different in every draw: the first of them one
 * by one, those beyond by the shifted lognormal with the mean, variance and skewness of as many amounts. That is exact for a
 * single lognormal amount and for very many of any kind; see `errorOfMatch` for what lies between. A number is rounded to whole
 * ones; one below zero gives the sum with a minus.
 */
export function sumOfAmounts(b: GraphBuilder, number: NodeId, amounts: AmountNodes): NodeId {
  const zero = b.constant(0);
  const size = b.unary("round", b.unary("abs", number));
  const oneByOne = amounts.first.map((amount, k) => b.select(b.binary("greater", size, b.constant(k)), amount, zero));
  const rest = b.subtract(size, b.constant(amounts.first.length));
  const beyond = b.binary("greater", rest, zero);
  const all = b.add(b.sum(oneByOne), b.select(beyond, matched(b, b.max(rest, b.constant(1)), amounts), zero));
  return b.select(b.binary("less", number, zero), b.negate(all), all);
}

/** n·m + √n·s·y, with y of mean 0, variance 1 and skewness γ/√n. */
function matched(b: GraphBuilder, n: NodeId, { score, mean, sd, skewness }: AmountNodes): NodeId {
  const root = b.unary("sqrt", n);
  const gamma = b.divide(skewness, root);
  const turned = b.binary("less", gamma, b.constant(0));
  const z = b.select(turned, b.negate(score), score);
  const size = b.unary("abs", gamma);
  const y = b.select(
    b.binary("less", size, b.constant(straight)),
    b.add(z, b.multiply(b.divide(size, b.constant(6)), b.subtract(b.multiply(z, z), b.constant(1)))),
    shiftedLognormal(b, z, size),
  );
  const spread = b.multiply(b.multiply(sd, root), b.select(turned, b.negate(y), y));
  return b.add(b.multiply(n, mean), spread);
}

/** (exp(σz − σ²/2) − 1)/t with σ² = ln(1 + t²), where t³ + 3t = γ: t = u − 1/u, u³ = γ/2 + √(γ²/4 + 1) (Cardano). */
function shiftedLognormal(b: GraphBuilder, z: NodeId, skewness: NodeId): NodeId {
  const one = b.constant(1);
  const half = b.divide(skewness, b.constant(2));
  const cube = b.add(half, b.unary("sqrt", b.add(b.multiply(half, half), one)));
  const u = b.unary("exp", b.divide(b.unary("ln", cube), b.constant(3)));
  const t = b.subtract(u, b.divide(one, u));
  const variance = b.unary("ln", b.add(one, b.multiply(t, t)));
  const exponent = b.subtract(b.multiply(b.unary("sqrt", variance), z), b.divide(variance, b.constant(2)));
  return b.divide(b.subtract(b.unary("exp", exponent), one), t);
}
