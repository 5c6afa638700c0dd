import { impossible } from "../issues.ts";
import { exp, ln, normalCdf, normalUpper } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { normalDensity, normalQuantile } from "../numeric/normalQuantile.ts";

/** Ways to state how much more or less common an outcome is with a programme than without. */
export type EffectMeasure =
  /** Risk with minus risk without, a share (0.05 = 5 percentage points). */
  | "riskDifference"
  /** Risk with / risk without. */
  | "relativeRisk"
  /** Odds with / odds without. */
  | "oddsRatio"
  /** Hazard with / hazard without, the same all along the follow-up for which the base rate holds. */
  | "hazardRatio"
  /** Difference of means / standard deviation, of the measure behind the outcome; above 0 where the outcome is more common. */
  | "standardisedMeanDifference";

/**
 * The distribution assumed behind an outcome that is a threshold on a continuous measure. `logistic`: ln odds ratio = d·π/√3
 * (Hasselblad & Hedges 1995, doi:10.1037/0033-2909.117.1.167). `normal`: Φ⁻¹(risk) moves by d
 * (Furukawa & Leucht 2011, doi:10.1371/journal.pone.0019070).
 */
export type Behind = "logistic" | "normal";

/** π/√3: the standard deviation of the standard logistic distribution. */
const logisticSd = 1.8137993642342178;

/**
 * The risk with the programme, from the risk without it.
 *
 * @param value in the measure's natural unit (a ratio is not logged)
 * @param baseRate risk without the programme, inside (0, 1)
 * @throws UtfallError `evidenceRule` where the risk would leave [0, 1] or a number is impossible
 */
export function riskWith(measure: EffectMeasure, value: number, baseRate: number, behind: Behind = "logistic"): number {
  checkBaseRate(baseRate);
  if (!Number.isFinite(value)) throw impossible(measure, "−∞ < value < ∞", { value });
  if (isRatio(measure) && !(value >= 0)) throw impossible(measure, "value ≥ 0", { value });
  const risk = riskOf(measure, value, baseRate, behind);
  if (!(risk >= 0 && risk <= 1)) throw impossible(measure, "0 ≤ P ≤ 1", { value, baseRate, P: risk });
  return risk;
}

function riskOf(measure: EffectMeasure, value: number, baseRate: number, behind: Behind): number {
  switch (measure) {
    case "riskDifference":
      return baseRate + value;
    case "relativeRisk":
      return baseRate * value;
    case "oddsRatio":
      return (value * baseRate) / (1 - baseRate + value * baseRate);
    case "hazardRatio":
      return 0 - expm1(value * log1p(-baseRate));
    case "standardisedMeanDifference":
      return behind === "normal"
        ? normalCdf(normalQuantile(baseRate) + value)
        : riskOf("oddsRatio", exp(value * logisticSd), baseRate, behind);
  }
}

/**
 * The effect between two risks, both inside (0, 1).
 *
 * @throws UtfallError `evidenceRule`
 */
export function effectOf(measure: EffectMeasure, risk: number, baseRate: number, behind: Behind = "logistic"): number {
  checkBaseRate(baseRate);
  if (!(risk > 0 && risk < 1)) throw impossible(measure, "0 < P < 1", { P: risk, baseRate });
  switch (measure) {
    case "riskDifference":
      return risk - baseRate;
    case "relativeRisk":
      return risk / baseRate;
    case "oddsRatio":
      return (risk * (1 - baseRate)) / ((1 - risk) * baseRate);
    case "hazardRatio":
      return log1p(-risk) / log1p(-baseRate);
    case "standardisedMeanDifference":
      return behind === "normal"
        ? normalQuantile(risk) - normalQuantile(baseRate)
        : ln(effectOf("oddsRatio", risk, baseRate)) / logisticSd;
  }
}

/** An effect with its standard error: of the logarithm for a ratio, of the value itself otherwise. */
export interface UncertainEffect {
  readonly measure: EffectMeasure;
  readonly value: number;
  readonly standardError: number;
}

/**
 * The same effect in another measure, for one base rate. The standard error follows by the delta method, through the risk with
 * the programme; the base rate counts as known. All measures rise with that risk, so percentiles convert by their values.
 *
 * @throws UtfallError `evidenceRule`
 */
export function convertEffect(
  effect: UncertainEffect,
  to: EffectMeasure,
  baseRate: number,
  behind: Behind = "logistic",
): UncertainEffect {
  const risk = riskWith(effect.measure, effect.value, baseRate, behind);
  const value = effectOf(to, risk, baseRate, behind);
  const ratio = riskSlope(effect.measure, risk, behind) / riskSlope(to, risk, behind);
  return { measure: to, value, standardError: effect.standardError * ratio };
}

/** d risk / d effect at a risk, the effect being the logarithm of a ratio. */
function riskSlope(measure: EffectMeasure, risk: number, behind: Behind): number {
  switch (measure) {
    case "riskDifference":
      return 1;
    case "relativeRisk":
      return risk;
    case "oddsRatio":
      return risk * (1 - risk);
    case "hazardRatio":
      return -(1 - risk) * log1p(-risk);
    case "standardisedMeanDifference":
      return behind === "normal" ? normalDensity(normalQuantile(risk)) : logisticSd * risk * (1 - risk);
  }
}

/** How often a randomly chosen participant does better than a randomly chosen other: Φ(d/√2), for normal measures. */
export function chanceOfBetter(standardisedMeanDifference: number): number {
  return normalUpper(-standardisedMeanDifference * Math.SQRT1_2);
}

function isRatio(measure: EffectMeasure): boolean {
  return measure === "relativeRisk" || measure === "oddsRatio" || measure === "hazardRatio";
}

function checkBaseRate(baseRate: number): void {
  if (!(baseRate > 0 && baseRate < 1)) throw impossible("baseRate", "0 < baseRate < 1", { baseRate });
}
