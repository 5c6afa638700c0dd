import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fillSobol, scrambled, sobolPoint, unscrambled } from "../../engine/design/sobol.ts";
import { suitePlaces } from "../../engine/design/suites.ts";
import { keyOf } from "../../engine/random/key.ts";

interface PointsCase {
  readonly id: string;
  readonly kind: string;
  readonly order?: string;
  readonly dimensions: number;
  readonly points: readonly (readonly number[])[];
  readonly [key: string]: unknown;
}
const oracle: { cases: PointsCase[] } = JSON.parse(
  readFileSync(new URL("../reference/sobol-sequence.json", import.meta.url), "utf8"),
);

const gray = (i: number) => i ^ (i >>> 1);

for (const known of oracle.cases.filter(({ kind }) => kind === "points"))
  test(`${known.id}: unscrambled points are those of SciPy, exactly`, () => {
    const coordinates = Array.from({ length: known.dimensions }, (_, j) => unscrambled(j + 1));
    known.points.forEach((point, i) => {
      const index = known.order === "gray-code" ? gray(i) : i;
      expect(coordinates.map((coordinate) => sobolPoint(coordinate, index) / 2 ** 32)).toEqual(point);
    });
  });

test("spot values up to dimension 1111", () => {
  const spots = oracle.cases.find(({ kind }) => kind === "spots")!;
  const dimensions = spots.dimensionsOneBased as number[];
  const indices = spots.indicesZeroBased as number[];
  const values = spots.values as number[][];
  expect(dimensions.at(-1)).toBe(1111);
  indices.forEach((index, row) => {
    const points = dimensions.map((dimension) => sobolPoint(unscrambled(dimension), gray(index)) / 2 ** 32);
    expect(points).toEqual(values[row]);
  });
});

test("a run of points by doubling equals the points one by one", () => {
  const coordinate = scrambled(5, keyOf("1", "scramble", "a/b"), keyOf("1", "order", "a"), 3);
  const out = new Int32Array(1024);
  fillSobol(coordinate, 5 * 1024, out);
  const one = Array.from(out, (_, j) => sobolPoint(coordinate, 5 * 1024 + j));
  expect(Array.from(out, (word) => word >>> 0)).toEqual(one);
});

test("every dyadic run of a scrambled coordinate is one point per interval", () => {
  for (let replicate = 0; replicate < 4; replicate++)
    for (const dimension of [1, 2, 17, 64]) {
      const coordinate = scrambled(
        dimension,
        keyOf("s", "scramble", `p${dimension}`),
        keyOf("s", "order", "p"),
        replicate,
      );
      for (const k of [4, 8, 12])
        for (const run of [0, 3]) {
          const cells = Array.from({ length: 2 ** k }, (_, i) =>
            Math.floor((sobolPoint(coordinate, run * 2 ** k + i) / 2 ** 32) * 2 ** k),
          );
          expect(new Set(cells).size).toBe(2 ** k);
        }
    }
});

test("two coordinates of a suite stay a net in base 2: the first two dimensions fill every elementary interval", () => {
  const order = keyOf("s", "order", "suite");
  const [x, y] = [1, 2].map((dimension) => scrambled(dimension, keyOf("s", "scramble", `p${dimension}`), order, 0));
  const m = 8;
  for (let split = 0; split <= m; split++) {
    const cells = Array.from({ length: 2 ** m }, (_, i) => {
      const column = Math.floor((sobolPoint(x, i) / 2 ** 32) * 2 ** split);
      const row = Math.floor((sobolPoint(y, i) / 2 ** 32) * 2 ** (m - split));
      return `${column},${row}`;
    });
    expect(new Set(cells).size).toBe(2 ** m);
  }
});

test("the same dimension in two suites is uncorrelated: correlations over 400 keyed orders have mean 0 and no heavy tail", () => {
  const n = 256;
  const correlations = Array.from({ length: 400 }, (_, seed) => {
    const coordinate = (suite: string) =>
      scrambled(1, keyOf(String(seed), "scramble", suite), keyOf(String(seed), "order", suite), 0);
    const [a, b] = [coordinate("a"), coordinate("b")];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (sobolPoint(a, i) / 2 ** 32 - 0.5) * (sobolPoint(b, i) / 2 ** 32 - 0.5);
    return (12 * sum) / n;
  });
  const mean = correlations.reduce((sum, r) => sum + r, 0) / correlations.length;
  const sd = Math.sqrt(correlations.reduce((sum, r) => sum + r * r, 0) / correlations.length);
  expect(Math.abs(mean) / (sd / Math.sqrt(correlations.length))).toBeLessThan(4);
  // Independent points would give 1/√n.
  expect(sd * Math.sqrt(n)).toBeLessThan(1.5);
});

test("suites count their own dimensions and split at 64", () => {
  const inputs = [...Array.from({ length: 66 }, () => ({ suite: "p" })), { suite: "shared" }];
  const places = suitePlaces(inputs);
  expect(places[0]).toEqual({ suite: "p", dimension: 1 });
  expect(places[63]).toEqual({ suite: "p", dimension: 64 });
  expect(places[64]).toEqual({ suite: "p#2", dimension: 1 });
  expect(places[66]).toEqual({ suite: "shared", dimension: 1 });
});
