import { kendallOfScores, spearmanOfScores } from "../../engine/dependence/rankCorrelation.ts";
import { scoreCorrelation } from "../../engine/dependence/scoreCorrelation.ts";
import { spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import type { correlationKinds } from "../schema/judgement.ts";

type Kind = (typeof correlationKinds)[number];

/** A correlation of normal scores as it was stated. */
export interface Stated {
  readonly between: readonly [string, string];
  readonly correlation: number;
  /** As what it is written. */
  readonly kind: Kind;
  /** The two as the file names them, `reach – care`. */
  readonly names: string;
  /** Place of the entry in the file's list. */
  readonly index: number;
  /** Of the t copula that both are in. */
  readonly degreesOfFreedom?: number | undefined;
}

const kinds = { ranks: "spearman", kendall: "kendall", "normal scores": "scores" } as const;

/** The correlation of scores that a stated one stands for; of a t copula where degrees of freedom are given. */
export function scoresOf(value: number, kind: Kind, degreesOfFreedom: number | undefined): number {
  const copula =
    degreesOfFreedom === undefined ? ({ kind: "gaussian" } as const) : ({ kind: "t", degreesOfFreedom } as const);
  return scoreCorrelation(value, kinds[kind], copula);
}

/** A correlation of scores as what the file states. */
export function statedOf(correlation: number, { kind, degreesOfFreedom }: Pick<Stated, "kind" | "degreesOfFreedom">) {
  if (kind === "normal scores") return correlation;
  if (kind === "kendall") return kendallOfScores(correlation);
  return degreesOfFreedom === undefined ? spearmanOfScores(correlation) : spearmanOfT(correlation, degreesOfFreedom);
}

/** The same in words, with three decimals. */
export const writtenCorrelation = (stated: Pick<Stated, "kind" | "degreesOfFreedom">, correlation: number): string =>
  String(Math.round(statedOf(correlation, stated) * 1000) / 1000).replace("-", "−");
