import { sobolPoint } from "../../../engine/design/sobol.ts";
import { correlationZ, standardised } from "../../random/quality/correlation.ts";
import { chiSquaredP, equalP, kolmogorovP, normalP, pearsonP } from "../../random/quality/pValues.ts";
import type { Coordinates } from "./coordinates.ts";

/* Scrambled Sobol' points over seeds 1, 2, 3, …: p-values by name. */

type PValues = Readonly<Record<string, number>>;

/** Of these points, the last of a replicate's first block and one far out among them. */
const points = [0, 1, 1023, 1024, 1_048_583];

/** At a fixed point number, each coordinate is uniform over the seeds: Kolmogorov–Smirnov, and χ² of the digits 7 to 12. */
export function uniformity(make: Coordinates, seeds: number, dimensions: readonly number[]): PValues {
  const columns = dimensions.flatMap((dimension) =>
    points.map((point) => ({ dimension, point, words: new Uint32Array(seeds) })),
  );
  for (let seed = 0; seed < seeds; seed++) {
    const coordinates = make(seed + 1, Math.max(...dimensions), 1);
    for (const { dimension, point, words } of columns) words[seed] = sobolPoint(coordinates[dimension - 1][0], point);
  }
  return Object.fromEntries(
    columns.flatMap(({ dimension, point, words }) => {
      const where = `dimension ${dimension}, point ${point}`;
      const digits = new Float64Array(64);
      for (const word of words) digits[(word >>> 20) & 63]++;
      return [
        [`${where}: whole`, kolmogorovP(Array.from(words, (word) => (word + 0.5) / 2 ** 32))],
        [`${where}: digits 7–12`, equalP(digits)],
      ];
    }),
  );
}

/**
 * Two points whose numbers differ first in bit h of the number, high bits first, agree in just j digits with chance 2^-(j+1) for
 * j < h and 2^-h for j = h, and the digits after the first that differs are independent: Owen's nested scrambling and a nested
 * order of points, of which the linear scramble keeps every property of pairs.
 */
export function relations(make: Coordinates, seeds: number, dimension: number): PValues {
  const others = [1, 6, 1000];
  const agreeing = others.map((other) => new Float64Array(32 - Math.clz32(other)));
  const digits = others.map(() => new Float64Array(64));
  for (let seed = 0; seed < seeds; seed++) {
    const coordinate = make(seed + 1, dimension, 1)[dimension - 1][0];
    others.forEach((other, k) => {
      const difference = (sobolPoint(coordinate, 4096) ^ sobolPoint(coordinate, 4096 + other)) >>> 0;
      const same = Math.clz32(difference);
      agreeing[k][Math.min(same, agreeing[k].length - 1)]++;
      digits[k][(difference >>> (25 - same)) & 63]++;
    });
  }
  return Object.fromEntries(
    others.flatMap((other, k) => {
      const last = agreeing[k].length - 1;
      const shares = agreeing[k].map((_, j) => 2 ** -Math.min(j + 1, last));
      const where = `dimension ${dimension}, points ${other} apart`;
      const how = last === 0 ? [] : [[`${where}: digits that agree`, pearsonP(agreeing[k], shares)]];
      return [...how, [`${where}: digits after`, equalP(digits[k])]];
    }),
  );
}

/** Columns that should be independent: correlation of every pair, and χ² of 8 × 8 cells over pairs that share no column. */
function independence(what: string, columns: readonly Uint32Array[]): PValues {
  const values = columns.map(standardised);
  let correlations = 0;
  let cells = 0;
  let pairs = 0;
  for (let i = 0; i < columns.length; i++)
    for (let k = 0; k < i; k++, pairs++) correlations += correlationZ(values[i], values[k]) ** 2;
  for (let i = 0; i + 1 < columns.length; i += 2) {
    const counts = new Float64Array(64);
    for (let n = 0; n < columns[i].length; n++) counts[((columns[i][n] >>> 29) << 3) | (columns[i + 1][n] >>> 29)]++;
    const expected = columns[i].length / 64;
    for (const count of counts) cells += (count - expected) ** 2 / expected;
  }
  const tables = Math.floor(columns.length / 2);
  return {
    [`${what}: correlations`]: chiSquaredP(correlations, pairs),
    [`${what}: cells of pairs`]: chiSquaredP(cells, 63 * tables),
  };
}

/** At the same point number: the 16 replicates of a coordinate, and the first 16 coordinates of a suite. */
export function mutualIndependence(make: Coordinates, seeds: number): PValues {
  const point = 5;
  const made = Array.from({ length: 16 }, () => ({
    replicate: new Uint32Array(seeds),
    coordinate: new Uint32Array(seeds),
  }));
  for (let seed = 0; seed < seeds; seed++) {
    const replicates = make(seed + 1, 1, 16)[0];
    const suite = make(seed + 1, 16, 1);
    for (let k = 0; k < 16; k++) {
      made[k].replicate[seed] = sobolPoint(replicates[k], point);
      made[k].coordinate[seed] = sobolPoint(suite[k][0], point);
    }
  }
  return {
    ...independence(
      "16 replicates",
      made.map(({ replicate }) => replicate),
    ),
    ...independence(
      "16 coordinates of a suite",
      made.map(({ coordinate }) => coordinate),
    ),
  };
}

/**
 * Mean of n·r² over seeds, r being the correlation of the first coordinates of two suites over n points. Where scramblings and
 * orders are independent, E[n·r²] = 1 + (9/16)·Σ 32^-h for h < log2 n: two points whose numbers differ first in bit h have
 * covariance −(3/4)·8^-h/12 in each suite. Few points on purpose: r is seldom large but then very large, the more so the more
 * points (kurtosis 9 for 32 points, 70 for 256), so that a mean over seeds tells little.
 */
export function acrossSuites(
  make: Coordinates,
  seeds: number,
  bits = 5,
): { readonly mean: number; readonly expected: number; readonly p: number } {
  const n = 2 ** bits;
  const squares = Float64Array.from({ length: seeds }, (_, seed) => {
    const [a, b] = ["a", "b"].map((suite) => {
      const coordinate = make(seed + 1, 1, 1, suite)[0][0];
      return standardised(Uint32Array.from({ length: n }, (_, point) => sobolPoint(coordinate, point)));
    });
    return correlationZ(a, b) ** 2;
  });
  const mean = squares.reduce((sum, x) => sum + x, 0) / seeds;
  const variance = squares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (seeds - 1);
  const expected = 1 + ((9 / 16) * (1 - 32 ** -bits)) / (1 - 1 / 32);
  return { mean, expected, p: normalP((mean - expected) / Math.sqrt(variance / seeds)) };
}
