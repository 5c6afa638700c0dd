import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, parameter } from "./context.ts";

/** Below this a probability or a mean counts as this: the impossible is as good as impossible, and still a number. */
const least = 1e-300;

/** Logarithms of likelihoods, without what does not depend on the assumptions. Numbers that were seen are parameters. */
export function likelihoods(context: Context) {
  const { builder } = context;
  const one = builder.constant(1);
  const number = (place: string, value: number) => parameter(context, `observed.${place}`, value);
  const lnOf = (share: NodeId) => builder.unary("ln", builder.max(builder.constant(least), share));
  return {
    /** `count` of `of`, each with probability `share`: k·ln p + (n − k)·ln(1 − p). */
    binomial(place: string, count: number, of: number, share: NodeId): NodeId {
      const hits = builder.multiply(number(`${place}.count`, count), lnOf(share));
      const misses = builder.multiply(number(`${place}.others`, of - count), lnOf(builder.subtract(one, share)));
      return builder.add(hits, misses);
    },
    /** `count` where `mean` were expected: k·ln m − m. */
    poisson(place: string, count: number, mean: NodeId): NodeId {
      const expected = builder.max(builder.constant(0), mean);
      return builder.subtract(builder.multiply(number(`${place}.count`, count), lnOf(expected)), expected);
    },
    /** `value` with a normal error: −½((value − expected)/se)². */
    normal(place: string, value: number, se: number, expected: NodeId): NodeId {
      const away = builder.divide(
        builder.subtract(number(`${place}.value`, value), expected),
        number(`${place}.se`, se),
      );
      return builder.multiply(builder.constant(-0.5), builder.multiply(away, away));
    },
  };
}
