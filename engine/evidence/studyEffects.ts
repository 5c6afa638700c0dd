import { impossible } from "../issues.ts";
import { exp, ln } from "../numeric/elementary.ts";
import { logGamma } from "../numeric/logGamma.ts";

/** Hits among those observed. */
export interface Counted {
  readonly hits: number;
  readonly of: number;
}

/** Mean and standard deviation of a group. */
export interface Measured {
  readonly mean: number;
  readonly sd: number;
  readonly of: number;
}

interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

/** What a study of two groups counted, as an estimate: ratios as their logarithm. */
export type CountedMeasure = "riskDifference" | "logRelativeRisk" | "logOddsRatio";

/**
 * Estimate and large-sample standard error from counts. For the ratios ½ is added to all four cells where one is empty.
 * Source: Fleiss & Berlin (2009), in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 13, ISBN 978-0-87154-163-5.
 *
 * @throws UtfallError `evidenceRule`
 */
export function effectFromCounts(measure: CountedMeasure, programme: Counted, comparison: Counted): Estimate {
  for (const { hits, of } of [programme, comparison])
    if (!(hits >= 0 && hits <= of && of > 0 && of < Number.POSITIVE_INFINITY))
      throw impossible(measure, "0 ≤ hits ≤ of", { hits, of });
  const cells = [programme.hits, programme.of - programme.hits, comparison.hits, comparison.of - comparison.hits];
  const added = measure !== "riskDifference" && cells.includes(0) ? 0.5 : 0;
  const [a, b, c, d] = cells.map((cell) => cell + added);
  const [n1, n2] = [a + b, c + d];
  switch (measure) {
    case "riskDifference":
      return {
        estimate: a / n1 - c / n2,
        standardError: Math.sqrt((a * b) / (n1 * n1 * n1) + (c * d) / (n2 * n2 * n2)),
      };
    case "logRelativeRisk":
      return {
        estimate: ln((a / n1) * (n2 / c)),
        standardError: Math.sqrt(Math.max(0, 1 / a - 1 / n1 + (1 / c - 1 / n2))),
      };
    case "logOddsRatio":
      return { estimate: ln((a / b) * (d / c)), standardError: Math.sqrt(1 / a + 1 / b + (1 / c + 1 / d)) };
  }
}

/**
 * Standardised mean difference with Hedges' exact correction for small groups, and its large-sample standard error.
 * Source: Hedges (1981), doi:10.3102/10769986006002107.
 *
 * @throws UtfallError `evidenceRule`
 */
export function standardisedMeanDifference(programme: Measured, comparison: Measured): Estimate {
  for (const { sd, of } of [programme, comparison])
    if (!(sd > 0 && of > 1)) throw impossible("standardised mean difference", "sd > 0", { sd, of });
  const degreesOfFreedom = programme.of + comparison.of - 2;
  const squares =
    (programme.of - 1) * programme.sd * programme.sd + (comparison.of - 1) * comparison.sd * comparison.sd;
  const raw = (programme.mean - comparison.mean) / Math.sqrt(squares / degreesOfFreedom);
  const half = degreesOfFreedom / 2;
  const correction = exp(logGamma(half) - logGamma(half - 0.5)) / Math.sqrt(half);
  const estimate = raw * correction;
  const total = programme.of + comparison.of;
  return {
    estimate,
    standardError: Math.sqrt(1 / programme.of + 1 / comparison.of + (estimate * estimate) / (2 * total)),
  };
}
