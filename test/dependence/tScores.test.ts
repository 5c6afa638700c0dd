import { describe, expect, test } from "vitest";
import { spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import { applyTScores, mixingExactly, tScoreExactly, tScoreTables } from "../../engine/dependence/tScores.ts";
import { applyTransform } from "../../engine/distributions/index.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { gammaP } from "../../engine/numeric/incompleteGamma.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";

describe("the tables of t scores", () => {
  for (const nu of [1, 2.5, 4, 30, 1e5])
    test(`ν = ${nu}: near the exact maps, odd, rising, to the farthest scores`, () => {
      const tables = tScoreTables(nu);
      expect(tables.mixing.cells).toBeLessThanOrEqual(512);
      expect(tables.scores.cells).toBeLessThanOrEqual(1024);

      const n = 1001;
      const s = Float64Array.from({ length: n }, (_, i) => (18 * i) / (n - 1) - 9);
      const half = new Float64Array(n);
      applyTransform(tables.mixing, s, half, n);
      let worst = 0;
      half.forEach((h, i) => {
        worst = Math.max(worst, Math.abs(h - Math.log(mixingExactly(nu, s[i])) / 2));
      });
      expect(worst).toBeLessThan(1.1e-9);

      // A score at which W is 1 leaves y as it is, up to the table.
      const unit = new Float64Array(n).fill(bisect((z) => mixingExactly(nu, z) - 1));
      const y = Float64Array.from({ length: n }, (_, i) => (i === 0 ? 0 : 1e-8 * 10 ** (i / 62.5)));
      const [up, down] = [y.slice(), y.map((x) => -x)];
      applyTScores(tables, unit, [up, down]);
      worst = 0;
      up.forEach((z, i) => {
        if (!(z >= (up[i - 1] ?? 0) && down[i] + z === 0)) expect.fail(`at ${y[i]}`);
        const exact = tScoreExactly(nu, y[i]);
        if (exact < 8.9) worst = Math.max(worst, Math.abs(z - exact) / (1 + y[i] * 1e-10));
      });
      expect(worst).toBeLessThan(2e-9);
      const far = Float64Array.of(Number.POSITIVE_INFINITY, 1e300, Number.NaN);
      applyTScores(tables, unit.subarray(0, 3), [far]);
      expect([...far]).toEqual([expect.closeTo(9, 8), expect.closeTo(9, 8), Number.NaN]);
    });

  test("the exact maps: t quantiles to normal ones, scores to χ²/ν", () => {
    for (const nu of [1, 3, 12])
      for (const z of [-6, -2.5, -0.3, 0, 1e-9, 0.8, 5]) {
        expect(tScoreExactly(nu, studentTQuantile(normalCdf(z), nu))).toBeCloseTo(z, 8);
        expect(gammaP(nu / 2, (mixingExactly(nu, z) * nu) / 2) / normalCdf(z)).toBeCloseTo(1, 9);
      }
    // Cauchy: P(T > t) = ½ − arctan(t)/π
    expect(normalCdf(-tScoreExactly(1, 1000))).toBeCloseTo(Math.atan(1 / 1000) / Math.PI, 15);
  });

  test("degrees of freedom below one are refused", () => {
    for (const wrong of [0.5, 1e7, Number.NaN]) expect(() => tScoreTables(wrong)).toThrow("1 ≤ degreesOfFreedom");
  });
});

function bisect(f: (z: number) => number): number {
  let [low, high] = [-9, 9];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

test("scores made with the mixing variable are normal, and correlate in ranks and in the tails as a t copula does", () => {
  const [nu, rho, n] = [3, 0.5, 1 << 14];
  const [a, b, scale] = ["a", "b", "scale"].map((path) => {
    const integers = new Int32Array(n);
    fillStream(keyOf("1", "draw", path), 0, integers);
    const scores = new Float64Array(n);
    fillScores(integers, scores);
    return scores;
  });
  const left = a.slice();
  const right = a.map((z, i) => rho * z + Math.sqrt(1 - rho * rho) * b[i]);
  applyTScores(tScoreTables(nu), scale, [left, right]);
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
