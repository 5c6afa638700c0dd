import { type Described, type DistributionSpec, describe } from "../../engine/distributions/index.ts";

export const levels = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const;

/** What a distribution looks like, in numbers; moments that do not exist are left out. In base units. */
export interface Spread {
  readonly mean?: number;
  readonly sd?: number;
  readonly skewness?: number;
  /** Keyed by level: "1", "5", … */
  readonly percentiles: Readonly<Record<string, number>>;
  /** One value in a thousand is below, one in a thousand above. */
  readonly thousandth: readonly [number, number];
  /** Ends of what is possible; null where there is none. */
  readonly ends: readonly [number | null, number | null];
  /** Chance of a value below zero. */
  readonly chanceBelowZero: number;
}

export function spreadOf(described: Described): Spread {
  const { support, mean, variance, skewness } = described;
  const at = (level: number) =>
    level <= 50 ? described.quantile(level / 100) : described.upperQuantile((100 - level) / 100);
  const end = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    ...(Number.isFinite(mean) ? { mean } : {}),
    ...(Number.isFinite(variance) ? { sd: Math.sqrt(variance) } : {}),
    ...(Number.isFinite(skewness) ? { skewness } : {}),
    percentiles: Object.fromEntries(levels.map((level) => [String(level), at(level)])),
    thousandth: [described.quantile(0.001), described.upperQuantile(0.001)],
    ends: [end(support[0]), end(support[1])],
    chanceBelowZero: support[0] >= 0 ? 0 : support[1] < 0 ? 1 : described.cdf(0),
  };
}

/** A distribution with its bounds and, where it has any, as it was before the cut. */
export interface Cut {
  readonly after: Described;
  readonly before?: Described;
  /** Shares of the whole that the bounds took away. */
  readonly below: number;
  readonly above: number;
}

export function cutOf(spec: DistributionSpec): Cut {
  const after = describe(spec);
  const { min, max, ...whole } = spec;
  if (min === undefined && max === undefined) return { after, below: 0, above: 0 };
  const before = describe(whole);
  return {
    after,
    before,
    below: min === undefined ? 0 : before.cdf(min),
    above: max === undefined ? 0 : before.upper(max),
  };
}

/** Most single values that are drawn as bars of their own. */
const mostAtoms = 60;
const looks = 400;

/** The single values of a discrete distribution, with their chances; undefined where values lie close. */
export function atomsOf(
  described: Described,
): readonly { readonly value: number; readonly chance: number }[] | undefined {
  const values: number[] = [];
  for (let look = 0; look < looks; look++) {
    const value = described.quantile((look + 0.5) / looks);
    if (value !== values.at(-1)) values.push(value);
    if (values.length > mostAtoms) return undefined;
  }
  return values.map((value, index) => ({
    value,
    chance: index === 0 ? described.cdf(value) : massBetween(described, values[index - 1], value),
  }));
}

/** P(a < X ≤ b), by the tails in which it does not cancel. */
export function massBetween(described: Described, a: number, b: number): number {
  const upper = described.upper(a);
  return upper < 0.5 ? upper - described.upper(b) : described.cdf(b) - described.cdf(a);
}

/** What a picture of it shows: nearly everything, and its ends where they are near. */
export function shownRange(described: Described): readonly [number, number] {
  const [low, high] = [described.quantile(0.002), described.upperQuantile(0.002)];
  const width = high - low;
  if (!(width > 0)) return [low - (Math.abs(low) || 1) / 2, low + (Math.abs(low) || 1) / 2];
  const [from, to] = described.support;
  return [low - from < 0.15 * width ? from : low, to - high < 0.15 * width ? to : high];
}
