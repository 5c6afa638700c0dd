import { describe, expect, test } from "vitest";
import {
  contradictingSubset,
  isCorrelationLike,
  isPositiveDefinite,
} from "../../engine/dependence/correlationMatrix.ts";
import { nearestCorrelation } from "../../engine/dependence/nearestCorrelation.ts";
import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { symmetricEigen } from "../../engine/numeric/symmetricEigen.ts";
import { reference } from "../reference.ts";

const { cases } = reference("dependence");

describe("eigenvalues", () => {
  test("A·v = λ·v, unit vectors, trace kept", () => {
    const matrix = [
      [4, 1, -2, 0.5],
      [1, 3, 0, 2],
      [-2, 0, 1, 1e-9],
      [0.5, 2, 1e-9, -5],
    ];
    const { values, vectors } = symmetricEigen(matrix);
    expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(3, 13);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    vectors.forEach((v, k) => {
      expect(v.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 14);
      for (const [i, row] of matrix.entries())
        expect(row.reduce((sum, a, j) => sum + a * v[j], 0)).toBeCloseTo(values[k] * v[i], 13);
    });
    expect(symmetricEigen([[7]])).toEqual({ values: [7], vectors: [[1]] });
  });
});

describe("repairs", () => {
  for (const known of cases.filter(({ kind }) => kind === "nearestCorrelation"))
    test(known.id, () => {
      expect(isPositiveDefinite(known.matrix)).toBe(known.positiveDefiniteBefore);

      const nearest = nearestCorrelation(known.matrix, 0);
      expect(isCorrelationLike(nearest.matrix)).toBe(true);

      const usable = nearestCorrelation(known.matrix);
      expect(isPositiveDefinite(usable.matrix)).toBe(true);
      // Raising the floor to 1e-8 costs no more than that times the size and the square root of the first repair.
      expect(Math.abs(usable.distance - known.distance)).toBeLessThan(1e-6);
      if (known.positiveDefiniteBefore) expect(usable.largestChange).toBeUndefined();
    });

  test("the pair that moved most is named with both its values", () => {
    const { matrix, nearest } = cases.find(({ id }) => id === "nearest-mild");
    const { largestChange } = nearestCorrelation(matrix, 0);
    expect(largestChange).toMatchObject({ row: 1, column: 0, from: 0.8 });
    expect(largestChange?.to).toBeCloseTo(nearest[1][0], 7);
  });
});

describe("contradictions", () => {
  const identity = (n: number) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));
  const withPairs = (n: number, pairs: readonly (readonly [number, number, number])[]) => {
    const matrix = identity(n);
    for (const [i, j, r] of pairs) matrix[i][j] = matrix[j][i] = r;
    return matrix;
  };

  test("the fewest variables that contradict each other are named", () => {
    expect(contradictingSubset(identity(5))).toBeUndefined();
    expect(contradictingSubset(withPairs(6, [[1, 4, 1]]))).toEqual([1, 4]);
    const three = [
      [0, 1, 0.2],
      [1, 3, 0.9],
      [3, 5, 0.9],
      [1, 5, -0.9],
    ] as const;
    expect(contradictingSubset(withPairs(6, three))).toEqual([1, 3, 5]);
    // Four that hold three by three: all pairs −0.4, and −1/3 is the least that four can share.
    const four = [0, 2, 3, 6].flatMap((i) => [0, 2, 3, 6].filter((j) => j < i).map((j) => [i, j, -0.4] as const));
    expect(contradictingSubset(withPairs(8, four))).toEqual([0, 2, 3, 6]);
  });

  test("in many variables a subset is named of which none can be left out", () => {
    const ring = Array.from({ length: 40 }, (_, i) => [i, (i + 1) % 40, i === 39 ? -0.99 : 0.999] as const);
    const matrix = withPairs(40, ring);
    const found = contradictingSubset(matrix);
    expect(found).toBeDefined();
    const part = (members: readonly number[]) => members.map((i) => members.map((j) => matrix[i][j]));
    expect(isPositiveDefinite(part(found!))).toBe(false);
    for (const member of found!) expect(isPositiveDefinite(part(found!.filter((i) => i !== member)))).toBe(true);
  });

  test("what is no matrix of correlations is told", () => {
    expect(
      isCorrelationLike([
        [1, 0.2],
        [0.2, 1],
      ]),
    ).toBe(true);
    for (const wrong of [
      [
        [1, 0.2],
        [0.3, 1],
      ],
      [
        [1, 1.2],
        [1.2, 1],
      ],
      [
        [0.9, 0],
        [0, 1],
      ],
      [[1, 0]],
      [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
    ])
      expect(isCorrelationLike(wrong)).toBe(false);
  });
});

test("correlations of columns", () => {
  const [x, y] = [
    [0.4278, -0.5708, 2.6545, -1.6085],
    [-1.2389, 0.9695, -0.6282, -0.063],
  ].map((column) => Float64Array.from(column));
  const [[one, r]] = sampleCorrelations([x, y]);
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / 4;
  const covariance = (a: Float64Array, b: Float64Array) =>
    a.reduce((sum, v, i) => sum + (v - mean(a)) * (b[i] - mean(b)), 0);
  expect(one).toBe(1);
  expect(r).toBeCloseTo(covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y)), 14);
});
