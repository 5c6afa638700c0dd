import { expect, test } from "vitest";
import { hdmr } from "../../engine/sensitivity/hdmr.ts";
import { hdmrTerms } from "../../engine/sensitivity/hdmrOf.ts";
import { reference } from "../reference.ts";
import { sampleFrom, uniforms } from "./samples.ts";

test.each([1, 2] as const)("components of order %i are those of other programs", (order) => {
  for (const { x, y, ...wanted } of reference("sensitivity-salib-given-data").cases) {
    const { m, Sa, Sb, S, ST } = wanted[`hdmrOrder${order}`];
    const columns = x[0].map((_: number, i: number) => {
      const column = x.map((row: number[]) => row[i]);
      const low = Math.min(...column);
      return Float64Array.from(column, (own: number) => (own - low) / (Math.max(...column) - low));
    });
    const terms = hdmrTerms(columns, Float64Array.from(y), { intervals: m, order });
    expect(terms.length).toBe(Sa.length);
    terms.forEach(({ structural, correlative, share }, k) => {
      expect(structural).toBeCloseTo(Sa[k], 7);
      expect(correlative).toBeCloseTo(Sb[k], 7);
      expect(share).toBeCloseTo(S[k], 7);
    });
    columns.forEach((_: Float64Array, i: number) => {
      const total = terms.reduce((sum, { inputs, share }) => sum + (inputs.includes(i) ? share : 0), 0);
      expect(total).toBeCloseTo(ST[i], 6);
    });
  }
});

test("the exact shares of Ishigami's function are found", () => {
  const u = [0, 1, 2].map((i) => uniforms(`hdmr ${i}`, 1024).map((own) => Math.PI * (2 * own - 1)));
  const y = u[0].map((a, d) => Math.sin(a) + 7 * Math.sin(u[1][d]) ** 2 + 0.1 * u[2][d] ** 4 * Math.sin(a));
  const [{ rows }] = hdmr(sampleFrom(y, u));
  expect(rows.map(({ inputs }) => inputs[0])).toEqual(["x1", "x0", "x2"]);
  [0.442411145, 0.31390519, 0].forEach((exact, i) => {
    const { structural } = rows[i].figures;
    expect(structural.low).toBeLessThanOrEqual(exact);
    expect(structural.high).toBeGreaterThanOrEqual(exact);
    expect(structural.se).toBeLessThan(0.03);
  });
  expect(rows[2].indistinct).toEqual(["structural"]);
});

test("ties, failed draws, constants and few draws are met", () => {
  const x = uniforms("hdmr bad", 512);
  const codes = (y: Float64Array) => {
    const [{ rows, notes }] = hdmr(sampleFrom(y, [x, x.map((own) => (own < 0.3 ? 1 : 0)), x.map(() => 3)]));
    for (const { figures } of rows)
      for (const figure of Object.values(figures)) expect(Object.values(figure).every(Number.isFinite)).toBe(true);
    return [rows.length, ...notes.map(({ code }) => code)];
  };
  expect(codes(x)).toEqual([2]);
  expect(codes(x.map((own) => Math.max(0.95, own)))).toEqual([2]);
  expect(codes(x.map(() => 5))).toEqual([0, "sensitivityNoSpread"]);
  expect(codes(x.subarray(0, 100))).toEqual([0, "sensitivityFewDraws"]);
});
