import { describe, expect, test } from "vitest";
import { type DistributionSpec, transformOf } from "../../engine/distributions/index.ts";

/* A table is built once for the same numbers, and never taken for another's. */

const beta = (alpha: number): DistributionSpec => ({ family: "beta", parameters: { alpha, beta: 3 } });
const cut = (min: number, max: number): DistributionSpec => ({
  family: "normal",
  parameters: { mean: 0, sd: 1 },
  min,
  max,
});

describe("tables that are kept", () => {
  test("are shared by all who ask for the same numbers", () => {
    expect(transformOf(beta(2.5))).toBe(transformOf({ ...beta(2.5) }));
  });

  test("differ where a number differs in its last bit, in its sign or in its bounds", () => {
    const specs = [
      beta(2.5),
      beta(2.5 * (1 + Number.EPSILON)),
      cut(0, 1),
      cut(-0, 1),
      cut(-1, 0),
      cut(-1, -0),
      { ...cut(0, 1), max: undefined },
      { ...cut(0, 1), min: Number.NEGATIVE_INFINITY },
      { ...cut(0, 1), max: Number.POSITIVE_INFINITY },
    ];
    expect(new Set(specs.map(transformOf)).size).toBe(specs.length);
    expect(transformOf(cut(-0, 1))).toMatchObject({ low: -0 });
    expect(transformOf(cut(0, 1))).toMatchObject({ low: 0 });
  });

  test("are forgotten in time, and come out the same again", () => {
    const first = transformOf(beta(7));
    let bytes = 0;
    for (let i = 0; bytes <= 8 * 1024 * 1024; i++) {
      const table = transformOf({ ...cut(-0.2 - i / 1024, 0.8), parameters: { mean: 0.18, sd: 0.07 } });
      bytes += (table as { readonly coefficients: Float64Array }).coefficients.byteLength;
    }
    expect(transformOf(beta(7))).not.toBe(first);
    expect(transformOf(beta(7))).toEqual(first);
  });
});
