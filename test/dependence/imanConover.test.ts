import { describe, expect, test } from "vitest";
import { imanConover } from "../../engine/dependence/imanConover.ts";

describe("samples from outside that get no rank correlation", () => {
  test("a target that nothing can have, or samples that say the same, are refused", () => {
    const columns = [Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 1, 4, 3)];
    expect(() =>
      imanConover(columns, [
        [1, 1.1],
        [1.1, 1],
      ]),
    ).toThrow("target");
    expect(() =>
      imanConover(
        [columns[0], columns[0]],
        [
          [1, 0.5],
          [0.5, 1],
        ],
      ),
    ).toThrow("scores");
  });
});
