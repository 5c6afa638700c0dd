import { type Tails, writeTails } from "../numeric/tails.ts";
import type { Described } from "./described.ts";
import type { Distribution } from "./distribution.ts";
import { type DistributionSpec, familyOf, parametersOf } from "./table.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";
import { massBetween, truncated } from "./truncated.ts";

/** All there is to know about a spec that `checkSpec` has no objection to. */
export function describe(spec: DistributionSpec): Described {
  const left = withoutCut(spec);
  const { family, min, max } = left;
  const whole = describeFamily(familyOf(family), filledIn(left));
  return min === undefined && max === undefined ? whole : truncated(whole, { min, max });
}

/** The parameters of a spec as its family reads them: parts described. */
export function filledIn(spec: DistributionSpec): Readonly<Record<string, number>> {
  const parts = spec.parts?.map(describe);
  const whole: object = parts === undefined ? parametersOf(spec) : { ...parametersOf(spec), parts };
  // a family with parts reads them as such
  return whole as ReturnType<typeof parametersOf>;
}

/** The same distribution without bounds, where the family has a member for that; else the spec itself. */
export function withoutCut(spec: DistributionSpec): DistributionSpec {
  const { family, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec;
  if (spec.parts !== undefined && (spec.min !== undefined || spec.max !== undefined)) return cutParts(spec);
  const parameters = familyOf(family).cut?.(parametersOf(spec), min, max);
  return parameters ? { family, parameters } : spec;
}

/** Some families need a quadrature for a moment, or a long list of values, that nobody may ask for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const lightTails = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** A mixture that is cut is a mixture of its parts, each cut, by the share that is left of it. */
function cutParts({ parts = [], lists, min, max, ...mixture }: DistributionSpec): DistributionSpec {
  const left = parts.map((part) =>
    massBetween(describe(part), { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }),
  );
  const some = parts.map((_, i) => i).filter((i) => left[i] > 0);
  const closer = (own: number | undefined, cut: number | undefined, choose: (a: number, b: number) => number) =>
    own === undefined ? cut : cut === undefined ? own : choose(own, cut);
  return {
    ...mixture,
    lists: { weights: some.map((i) => lists!.weights[i] * left[i]) },
    parts: some.map((i) => {
      const { min: ownMin, max: ownMax, ...part } = parts[i];
      const least = closer(ownMin, min, Math.max);
      const greatest = closer(ownMax, max, Math.min);
      return {
        ...part,
        ...(least === undefined ? {} : { min: least }),
        ...(greatest === undefined ? {} : { max: greatest }),
      };
    }),
  };
}

/** A family with its parameters filled in. */
function describeFamily<P>(family: Distribution<P>, p: P): Described {
  const tails: Tails =
    family.tails?.(p) ?? ((x, out) => writeTails(out, family.density(p, x), family.cdf(p, x), family.upper(p, x)));
  const atoms = once(() => family.atoms?.(p));
  const mean = once(() => family.mean(p));
  const variance = once(() => family.variance(p));
  const skewness = once(() => family.skewness(p));
  return {
    support: family.support(p),
    density: (x) => family.density(p, x),
    cdf: (x) => lowerAt(tails, x),
    upper: (x) => upperAt(tails, x),
    tails,
    quantile: (u) => family.quantile(p, u),
    upperQuantile: (q) => family.upperQuantile(p, q),
    get mean() {
      return mean();
    },
    get variance() {
      return variance();
    },
    get skewness() {
      return skewness();
    },
    tailIndex: family.tailIndex?.(p) ?? lightTails,
    kinks: family.kinks?.(p) ?? [],
    gaps: family.gaps?.(p) ?? false,
    get atoms() {
      return atoms();
    },
    atScore: family.atScore?.(p),
  };
}
