import { impossible } from "../issues.ts";

/** What one study found: an estimate on a scale where errors are about normal (points, or the logarithm of a ratio). */
export interface Study {
  readonly id: string;
  readonly estimate: number;
  /** Standard error of the estimate, above zero, on the same scale. */
  readonly standardError: number;
}

/** @throws UtfallError `evidenceRule` where a number is missing or a standard error is not above zero */
export function checkStudies(studies: readonly Study[]): void {
  if (studies.length < 2) throw impossible("pooling", "studies ≥ 2", { studies: studies.length });
  for (const { id, estimate, standardError } of studies) {
    if (!Number.isFinite(estimate)) throw impossible(id, "−∞ < estimate < ∞", { estimate });
    if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
      throw impossible(id, "standardError > 0", { standardError });
  }
}
