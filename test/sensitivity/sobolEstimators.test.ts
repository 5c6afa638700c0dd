import { expect, test } from "vitest";
import {
  armSums,
  firstOrderEstimators,
  owenFirstOrder,
  secondOrder,
  totalEstimators,
  varianceOf,
} from "../../engine/sensitivity/sobolEstimators.ts";
import { reference } from "../reference.ts";

const near = (ours: number, known: number) => Math.abs(ours - known) <= 1e-9 * Math.abs(known) + 1e-11;

/** Columns A, AB_1 …, BA_1 …, B of a case, row by row of its base points. */
function columnsOf(known: { y: number[]; S1: number[]; rowsPerBlock: number; secondOrder: boolean }) {
  const arms = Array.from({ length: known.rowsPerBlock }, (_, arm) =>
    Float64Array.from({ length: known.y.length / known.rowsPerBlock }, (_, i) => known.y[i * known.rowsPerBlock + arm]),
  );
  const d = known.S1.length;
  return { a: arms[0], ab: arms.slice(1, d + 1), ba: arms.slice(d + 1, -1), b: arms[arms.length - 1] };
}

const cases = reference("sensitivity-salib-sobol").cases;

test.each(cases)("$id: first, total and second order are those of SALib", (known) => {
  const { a, ab, ba, b } = columnsOf(known);
  const mean = known.y.reduce((sum: number, own: number) => sum + own, 0) / known.y.length;
  const sums = ab.map((column) => armSums(a, b, column, mean));
  const first = sums.map(firstOrderEstimators.saltelli2010);
  first.forEach((own, i) => {
    expect(near(own, known.S1[i])).toBe(true);
    expect(near(totalEstimators.jansen(sums[i]), known.ST[i])).toBe(true);
  });
  for (const [j, k, value] of known.S2 ?? []) {
    const product = ba[j].reduce((sum, own, i) => sum + (own - mean) * (ab[k][i] - mean), 0);
    expect(near(secondOrder(product, sums[k], first[j], first[k]), value)).toBe(true);
  }
});

test.each(cases.filter(({ otherEstimators }) => otherEstimators))("$id: the other estimators", (known) => {
  const { a, ab, b } = columnsOf(known);
  const sums = ab.map((column) => armSums(a, b, column));
  for (const [order, estimators] of [
    ["First", firstOrderEstimators],
    ["Total", totalEstimators],
  ] as const)
    for (const [id, estimator] of Object.entries(estimators)) {
      const values = known.otherEstimators[`${id}${order}`].values;
      sums.forEach((own, i) => {
        expect(near(estimator(own), values[i])).toBe(true);
      });
    }
});

test("the estimator with a third set of points is its formula", () => {
  const column = (...values: number[]) => Float64Array.from(values);
  const [a, b, ab, bc] = [column(1, 2, 4), column(0, 3, 5), column(1, 3, 4), column(0, 2, 7)];
  // (0·0 + 1·1 − 2·0) / 3, by the variance of 1, 2, 4, 0, 3, 5.
  expect(owenFirstOrder(a, b, ab, bc)).toBeCloseTo(1 / 3 / (55 / 6 - (15 / 6) ** 2), 14);
  expect(varianceOf(armSums(a, b, ab))).toBeCloseTo(55 / 6 - (15 / 6) ** 2, 14);
});

test("a point without an answer is left out, and parts add up", () => {
  const a = Float64Array.of(1, Number.NaN, 3, 4);
  const b = Float64Array.of(2, 5, 1, 0);
  const c = Float64Array.of(1, 2, Number.NaN, 5);
  expect(armSums(a, b, c, 1)).toEqual(armSums(Float64Array.of(0, 3), Float64Array.of(1, -1), Float64Array.of(0, 4)));
  expect(armSums(a, b, c, 0, 0, 2).n + armSums(a, b, c, 0, 2, 4).n).toBe(armSums(a, b, c).n);
});
