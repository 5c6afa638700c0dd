import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chanceOfBetter,
  convertEffect,
  type EffectMeasure,
  effectOf,
  riskWith,
} from "../../engine/evidence/effectMeasures.ts";
import { effectFromCounts, standardisedMeanDifference } from "../../engine/evidence/studyEffects.ts";

const measures: readonly EffectMeasure[] = [
  "riskDifference",
  "relativeRisk",
  "oddsRatio",
  "hazardRatio",
  "standardisedMeanDifference",
];
const behinds = ["logistic", "normal"] as const;

describe("measures", () => {
  test("a risk of 0.2 halved, by hand", () => {
    expect(riskWith("relativeRisk", 0.5, 0.2)).toBe(0.1);
    expect(riskWith("riskDifference", -0.1, 0.2)).toBeCloseTo(0.1, 16);
    expect(effectOf("oddsRatio", 0.1, 0.2)).toBeCloseTo(4 / 9, 15);
    expect(effectOf("hazardRatio", 0.1, 0.2)).toBeCloseTo(Math.log(0.9) / Math.log(0.8), 15);
    expect(effectOf("standardisedMeanDifference", 0.1, 0.2)).toBeCloseTo(
      (Math.log(4 / 9) * Math.sqrt(3)) / Math.PI,
      15,
    );
    // Φ⁻¹(0.1) − Φ⁻¹(0.2)
    expect(effectOf("standardisedMeanDifference", 0.1, 0.2, "normal")).toBeCloseTo(
      -1.2815515655446004 + 0.8416212335729142,
      14,
    );
  });

  test("what a measure says of a risk, the risk says of the measure", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...measures),
        fc.constantFrom(...behinds),
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        (measure, behind, risk, baseRate) => {
          const back = riskWith(measure, effectOf(measure, risk, baseRate, behind), baseRate, behind);
          expect(Math.abs(back - risk)).toBeLessThanOrEqual(1e-14 + 1e-11 * Math.min(risk, 1 - risk));
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  test("standard errors convert by the slope, held to differences", () => {
    const natural = (measure: EffectMeasure, effect: number) =>
      measure.endsWith("Ratio") || measure === "relativeRisk" ? Math.exp(effect) : effect;
    const working = (measure: EffectMeasure, value: number) =>
      measure.endsWith("Ratio") || measure === "relativeRisk" ? Math.log(value) : value;
    for (const behind of behinds)
      for (const from of measures)
        for (const to of measures) {
          const value = effectOf(from, 0.32, 0.25, behind);
          const at = (step: number) =>
            convertEffect(
              { measure: from, value: natural(from, working(from, value) + step), standardError: 0.1 },
              to,
              0.25,
              behind,
            );
          const slope = (working(to, at(1e-5).value) - working(to, at(-1e-5).value)) / 2e-5;
          expect(at(0).standardError / 0.1).toBeCloseTo(slope, 7);
        }
  });

  test("a risk outside 0 and 1 is refused with the numbers", () => {
    expect(() => riskWith("relativeRisk", 3, 0.4)).toThrow("0 ≤ P ≤ 1");
    expect(() => riskWith("riskDifference", -0.5, 0.4)).toThrow("0 ≤ P ≤ 1");
    expect(() => riskWith("oddsRatio", -1, 0.4)).toThrow("value ≥ 0");
    expect(() => riskWith("hazardRatio", 0.5, 1)).toThrow("0 < baseRate < 1");
    expect(() => effectOf("oddsRatio", 1, 0.4)).toThrow("0 < P < 1");
    expect(riskWith("relativeRisk", 2.5, 0.4)).toBe(1);
    expect(riskWith("hazardRatio", 0, 0.4)).toBe(0);
  });

  test("the chance that a participant does better", () => {
    expect(chanceOfBetter(0)).toBe(0.5);
    expect(chanceOfBetter(Math.SQRT2 * 1.2815515655446004)).toBeCloseTo(0.9, 14);
  });
});

describe("effects from what two groups showed", () => {
  test("counts: Fleiss and Berlin's formulas by hand", () => {
    const [programme, comparison] = [
      { hits: 4, of: 123 },
      { hits: 11, of: 139 },
    ];
    const logRisk = effectFromCounts("logRelativeRisk", programme, comparison);
    expect(logRisk.estimate).toBeCloseTo(Math.log(4 / 123 / (11 / 139)), 14);
    expect(logRisk.standardError ** 2).toBeCloseTo(1 / 4 - 1 / 123 + 1 / 11 - 1 / 139, 14);
    const logOdds = effectFromCounts("logOddsRatio", programme, comparison);
    expect(logOdds.estimate).toBeCloseTo(Math.log((4 * 128) / (119 * 11)), 14);
    expect(logOdds.standardError ** 2).toBeCloseTo(1 / 4 + 1 / 119 + 1 / 11 + 1 / 128, 14);
    const difference = effectFromCounts("riskDifference", programme, comparison);
    expect(difference.estimate).toBeCloseTo(4 / 123 - 11 / 139, 15);
    expect(difference.standardError ** 2).toBeCloseTo((4 * 119) / 123 ** 3 + (11 * 128) / 139 ** 3, 15);
  });

  test("an empty cell adds one half everywhere to the ratios, nothing to the difference", () => {
    const none = [
      { hits: 0, of: 20 },
      { hits: 5, of: 20 },
    ] as const;
    expect(effectFromCounts("logOddsRatio", ...none).estimate).toBeCloseTo(Math.log((0.5 / 20.5) * (15.5 / 5.5)), 14);
    expect(effectFromCounts("logRelativeRisk", ...none).estimate).toBeCloseTo(Math.log((0.5 / 21) * (21 / 5.5)), 14);
    expect(effectFromCounts("riskDifference", ...none).estimate).toBe(-0.25);
    expect(() => effectFromCounts("logOddsRatio", { hits: 14, of: 12 }, none[1])).toThrow("0 ≤ hits ≤ of");
  });

  test("standardised mean difference: nearly 1 − 3/(4m − 1) times the raw one", () => {
    const { estimate, standardError } = standardisedMeanDifference(
      { mean: 5, sd: 2, of: 12 },
      { mean: 4, sd: 2, of: 10 },
    );
    // Γ(10)/(√10·Γ(9.5)), by the product of half-integers
    expect(estimate).toBeCloseTo(0.5 * 0.961945, 6);
    expect(estimate).toBeCloseTo(0.5 * (1 - 3 / 79), 4);
    expect(standardError).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 10 + estimate ** 2 / 44), 15);
  });
});
