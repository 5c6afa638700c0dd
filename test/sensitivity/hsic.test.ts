import { expect, test } from "vitest";
import { hsic, independencePValue, normalisedHsic } from "../../engine/sensitivity/hsic.ts";
import { kernelSums, unbiasedHsic } from "../../engine/sensitivity/hsicOf.ts";
import { linearNormal, normals, sampleFrom, uniforms } from "./samples.ts";

/** Of standard normal columns with correlation ρ and kernels of width 1, by Gaussian integrals: E exp(−uᵀu/2) = 1/√det(I + Σ). */
function exactHsic(rho: number): number {
  const both = 1 / Math.sqrt(9 - 4 * rho * rho);
  const each = 1 / Math.sqrt(3);
  // E[k | x] = exp(−x²/4) / √2
  const mixed = 1 / 2 / Math.sqrt((1 + 1 / 2) * (1 + 1 / 2) - (rho * rho) / 4);
  return both + each * each - 2 * mixed;
}
const exactNormalised = (rho: number): number => exactHsic(rho) / exactHsic(1);

test("the sums over pairs give the criterion as it is defined, with and without a group", () => {
  const n = 24;
  const x = normals("hsic x", n);
  const y = x.map((own, d) => own * own + 0.1 * d);
  const group = Uint16Array.from(x, (_, d) => d % 3);
  const sums = kernelSums(x, y, group, 3, [0.7, 1.3]);
  for (const without of [undefined, 1]) {
    const draws = Array.from(x.keys()).filter((d) => group[d] !== without);
    const k = (i: number, j: number) => Math.exp(-((x[i] - x[j]) ** 2) / 2 / 0.49);
    const l = (i: number, j: number) => Math.exp(-((y[i] - y[j]) ** 2) / 2 / 1.69);
    // As a mean over four, three and two different draws.
    let [one, two, three] = [0, 0, 0];
    const m = draws.length;
    for (const i of draws)
      for (const j of draws) {
        if (i === j) continue;
        two += (k(i, j) * l(i, j)) / (m * (m - 1));
        for (const q of draws) {
          if (q === i || q === j) continue;
          three += (k(i, j) * l(i, q)) / (m * (m - 1) * (m - 2));
          for (const r of draws)
            if (r !== i && r !== j && r !== q) one += (k(i, j) * l(q, r)) / (m * (m - 1) * (m - 2) * (m - 3));
        }
      }
    expect(unbiasedHsic(sums, without).both).toBeCloseTo(two + one - 2 * three, 13);
  }
});

test("intervals hold the exact criterion of normal columns; independence is found where it is", () => {
  const correlations = [0.8, 0.4];
  const held = [0, 0, 0];
  const indistinct = [0, 0, 0];
  const seeds = 20;
  for (let seed = 0; seed < seeds; seed++) {
    const [{ rows }] = hsic(linearNormal(`hsic ${seed}`, 256, correlations));
    [...correlations, 0].forEach((rho, i) => {
      const row = rows.find(({ inputs }) => inputs[0] === `x${i}`)!;
      const { low, high } = row.figures.hsic;
      if (low <= exactNormalised(rho) && exactNormalised(rho) <= high) held[i]++;
      if (row.indistinct !== undefined) indistinct[i]++;
    });
  }
  for (const count of held) expect(count).toBeGreaterThanOrEqual(17);
  expect(indistinct[0]).toBe(0);
  expect(indistinct[2]).toBeGreaterThanOrEqual(17);
});

test("of independent columns, one in twenty looks dependent at the level of one in twenty", () => {
  let below = 0;
  for (let seed = 0; seed < 400; seed++) {
    const x = uniforms(`hsic null ${seed} x`, 40);
    const y = uniforms(`hsic null ${seed} y`, 40);
    const sums = kernelSums(x, y, new Uint16Array(40), 1, [0.29, 0.29]);
    if (independencePValue(unbiasedHsic(sums)) < 0.05) below++;
  }
  // 20 expected, standard deviation 4.4.
  expect(below).toBeGreaterThanOrEqual(8);
  expect(below).toBeLessThanOrEqual(33);
});

test("a column is wholly dependent on itself, and a circle on its own shadow", () => {
  const x = normals("hsic self", 200);
  const own = unbiasedHsic(kernelSums(x, x, new Uint16Array(200), 1, [1, 1]));
  expect(normalisedHsic(own)).toBeCloseTo(1, 13);
  const angle = uniforms("hsic circle", 512).map((u) => 2 * Math.PI * u);
  const [{ rows, more }] = hsic(sampleFrom(angle.map(Math.sin), [angle.map(Math.cos)]));
  expect(rows[0].indistinct).toBeUndefined();
  expect((more!.pValues as Record<string, number>).x0).toBeLessThan(1e-6);
});

test("ties, failed draws, constants and few draws are met", () => {
  const x = uniforms("hsic bad", 256);
  const codes = (y: Float64Array) => {
    const [{ rows, notes }] = hsic(sampleFrom(y, [x, x.map((own) => (own < 0.3 ? 1 : 0)), x.map(() => 3)]));
    for (const { figures } of rows) expect(Object.values(figures.hsic).every(Number.isFinite)).toBe(true);
    return [rows.length, ...notes.map(({ code }) => code)];
  };
  expect(codes(x)).toEqual([2]);
  expect(codes(x.map((own) => Math.max(0.95, own)))).toEqual([2]);
  expect(codes(x.map(() => 5))).toEqual([0, "sensitivityNoSpread"]);
  expect(codes(x.map((own, d) => (d % 10 === 0 ? Number.NaN : own)))).toEqual([2, "sensitivityFailedDraws"]);
  expect(codes(x.subarray(0, 100))).toEqual([0, "sensitivityFewDraws"]);
});
