import { impossible } from "../../issues.ts";

/** What somebody knows of a quantity: it lies at or below `value` with this probability. */
export interface KnownQuantile {
  /** Inside (0, 1). */
  readonly probability: number;
  readonly value: number;
}

/** @throws UtfallError `evidenceRule` unless at least two quantiles rise, inside the support */
export function checkQuantiles(
  family: string,
  known: readonly KnownQuantile[],
  [low, high]: readonly [number, number],
): void {
  if (known.length < 2) throw impossible(family, "quantiles ≥ 2", { quantiles: known.length });
  known.forEach(({ probability, value }, i) => {
    if (!(probability > 0 && probability < 1)) throw impossible(family, "0 < P < 1", { P: probability });
    if (!(value > low && value < high)) throw impossible(family, `${low} < x < ${high}`, { x: value });
    if (i === 0) return;
    const before = known[i - 1];
    if (!(before.probability < probability))
      throw impossible(family, "P₁ < P₂", { P1: before.probability, P2: probability });
    if (!(before.value < value)) throw impossible(family, "x₁ < x₂", { x1: before.value, x2: value });
  });
}
