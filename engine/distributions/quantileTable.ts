import type { Distribution } from "./distribution.ts";
import { prepared } from "./prepared.ts";
import { rises, type Segments, segmentFunctions } from "./segments.ts";

type Parameters = { levels: readonly number[]; values: readonly number[] };

const segments = prepared(
  ({ levels, values }: Parameters): Segments => ({
    edges: values,
    masses: levels.slice(1).map((level, i) => level - levels[i]),
    lower: levels,
    upper: levels.map((level) => 1 - level),
  }),
);

/**
 * Quantile table: values with the share that lies below each, straight lines between them. Support from the value at 0 % to the
 * one at 100 %, the quantity's own unit.
 * Source: O'Hagan et al. (2006), Uncertain Judgements, ch. 5, doi:10.1002/0470033312.
 */
export const quantileTable: Distribution<Parameters> = {
  about: {
    en: "Values with the share that lies below each, straight lines in between, from 0 to 100 %",
    sv: "Värden med andelen som ligger under vart och ett, räta linjer däremellan, från 0 till 100 %",
    use: "Quantiles from 0 to 100 % are known, from a register or from an expert, and are to be taken as they stand. `quantiles` alone draws a smooth curve (metalog) and needs no ends.",
    support: "from the first value to the last",
    density: "(level of the next value − level of the last)/(distance between them)",
    cdf: "straight lines between the stated levels",
    mean: "Σ share·middle of each stretch",
    variance: "Σ share·((middle − mean)² + width²/12)",
    skewness: "Σ share·((middle − mean)³ + (middle − mean)·width²/4)/sd³",
    source: "O'Hagan et al. (2006), Uncertain Judgements, ch. 5, doi:10.1002/0470033312",
  },
  parameters: {
    levels: { unit: "number", holds: "list", means: { en: "shares, from 0 to 1", sv: "andelar, från 0 till 1" } },
    values: {
      unit: "own",
      holds: "list",
      means: { en: "the value below which each share lies", sv: "värdet som respektive andel ligger under" },
    },
  },
  rules: [
    { text: "n(values) = n(levels) ≥ 2", holds: (p) => p.values.length === p.levels.length && p.values.length >= 2 },
    { text: "level₁ = 0 %", holds: ({ levels }) => levels[0] === 0 },
    { text: "last level = 100 %", holds: ({ levels }) => levels[levels.length - 1] === 1 },
    { text: "level₁ < level₂ < …", holds: ({ levels }) => rises(levels) },
    { text: "value₁ < value₂ < …", holds: ({ values }) => rises(values) },
  ],
  forms: [],
  support: ({ values }) => [values[0], values[values.length - 1]],
  ...segmentFunctions(segments),
};
