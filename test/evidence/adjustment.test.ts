import { describe, expect, test } from "vitest";
import { adjustForDesign, comparisonDesigns, unadjusted, withAdjustments } from "../../engine/evidence/designs.ts";
import { shrinkTowards, shrinkWithin } from "../../engine/evidence/shrink.ts";

describe("designs", () => {
  test("the table leaves every design's effect as stated", () => {
    expect(comparisonDesigns).toHaveLength(7);
    for (const design of comparisonDesigns) {
      const { stated, adjusted, by } = adjustForDesign({ mean: 0.18, sd: 0.07 }, design, unadjusted);
      expect(adjusted).toEqual(stated);
      expect(by).toEqual({ design, version: "1", factor: 1, extraSd: 0 });
    }
  });

  test("a sourced row shifts the mean and widens the spread, beside what was stated", () => {
    const row = { factor: 0.5, extraSd: 0.04, source: "our own follow-ups 2019–2023" };
    const table = withAdjustments(unadjusted, "own-1", { "before-after": row });
    const { stated, adjusted, by } = adjustForDesign({ mean: 0.2, sd: 0.06 }, "before-after", table);
    expect(stated).toEqual({ mean: 0.2, sd: 0.06 });
    expect(adjusted.mean).toBe(0.1);
    expect(adjusted.sd).toBeCloseTo(0.05, 16);
    expect(by).toEqual({ ...row, design: "before-after", version: "own-1" });
    expect(adjustForDesign({ mean: 0.2, sd: 0.06 }, "randomised", table).adjusted).toEqual({ mean: 0.2, sd: 0.06 });
  });

  test("a correction without a source is refused", () => {
    const change = (row: { factor: number; extraSd: number; source?: string }) =>
      withAdjustments(unadjusted, "own", { matching: row });
    expect(() => change({ factor: 0.8, extraSd: 0 })).toThrow("no source");
    expect(() => change({ factor: 1, extraSd: 0.1, source: " " })).toThrow("no source");
    expect(() => change({ factor: 1, extraSd: -0.1, source: "a" })).toThrow("extraSd ≥ 0");
    expect(change({ factor: 1, extraSd: 0 }).version).toBe("own");
  });
});

describe("shrinkage", () => {
  test("the normal posterior: precisions add", () => {
    const { raw, mean, sd, weight } = shrinkTowards(
      { estimate: 0.3, standardError: 0.1 },
      { mean: 0.1, sd: 0.12, meanStandardError: 0.05 },
    );
    const [own, others] = [1 / 0.01, 1 / (0.0144 + 0.0025)];
    expect(raw).toEqual({ mean: 0.3, sd: 0.1 });
    expect(mean).toBeCloseTo((own * 0.3 + others * 0.1) / (own + others), 15);
    expect(sd).toBeCloseTo(1 / Math.sqrt(own + others), 15);
    expect(weight).toBeCloseTo(own / (own + others), 15);
  });

  test("a class without spread takes all, one without bounds nothing", () => {
    const estimate = { estimate: 0.3, standardError: 0.1 };
    expect(shrinkTowards(estimate, { mean: 0.1, sd: 0 })).toMatchObject({ mean: 0.1, sd: 0, weight: 0 });
    expect(shrinkTowards(estimate, { mean: 0.1, sd: 1e9 }).mean).toBeCloseTo(0.3, 15);
    expect(shrinkWithin(estimate, { mean: 0.1, standardError: 0.02, tau2: 0 })).toMatchObject({ mean: 0.1, sd: 0.02 });
    expect(() => shrinkTowards({ estimate: 0.3, standardError: 0 }, { mean: 0.1, sd: 0.1 })).toThrow();
  });
});
