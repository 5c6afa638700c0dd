import { expect, test } from "vitest";
import { argsort } from "../../engine/numeric/ranks.ts";
import { pawn } from "../../engine/sensitivity/pawn.ts";
import { distancesOf, slidesOf } from "../../engine/sensitivity/pawnOf.ts";
import { reference } from "../reference.ts";
import { linearNormal, sampleFrom, uniforms } from "./samples.ts";

test("the distances of the slides are those of other programs", () => {
  for (const { x, y: answers, pawn: wanted } of reference("sensitivity-salib-given-data").cases) {
    const y = Float64Array.from(answers);
    for (let i = 0; i < x[0].length; i++) {
      const column = Float64Array.from(x, (row: number[]) => row[i]);
      const order = argsort(column);
      const { count, at } = slidesOf(column, order, wanted.S);
      // The other program leaves the draw with the largest input out of all slides.
      at[order[order.length - 1]] = count;
      const distances = distancesOf(y, argsort(y), { count: count + 1, at })
        .slice(0, count)
        .sort();
      expect(distances[0]).toBeCloseTo(wanted.minimum[i], 12);
      expect(distances[count - 1]).toBeCloseTo(wanted.maximum[i], 12);
      expect((distances[count / 2 - 1] + distances[count / 2]) / 2).toBeCloseTo(wanted.median[i], 12);
      expect(distances.reduce((sum, own) => sum + own) / count).toBeCloseTo(wanted.mean[i], 12);
    }
  }
});

test("equal values share a slide, and a rare one has its own", () => {
  const x = Float64Array.from({ length: 1000 }, (_, d) => (d % 100 === 7 ? 1 : 0));
  const { count, at } = slidesOf(x, argsort(x), 10);
  expect(count).toBe(2);
  expect(Float64Array.from(at)).toEqual(x);
});

test("of a normal output, the mean distance over ten slides is that of its conditional distributions", () => {
  // By integration of Φ((y − ρz) / √(1 − ρ²)) over each slide: 0.1781 at a correlation of 0.5, 0.2791 at 0.7.
  const [{ rows }] = pawn(linearNormal("pawn", 4096, [0.5, 0.7]));
  expect(rows.map(({ inputs }) => inputs[0])).toEqual(["x1", "x0", "x2"]);
  const exact = [0.2791, 0.1781, 0];
  rows.forEach(({ figures: { mean } }, i) => {
    expect(mean.low).toBeLessThanOrEqual(exact[i]);
    expect(mean.high).toBeGreaterThanOrEqual(exact[i]);
    expect(mean.se).toBeLessThan(0.03);
  });
  expect(rows[0].indistinct).toBeUndefined();
  expect(rows[2].indistinct).toContain("mean");
});

test("ties, failed draws, constants and few draws are met", () => {
  const x = uniforms("pawn bad", 1024);
  const codes = (y: Float64Array) => {
    const [{ rows, notes }] = pawn(sampleFrom(y, [x, x.map((own) => (own < 0.3 ? 1 : 0)), x.map(() => 3)]));
    for (const { figures } of rows)
      for (const figure of Object.values(figures)) expect(Object.values(figure).every(Number.isFinite)).toBe(true);
    return [rows.length, ...notes.map(({ code }) => code)];
  };
  expect(codes(x)).toEqual([2]);
  expect(codes(x.map((own) => Math.max(0.95, own)))).toEqual([2]);
  expect(codes(x.map(() => 5))).toEqual([0, "sensitivityNoSpread"]);
  expect(codes(x.map((own, d) => (d % 10 === 0 ? Number.NaN : own)))).toEqual([2, "sensitivityFailedDraws"]);
  expect(codes(x.subarray(0, 100))).toEqual([0, "sensitivityFewDraws"]);
});
