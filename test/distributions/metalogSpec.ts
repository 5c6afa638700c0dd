import type { DistributionSpec } from "../../engine/distributions/index.ts";
import type { reference } from "../reference.ts";

/* The metalogs of the reference file, in our words. */

interface Stated {
  readonly alpha: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly p: readonly number[];
  readonly x: readonly number[];
  readonly terms: number;
}

/** What a case of the reference is as one of ours. */
export function metalogSpec(c: ReturnType<typeof reference>["cases"][number]): DistributionSpec {
  const p: Stated = c.params;
  const lists =
    c.parametrisation === "least_squares"
      ? { levels: p.p, values: p.x }
      : { levels: [p.alpha, 0.5, 1 - p.alpha], values: [p.low, p.median, p.high] };
  return {
    family: "metalog",
    parameters: {
      ...(p.terms === undefined ? {} : { terms: p.terms }),
      ...(c.lowerBound === undefined ? {} : { low: c.lowerBound }),
      ...(c.upperBound === undefined ? {} : { high: c.upperBound }),
    },
    lists,
  };
}
