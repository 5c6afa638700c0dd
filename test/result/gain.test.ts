import { describe, expect, test } from "vitest";
import { gainOf } from "../../engine/result/gain.ts";
import type { NumberSummary, Result } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { drawn } from "../models/plainInputs.ts";
import { r1Request } from "../models/r1.ts";

describe("gain of the design", () => {
  test("is variance/(N·se²), with the interval of a chi-square", () => {
    const gain = gainOf(8, 1000, 0.04, 16)!;
    expect(gain.value).toBeCloseTo(5, 12);
    // 2.5 % and 97.5 % of χ² with 15 degrees of freedom, from a table.
    expect(gain.low).toBeCloseTo((5 * 6.262138) / 15, 6);
    expect(gain.high).toBeCloseTo((5 * 27.488393) / 15, 6);
  });

  test("is none without variance or error", () => {
    expect(gainOf(0, 1000, 0, 16)).toBeUndefined();
    expect(gainOf(2, 1000, 0, 16)).toBeUndefined();
    expect(gainOf(0, 1000, 1e-9, 16)).toBeUndefined();
  });

  test("of plain draws is 1, which the interval holds 95 times of 100", () => {
    const { x } = drawn(["x"], { design: "plain", draws: 400 * 16 * 64 });
    let held = 0;
    for (let run = 0; run < 400; run++) {
      const means = Array.from({ length: 16 }, (_, r) => {
        const from = (run * 16 + r) * 64;
        return x.subarray(from, from + 64).reduce((sum, value) => sum + value, 0) / 64;
      });
      const mean = means.reduce((sum, value) => sum + value, 0) / 16;
      const se = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 15 / 16);
      const { low, high } = gainOf(1, 1024, se, 16)!;
      if (low <= 1 && 1 <= high) held++;
    }
    expect(Math.abs(held - 380)).toBeLessThan(4 * Math.sqrt(400 * 0.05 * 0.95));
  });

  test("stands at numbers and criteria of a Sobol' run only", async () => {
    const result = async (design: "sobol" | "plain"): Promise<Result> =>
      (await simulate(r1Request({ design, draws: 16_384 }), inline()))!.result;
    const sobol = await result("sobol");
    const net = sobol.outputs.net as NumberSummary;
    expect(net.gain!.value).toBeCloseTo(net.sd.value ** 2 / (16_384 * net.mean.se ** 2), 6);
    expect(net.gain!.low).toBeGreaterThan(20);
    const { probability, gain } = sobol.criteria.gain;
    expect(gain!.value).toBeCloseTo((probability.value * (1 - probability.value)) / (16_384 * probability.se ** 2), 9);
    const plain = await result("plain");
    expect(plain.criteria.gain.gain).toBeUndefined();
    expect((plain.outputs.net as NumberSummary).gain).toBeUndefined();
  });
});
