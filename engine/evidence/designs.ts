import { impossible, UtfallError } from "../issues.ts";

/** How an effect was compared, in our order of trust. */
export const comparisonDesigns = [
  "randomised",
  "waiting list",
  "matching",
  "generic control",
  "historical control",
  "shadow control",
  "before-after",
] as const;

export type ComparisonDesign = (typeof comparisonDesigns)[number];

/** What is done to an effect that was compared in one way: mean × factor, and further spread added in quadrature. */
interface DesignAdjustment {
  /** The adjusted mean as a multiple of the stated one. */
  readonly factor: number;
  /** Further standard deviation, in the effect's own unit. */
  readonly extraSd: number;
  /** Where the two numbers come from; needed unless they are 1 and 0. */
  readonly source?: string;
}

export interface DesignAdjustments {
  readonly version: string;
  readonly designs: Readonly<Record<ComparisonDesign, DesignAdjustment>>;
}

/** Leaves every effect as stated: no sourced correction holds for social programmes in general, so none is assumed. */
export const unadjusted: DesignAdjustments = {
  version: "1",
  designs: Object.fromEntries(
    comparisonDesigns.map((design) => [design, { factor: 1, extraSd: 0 }]),
  ) as unknown as DesignAdjustments["designs"],
};

/** A table with some designs' rows replaced, under a version of its own. */
export function withAdjustments(
  table: DesignAdjustments,
  version: string,
  replaced: Partial<DesignAdjustments["designs"]>,
): DesignAdjustments {
  const made = { version, designs: { ...table.designs, ...replaced } };
  checkAdjustments(made);
  return made;
}

/** An effect as stated and as adjusted, side by side. */
export interface AdjustedEffect {
  readonly stated: { readonly mean: number; readonly sd: number };
  readonly adjusted: { readonly mean: number; readonly sd: number };
  readonly by: DesignAdjustment & { readonly design: ComparisonDesign; readonly version: string };
}

/**
 * An effect with its mean shifted and its spread widened for the way it was compared: mean·factor, √((sd·factor)² + extraSd²).
 * The form is that of bias adjustment by Turner et al. (2009), doi:10.1111/j.1467-985X.2008.00547.x.
 *
 * @throws UtfallError `adjustmentWithoutSource`, `evidenceRule`
 */
export function adjustForDesign(
  stated: { readonly mean: number; readonly sd: number },
  design: ComparisonDesign,
  table: DesignAdjustments,
): AdjustedEffect {
  checkAdjustments(table);
  const { mean, sd } = stated;
  if (!(Number.isFinite(mean) && sd >= 0)) throw impossible("adjustment", "sd ≥ 0", { mean, sd });
  const row = table.designs[design];
  return { stated: { mean, sd }, adjusted: adjusted(stated, row), by: { ...row, design, version: table.version } };
}

/** Mean and standard deviation after an adjustment: mean · factor, √((sd · factor)² + extraSd²). */
export function adjusted(
  { mean, sd }: AdjustedEffect["stated"],
  { factor, extraSd }: Pick<DesignAdjustment, "factor" | "extraSd">,
): AdjustedEffect["adjusted"] {
  const scaled = sd * factor;
  return {
    mean: mean * factor,
    sd: extraSd === 0 ? Math.abs(scaled) : Math.sqrt(scaled * scaled + extraSd * extraSd),
  };
}

function checkAdjustments({ designs }: DesignAdjustments): void {
  for (const design of comparisonDesigns) {
    const { factor, extraSd, source } = designs[design];
    if (!(Number.isFinite(factor) && extraSd >= 0 && extraSd < Number.POSITIVE_INFINITY))
      throw impossible("adjustment", "extraSd ≥ 0", { factor, extraSd });
    if ((factor !== 1 || extraSd !== 0) && !source?.trim())
      throw new UtfallError([{ code: "adjustmentWithoutSource", with: { design, factor, extraSd } }]);
  }
}
