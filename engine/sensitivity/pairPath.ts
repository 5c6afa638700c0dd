import type { ModelData, ScoreCorrelation } from "../model/graph.ts";

/** So much short of ±1, a correlation still leaves both inputs a score of their own, as the factor of the matrix needs. */
const nearlyWhole = 1 - 1e-7;

/** All correlations of a model as one pair's goes from −1 to 1. */
export interface PairPath {
  /** As declared; 0 for a pair that is not. */
  readonly declared: number;
  /** The ends, just inside −1 and 1. */
  readonly ends: readonly [number, number];
  /** The correlations where this pair has one between the ends. */
  readonly at: (correlation: number) => readonly ScoreCorrelation[];
  /** How far another correlation moves at most, at either end; 0 where the pair stands alone. */
  readonly othersMove: number;
}

/**
 * Two inputs that move as one have the same correlations with all others: at ±1 each gets the mean of what the two had (the other's
 * with its sign), which is the nearest of all matrices with that pair at ±1 in the Frobenius norm, and always a matrix that there
 * can be: that of (x ± y)/2 with noise of its own. Between the declared matrix and these ends lies the straight line, and matrices
 * of correlations are a convex set: positive definite all along.
 */
export function pairPath({ correlations }: Pick<ModelData, "correlations">, pair: readonly [string, string]): PairPath {
  const members = connectedTo(correlations, pair);
  const inside = (path: string): boolean => members.includes(path);
  const outside = correlations.filter(({ between }) => !between.every(inside));
  const stated = new Map(correlations.map(({ between, correlation }) => [key(between), correlation]));
  const before = (a: string, b: string): number => stated.get(key([a, b])) ?? 0;
  const [first, second] = pair;
  const declared = before(first, second);
  const others = members.filter((path) => path !== first && path !== second);
  const atEnd = (sign: 1 | -1): readonly ScoreCorrelation[] => [
    { between: pair, correlation: sign * nearlyWhole },
    ...others.flatMap((other) => {
      const common = (nearlyWhole * (before(first, other) + sign * before(second, other))) / 2;
      return [
        { between: [first, other] as const, correlation: common },
        { between: [second, other] as const, correlation: sign * common },
      ];
    }),
  ];
  const ends = { low: atEnd(-1), high: atEnd(1) };
  const moved = [...ends.low.slice(1), ...ends.high.slice(1)].map(({ between, correlation }) =>
    Math.abs(correlation - before(...between)),
  );
  // Pairs of others stay as they are.
  const among = correlations.filter(({ between }) => between.every((path) => others.includes(path)));
  const at = (correlation: number): readonly ScoreCorrelation[] => {
    const [end, whole] = correlation < declared ? [ends.low, -nearlyWhole] : [ends.high, nearlyWhole];
    const share = correlation === declared ? 0 : (correlation - declared) / (whole - declared);
    const own = end.map(({ between, correlation: atEnd }) => {
      const from = before(...between);
      return { between, correlation: from + share * (atEnd - from) };
    });
    return [...outside, ...among, ...own];
  };
  return { declared, ends: [-nearlyWhole, nearlyWhole], at, othersMove: Math.max(0, ...moved) };
}

const key = (between: readonly [string, string]): string => [...between].sort().join("\n");

/** The two, and what is correlated with them by way of others. */
function connectedTo(correlations: readonly ScoreCorrelation[], pair: readonly [string, string]): readonly string[] {
  const found = new Set<string>(pair);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { between } of correlations)
      if (between.some((path) => found.has(path))) for (const path of between) found.add(path);
  }
  return [...found];
}
