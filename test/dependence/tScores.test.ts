import { describe, expect, test } from "vitest";
import { spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import { mixingSpec, tScoreAt, tScoreExactly, tScoreTable } from "../../engine/dependence/tScores.ts";
import { describe as described } from "../../engine/distributions/index.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";

describe("the table of t scores", () => {
  for (const nu of [1, 2.5, 4, 30, 1e5])
    test(`ν = ${nu}: near the exact map, odd, rising, to the farthest scores`, () => {
      const table = tScoreTable(nu);
      expect(table.cells).toBeLessThanOrEqual(512);
      let [worst, last] = [0, -1];
      for (let i = 0; i <= 1000; i++) {
        const y = i === 0 ? 0 : Math.exp((i / 1000 - 0.5) * 2 * Math.log(1e8));
        const z = tScoreAt(table, y);
        if (!(z >= last && tScoreAt(table, -y) + z === 0)) expect.fail(`at ${y}`);
        last = z;
        const exact = tScoreExactly(nu, y);
        if (exact < 8.9) worst = Math.max(worst, Math.abs(z - exact));
      }
      expect(worst).toBeLessThan(1.1e-10);
      expect(tScoreAt(table, Number.POSITIVE_INFINITY)).toBeCloseTo(9, 9);
      expect(tScoreAt(table, 1e300)).toBeCloseTo(9, 9);
      expect(tScoreAt(table, Number.NaN)).toBeNaN();
    });

  test("the exact map takes t quantiles to normal ones", () => {
    for (const nu of [1, 3, 12])
      for (const z of [-6, -2.5, -0.3, 0, 1e-9, 0.8, 5])
        expect(tScoreExactly(nu, studentTQuantile(normalCdf(z), nu))).toBeCloseTo(z, 8);
    // Cauchy: P(T > t) = ½ − arctan(t)/π
    expect(normalCdf(-tScoreExactly(1, 1000))).toBeCloseTo(Math.atan(1 / 1000) / Math.PI, 15);
  });

  test("degrees of freedom below one are refused", () => {
    expect(() => tScoreTable(0.5)).toThrow("1 ≤ degreesOfFreedom");
    expect(() => mixingSpec(Number.NaN)).toThrow("1 ≤ degreesOfFreedom");
  });
});

test("scores made with the mixing variable are normal, and correlate in ranks and in the tails as a t copula does", () => {
  const [nu, rho, n] = [3, 0.5, 1 << 14];
  const [a, b, scale] = ["a", "b", "scale"].map((path) => {
    const integers = new Int32Array(n);
    fillStream(keyOf("1", "draw", path), 0, integers);
    const scores = new Float64Array(n);
    fillScores(integers, scores);
    return scores;
  });
  const mixing = described(mixingSpec(nu));
  const table = tScoreTable(nu);
  const left = new Float64Array(n);
  const right = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const z = scale[i];
    const w = Math.sqrt(z < 0 ? mixing.quantile(normalCdf(z)) : mixing.upperQuantile(normalCdf(-z)));
    left[i] = tScoreAt(table, a[i] / w);
    right[i] = tScoreAt(table, (rho * a[i] + Math.sqrt(1 - rho * rho) * b[i]) / w);
  }
  for (const column of [left, right]) {
    const square = column.reduce((sum, z) => sum + z * z, 0) / n;
    expect(Math.abs(column.reduce((sum, z) => sum + z, 0)) / Math.sqrt(n)).toBeLessThan(4);
    expect(Math.abs(square - 1) * Math.sqrt(n / 2)).toBeLessThan(4);
    const below = column.filter((z) => z < -2.3263478740408408).length;
    expect(Math.abs(below - 0.01 * n) / Math.sqrt(0.0099 * n)).toBeLessThan(4);
  }
  const [first, second] = [left, right].map((column) => ranks(column).map((rank) => (rank - (n + 1) / 2) / n));
  const spearman = 12 * (first.reduce((sum, x, i) => sum + x * second[i], 0) / n);
  // The standard error of a rank correlation of 0.48 is below 1/√n.
  expect(Math.abs(spearman - spearmanOfT(rho, nu)) * Math.sqrt(n)).toBeLessThan(4);
  // Of the reference values: C(0.01, 0.01) = 0.00329582… for ν = 3, ρ = 0.5
  const both = left.reduce(
    (count, z, i) => count + (z < -2.3263478740408408 && right[i] < -2.3263478740408408 ? 1 : 0),
    0,
  );
  expect(Math.abs(both - 0.0032958204785313978 * n) / Math.sqrt(0.0033 * n)).toBeLessThan(4);
});
