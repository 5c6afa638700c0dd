import type { Distribution } from "./distribution.ts";
import { prepared } from "./prepared.ts";
import { rises, segmentFunctions, segmentsOf } from "./segments.ts";

type Parameters = { edges: readonly number[]; chips: readonly number[] };

/** Empty bins at the ends are left out. */
const segments = prepared(({ edges, chips }: Parameters) => {
  const first = chips.findIndex((chip) => chip > 0);
  const last = chips.length - 1 - [...chips].reverse().findIndex((chip) => chip > 0);
  return segmentsOf(edges.slice(first, last + 2), chips.slice(first, last + 1));
});

/**
 * Histogram: chips that people have placed in bins, evenly spread within each bin; bins may be empty. Support from the first bin
 * with a chip to the last, the quantity's own unit.
 * Source: Gore (1987), Biostatistics and the Medical Research Council; O'Hagan et al. (2006), Uncertain Judgements, ch. 5,
 * doi:10.1002/0470033312.
 */
export const histogram: Distribution<Parameters> = {
  about: {
    en: "Chips that people have placed in bins, evenly spread within each bin",
    sv: "Marker som människor har lagt ut i fack, jämnt spridda inom varje fack",
    use: "Experts have laid chips in bins, or a source prints its data in classes. Twenty chips are usual; a bin without chips is impossible, so lay at least one wherever the quantity may be.",
    support: "from the first edge to the last, bins without chips apart",
    density: "share of the bin/width of the bin",
    cdf: "straight lines between the shares below each edge",
    mean: "Σ share·middle of each bin",
    variance: "Σ share·((middle − mean)² + width²/12)",
    skewness: "Σ share·((middle − mean)³ + (middle − mean)·width²/4)/sd³",
    source: "O'Hagan et al. (2006), Uncertain Judgements, ch. 5, doi:10.1002/0470033312",
  },
  parameters: {
    edges: {
      unit: "own",
      holds: "list",
      means: { en: "where the bins begin and end", sv: "var facken börjar och slutar" },
    },
    chips: { unit: "number", holds: "list", means: { en: "chips in each bin", sv: "marker i varje fack" } },
  },
  rules: [
    { text: "n(edges) = n(chips) + 1 ≥ 2", holds: (p) => p.edges.length === p.chips.length + 1 && p.chips.length >= 1 },
    { text: "edge₁ < edge₂ < …", holds: ({ edges }) => rises(edges) },
    { text: "chips ≥ 0", holds: ({ chips }) => chips.every((chip) => chip >= 0) },
    { text: "Σ chips > 0", holds: ({ chips }) => chips.some((chip) => chip > 0) },
  ],
  forms: [],
  support(p) {
    const { edges } = segments(p);
    return [edges[0], edges[edges.length - 1]];
  },
  ...segmentFunctions(segments),
  gaps: ({ chips }) => chips.some((chip) => chip === 0),
};
