import type { Rule } from "../../engine/distributions/distribution.ts";
import { betaFromCounts, normalFromInterval, pertFromPercentiles } from "../../engine/distributions/index.ts";
import { fromMeanAndSd, type MomentFamily } from "../../engine/evidence/elicited/fromMeanAndSd.ts";
import { fromInterval, fromQuantiles, type QuantileFamily } from "../../engine/evidence/elicited/fromQuantiles.ts";
import { triangularFromPercentiles } from "../../engine/evidence/elicited/triangularFromPercentiles.ts";
import { fitData, fittableFamilies } from "../../engine/evidence/fit/fitData.ts";
import type { FittableFamily } from "../../engine/evidence/fit/fittable.ts";
import { UtfallError } from "../../engine/issues.ts";
import { ln } from "../../engine/numeric/elementary.ts";

/** Single numbers, which lists stand among where a family or a form of knowledge takes them. */
export type Numbers = Readonly<Record<string, number>>;
/** Numbers and lists of them, by key. */
export type Known = Readonly<Record<string, number | readonly number[]>>;

/** One way to state a family: what it asks for, and how that becomes parameters. */
export interface Way {
  readonly required: readonly string[];
  readonly allowed: readonly string[];
  readonly rules: readonly Rule<Numbers>[];
  /** @throws UtfallError where there is no member of the family like that */
  readonly toParameters: (known: Known) => Known;
}

const levelRule: Rule<Numbers> = { text: "0 < level < 1", holds: ({ level }) => level > 0 && level < 1 };
const modeRule: Rule<Numbers> = {
  text: "low < best < high",
  holds: ({ low, best, high }) => low < best && best < high,
};
const endsRule: Rule<Numbers> = { text: "low < high", holds: ({ low, high }) => low < high };

const way = (
  required: readonly string[],
  toParameters: (known: Numbers) => Known,
  rules: readonly Rule<Numbers>[] = [],
  optional: readonly string[] = [],
): Way => ({
  required,
  allowed: [...required, ...optional],
  rules,
  toParameters: (known) => toParameters(known as Numbers),
});

const quantileFamilies: readonly QuantileFamily[] = [
  "normal",
  "lognormal",
  "logitNormal",
  "uniform",
  "logUniform",
  "logistic",
  "gumbel",
  "weibull",
  "gamma",
  "beta",
];

/** Families for which mean and sd have no form in their own file. */
const momentFamilies: readonly MomentFamily[] = [
  "uniform",
  "triangular",
  "pert",
  "weibull",
  "logUniform",
  "logitNormal",
];

const shapes = {
  pert: way(
    ["low", "best", "high", "level"],
    ({ low, best, high, level, weight }) => pertFromPercentiles(low, best, high, level, weight).parameters,
    [modeRule, levelRule],
    ["weight"],
  ),
  triangular: way(
    ["low", "best", "high", "level"],
    ({ low, best, high, level }) => triangularFromPercentiles(low, best, high, level).parameters,
    [modeRule, levelRule],
  ),
};

/** What counted hits and a prior tell of a share. The prior stands as one weight for hits and misses, or as one for each. */
const counts = way(
  ["count", "of"],
  ({ count, of, prior = 0.5, priorAlpha = prior, priorBeta = prior }) =>
    betaFromCounts(count, of, priorAlpha, priorBeta).parameters,
  [
    {
      text: "0 ≤ count ≤ of",
      holds: ({ count, of }) => count >= 0 && count <= of,
      possible: ({ of }) => (of >= 0 ? `0 ≤ count ≤ ${of}` : "of > 0"),
    },
    { text: "of > 0", holds: ({ of }) => of > 0 },
    {
      text: "prior > 0",
      holds: ({ prior = 0.5, priorAlpha = prior, priorBeta = prior }) => priorAlpha > 0 && priorBeta > 0,
    },
  ],
  ["prior", "priorAlpha", "priorBeta"],
);

/** An interval that holds the quantity with probability `level`, its ends being quantiles that leave as much on both sides. */
function intervalOf(family: QuantileFamily): Way {
  return way(
    ["low", "high", "level"],
    ({ low, high, level }) =>
      family === "normal"
        ? normalFromInterval(low, high, level).parameters
        : fromInterval(family, low, high, level).parameters,
    [endsRule, levelRule],
  );
}

function quantilesOf(family: QuantileFamily): Way {
  return {
    required: ["quantiles"],
    allowed: ["quantiles"],
    rules: [],
    toParameters: ({ levels, values }) =>
      fromQuantiles(
        family,
        (levels as readonly number[]).map((probability, i) => ({
          probability,
          value: (values as readonly number[])[i],
        })),
      ).parameters,
  };
}

function dataOf(family: FittableFamily): Way {
  return {
    required: ["data"],
    allowed: ["data"],
    rules: [],
    toParameters: ({ data }) => {
      const { ranking, excluded } = fitData(data as readonly number[], { families: [family], replicates: 0 });
      if (ranking.length > 0) return ranking[0].parameters;
      throw new UtfallError([
        { code: "evidenceRule", with: { what: family, rule: excluded[0].rule, values: `data: ${family}` } },
      ]);
    },
  };
}

const has = <T extends string>(names: readonly T[], family: string): family is T =>
  (names as readonly string[]).includes(family);

/** Ways to state a family that its own file does not speak of: intervals, quantiles, moments, counts and raw data. */
export function furtherWays(family: string): readonly Way[] {
  const ways: Way[] = [];
  if (family === "pert" || family === "triangular") ways.push(shapes[family]);
  if (has(momentFamilies, family))
    ways.push(way(["mean", "sd"], ({ mean, sd }) => fromMeanAndSd(family, mean, sd), [sdRule]));
  if (has(quantileFamilies, family)) ways.push(intervalOf(family), quantilesOf(family));
  if (family === "lognormal") ways.push(medianWay);
  if (family === "beta") ways.push(counts);
  if (has(fittableFamilies, family)) ways.push(dataOf(family));
  return ways;
}

/** A ratio and the standard error of its logarithm. */
const medianWay = way(["median", "sdlog"], ({ median, sdlog }) => ({ meanlog: ln(median), sdlog }), [
  { text: "median > 0", holds: ({ median }) => median > 0 },
]);

const sdRule: Rule<Numbers> = { text: "sd > 0", holds: ({ sd }) => sd > 0 };
