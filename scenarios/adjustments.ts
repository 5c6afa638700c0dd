import type { ComparisonDesign } from "../engine/evidence/designs.ts";
import type { ScenarioContent } from "./schema/index.ts";

type Row = NonNullable<NonNullable<ScenarioContent["adjustments"]>["designs"][ComparisonDesign]>;

/** What an outcome's effect is adjusted by, and where that is written. */
export interface EffectAdjustment extends Row {
  /** Content path under which factor and extraSd stand. */
  readonly path: string;
  /** How the effect was compared, where it follows the file's table of designs. */
  readonly design?: ComparisonDesign;
}

/** By the effect's own `adjust`, else by the file's table where that has the effect's design; undefined where it stays as stated. */
export function adjustmentOf(content: ScenarioContent, outcome: string): EffectAdjustment | undefined {
  const { adjust, design } = content.outcomes[outcome].effect;
  if (adjust !== undefined)
    return isNeutral(adjust) ? undefined : { ...adjust, path: `outcomes.${outcome}.effect.adjust` };
  const { adjustments } = content;
  const row = design === undefined ? undefined : adjustments?.designs[design];
  if (row === undefined || design === undefined || isNeutral(row)) return undefined;
  const source = row.source ?? adjustments?.source;
  return { ...row, ...(source === undefined ? {} : { source }), path: `adjustments.designs.${design}`, design };
}

/** Where the factor of an adjustment is a quantity, and where its further spread is: each effect has one of its own. */
export const factorPlace = ({ path }: EffectAdjustment): string => `${path}.factor`;
export const spreadPlace = (outcome: string): string => `outcomes.${outcome}.effect.adjust.extraSd`;

/** True where nothing is adjusted: factor 1 and no further spread. */
export function isNeutral({ factor, extraSd }: Pick<Row, "factor" | "extraSd">): boolean {
  return /^(1(\.0+)?|100(\.0+)?\s*%)$/.test(String(factor).trim()) && isNought(extraSd);
}

/** A plain 0, whatever its unit. */
export const isNought = (written: unknown): boolean =>
  (typeof written === "number" || typeof written === "string") && /^0+(\.0+)?(\s*\D.*)?$/.test(String(written).trim());
