import { expect, test } from "vitest";
import { argsort } from "../../engine/numeric/ranks.ts";
import { efast, efastIndices } from "../../engine/sensitivity/efast.ts";
import { spectrumAt } from "../../engine/sensitivity/harmonics.ts";
import { rbdFast, rbdFastIndex, thereAndBack } from "../../engine/sensitivity/rbdFast.ts";
import { reference } from "../reference.ts";
import { linearNormal, sampleFrom, uniforms } from "./samples.ts";

test.each([8, 9, 10, 11])("a wave of %i points is found at its own frequency alone", (n) => {
  const turn = (k: number) => (2 * Math.PI * k) / n;
  const wave = Float64Array.from({ length: n }, (_, k) => 1 + 3 * Math.cos(turn(2 * k)) + 2 * Math.sin(turn(3 * k)));
  const [constant, one, two, three] = spectrumAt(wave, [0, 1, 2, 3]);
  expect(constant).toBeCloseTo(1, 13);
  expect(one).toBeCloseTo(0, 13);
  expect(2 * two).toBeCloseTo(9 / 2, 13);
  expect(2 * three).toBeCloseTo(4 / 2, 13);
});

test("RBD-FAST of given draws is that of other programs", () => {
  for (const { x, y, rbdFast: wanted } of reference("sensitivity-salib-given-data").cases)
    for (let i = 0; i < x[0].length; i++) {
      const wave = thereAndBack(argsort(Float64Array.from(x, (row: number[]) => row[i])));
      expect(rbdFastIndex(Float64Array.from(y), wave, wanted.M)).toBeCloseTo(wanted.S1[i], 11);
    }
});

test("extended FAST of given curves is that of other programs", () => {
  const cases = reference("sensitivity-salib-designs").cases.filter(({ id }) => id.startsWith("efast"));
  expect(cases.length).toBe(2);
  for (const { dimensions, n, M, omega0, y, S1, ST } of cases)
    for (let i = 0; i < dimensions; i++) {
      const { first, total } = efastIndices(Float64Array.from(y.slice(i * n, (i + 1) * n)), omega0, M);
      expect(first).toBeCloseTo(S1[i], 11);
      expect(total).toBeCloseTo(ST[i], 11);
    }
});

test("several curves give extended FAST an error; too coarse a curve is refused", () => {
  const curve = (phase: number) =>
    Float64Array.from({ length: 257 }, (_, k) => Math.sin((2 * Math.PI * 32 * k) / 257 + phase) + Math.cos(k * phase));
  const { first, total } = efast([curve(1), curve(2), curve(3)], 32);
  expect(first.low).toBeLessThan(0.5);
  expect(total.high).toBeGreaterThan(0.5);
  expect(() => efast([curve(1)], 32)).toThrow("one curve has no error");
  expect(() => efastIndices(curve(1), 33)).toThrow("257 points are too few for 4 harmonics of frequency 33");
  expect(() => efastIndices(curve(1), 1.5)).toThrow("whole numbers");
  expect(efastIndices(new Float64Array(257).fill(3), 32)).toEqual({ first: 0, total: 0 });
});

test("intervals of RBD-FAST hold the truth", () => {
  const correlations = [0.8, 0.3];
  const held = [0, 0, 0];
  const indistinct = [0, 0, 0];
  for (let seed = 0; seed < 60; seed++) {
    const [{ rows }] = rbdFast(linearNormal(`rbd ${seed}`, 512, correlations));
    [0.64, 0.09, 0].forEach((exact, i) => {
      const row = rows.find(({ inputs }) => inputs[0] === `x${i}`)!;
      if (row.figures.first.low <= exact && exact <= row.figures.first.high) held[i]++;
      if (row.indistinct !== undefined) indistinct[i]++;
    });
  }
  for (const count of held) expect(count).toBeGreaterThanOrEqual(53);
  expect(indistinct[0]).toBe(0);
  expect(indistinct[2]).toBeGreaterThanOrEqual(53);
});

test("ties, failed draws, constants and few draws are met by RBD-FAST", () => {
  const x = uniforms("rbd bad", 1024);
  const codes = (y: Float64Array) => {
    const [{ rows, notes }] = rbdFast(sampleFrom(y, [x, x.map((own) => (own < 0.3 ? 1 : 0)), x.map(() => 3)]));
    for (const { figures } of rows) expect(Object.values(figures.first).every(Number.isFinite)).toBe(true);
    return [rows.length, ...notes.map(({ code }) => code)];
  };
  expect(codes(x)).toEqual([2]);
  expect(codes(x.map((own) => Math.max(0.95, own)))).toEqual([2]);
  expect(codes(x.map(() => 5))).toEqual([0, "sensitivityNoSpread"]);
  expect(codes(x.map((own, d) => (d % 10 === 0 ? Number.NaN : own)))).toEqual([2, "sensitivityFailedDraws"]);
  expect(codes(x.subarray(0, 100))).toEqual([0, "sensitivityFewDraws"]);
});
