import type { Copula } from "./copula.ts";
import { scoreFromKendall, scoreFromSpearman } from "./rankCorrelation.ts";
import { scoreFromSpearmanOfT } from "./spearmanOfT.ts";

/** What a stated correlation is one of. */
type CorrelationKind = "scores" | "spearman" | "kendall";

/** The correlation of scores that a stated correlation, from −1 to 1, stands for under a copula. */
export function scoreCorrelation(value: number, kind: CorrelationKind, copula: Copula): number {
  switch (kind) {
    case "scores":
      return value;
    case "kendall":
      return scoreFromKendall(value);
    case "spearman":
      return copula.kind === "gaussian"
        ? scoreFromSpearman(value)
        : scoreFromSpearmanOfT(value, copula.degreesOfFreedom);
  }
}
