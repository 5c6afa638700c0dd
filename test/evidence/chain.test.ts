import { expect, test } from "vitest";
import { adjustForDesign, unadjusted } from "../../engine/evidence/designs.ts";
import { convertEffect } from "../../engine/evidence/effectMeasures.ts";
import { poolStudies } from "../../engine/evidence/poolStudies.ts";
import { shrinkTowards } from "../../engine/evidence/shrink.ts";
import { effectFromCounts } from "../../engine/evidence/studyEffects.ts";

test("from studies to a draw: pooled, shrunk, adjusted, converted to a share of cases avoided", () => {
  const studies = [
    { id: "first", hits: [12, 40], of: [100, 110] },
    { id: "second", hits: [20, 35], of: [150, 140] },
    { id: "third", hits: [9, 14], of: [60, 66] },
  ].map(({ id, hits, of }) => ({
    id,
    ...effectFromCounts("logRelativeRisk", { hits: hits[0], of: of[0] }, { hits: hits[1], of: of[1] }),
  }));
  const { prediction, heterogeneity } = poolStudies(studies);
  expect(heterogeneity.degreesOfFreedom).toBe(2);
  expect(prediction.low).toBeLessThan(prediction.mean);
  const local = shrinkTowards({ estimate: -0.2, standardError: 0.3 }, { mean: prediction.mean, sd: prediction.scale });
  expect(local.mean).toBeLessThan(-0.2);
  expect(local.mean).toBeGreaterThan(prediction.mean);
  const { adjusted } = adjustForDesign(local, "matching", unadjusted);
  expect(adjusted).toEqual({ mean: local.mean, sd: local.sd });
  const points = convertEffect(
    { measure: "relativeRisk", value: Math.exp(adjusted.mean), standardError: adjusted.sd },
    "riskDifference",
    0.3,
  );
  expect(points.value).toBeCloseTo(0.3 * (Math.exp(adjusted.mean) - 1), 14);
  expect(points.standardError).toBeCloseTo(0.3 * Math.exp(adjusted.mean) * adjusted.sd, 14);
});
