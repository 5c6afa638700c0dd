import { symmetricEigen } from "../numeric/symmetricEigen.ts";
import { type Gaussian, gaussianFrom } from "./gaussian.ts";
import type { LogDensity, Points } from "./target.ts";

/** Where a density is highest, and the normal distribution that curves as it does there. */
export interface Mode {
  readonly at: readonly number[];
  readonly logDensity: number;
  /** Absent where the curvature says nothing: on an edge, a plateau or a ridge. */
  readonly curved?: Gaussian;
  readonly iterations: number;
}

const mostIterations = 60;
/** Steps of the differences, in standard deviations of the curvature so far. */
const step = 0.05;
/** From here on the curvature is not believed to say that anything is known less well than this many prior standard deviations. */
const widest = 2;
/** Tried at once: how strongly a step is held back, and what share of it is gone. */
const dampings = [0, 0.01, 0.1, 1, 10, 100, 1000];
const shares = [2, 1, 0.5, 0.25, 0.125, 0.03, 0.005, 0.0005];

/** Value, slope and curvature of −log density at a point. */
interface Surface {
  readonly value: number;
  readonly slope: readonly number[];
  readonly curvature: readonly (readonly number[])[];
}

/**
 * Climbs to a mode by damped Newton steps on finite differences: all of a step's points at once, then all lengths and dampings
 * (Levenberg 1944, doi:10.1090/qam/10666) at once, the best of which is taken.
 */
export function findMode(density: LogDensity, start: readonly number[]): Mode {
  let at = start;
  let value = valuesAt(density, [at])[0];
  let widths = at.map(() => 1);
  let curved: Gaussian | undefined;
  let iterations = 0;
  for (; iterations < mostIterations; iterations++) {
    const surface = surfaceAt(density, at, value, widths);
    if (surface === undefined) break;
    const axes = symmetricEigen(surface.curvature);
    curved = fromCurvature(at, axes);
    const along = axes.vectors.map((axis) => axis.reduce((sum, x, i) => sum + x * surface.slope[i], 0));
    const candidates = dampings.flatMap((damping) => {
      const own = axes.values.map((curvature, k) => along[k] / (Math.max(Math.abs(curvature), 1e-8) + damping));
      const move = at.map((_, i) => own.reduce((sum, x, k) => sum + x * axes.vectors[k][i], 0));
      return shares.map((share) => at.map((x, i) => x - share * move[i]));
    });
    const values = valuesAt(density, candidates);
    const best = values.reduce((most, own, k) => (own > values[most] ? k : most), 0);
    const gained = values[best] - value;
    widths = surface.curvature.map((row, i) => Math.min(1, 1 / Math.sqrt(Math.max(row[i], 1))));
    const expected = along.reduce((sum, x, k) => sum + (x * x) / Math.max(Math.abs(axes.values[k]), 1e-8), 0);
    if (!(gained > 0)) {
      if (expected < 1e-4) break;
      // Differences over too wide a step may point the wrong way.
      if (widths.every((width) => width < 1e-4)) break;
      widths = widths.map((width) => width / 4);
      continue;
    }
    at = candidates[best];
    value = values[best];
    if (gained < 1e-9 && expected < 1e-6) break;
  }
  return { at, logDensity: value, curved: curved && { ...curved, mean: at }, iterations };
}

function valuesAt(density: LogDensity, points: readonly (readonly number[])[]): Float64Array {
  const columns: Points = points[0].map((_, i) => Float64Array.from(points, (point) => point[i]));
  return density(columns);
}

/** Undefined where the density has no value beside the point. */
function surfaceAt(
  density: LogDensity,
  at: readonly number[],
  value: number,
  widths: readonly number[],
): Surface | undefined {
  const h = widths.map((width) => step * width);
  const n = at.length;
  const moved = (changes: readonly (readonly [number, number])[]) => {
    const point = [...at];
    for (const [i, by] of changes) point[i] += by * h[i];
    return point;
  };
  const pairs = Array.from({ length: n }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as const)).flat();
  const values = valuesAt(density, [
    ...at.flatMap((_, i) => [moved([[i, 1]]), moved([[i, -1]])]),
    ...pairs.flatMap(([i, j]) => [
      moved([
        [i, 1],
        [j, 1],
      ]),
      moved([
        [i, -1],
        [j, -1],
      ]),
    ]),
  ]);
  if (!values.every(Number.isFinite) || !Number.isFinite(value)) return undefined;
  const [up, down] = [(i: number) => values[2 * i], (i: number) => values[2 * i + 1]];
  const curvature = at.map((_, i) => at.map((_, j) => (i === j ? -(up(i) - 2 * value + down(i)) / (h[i] * h[i]) : 0)));
  pairs.forEach(([i, j], k) => {
    const both = values[2 * n + 2 * k] + values[2 * n + 2 * k + 1];
    const mixed = -(both - up(i) - down(i) - up(j) - down(j) + 2 * value) / (2 * h[i] * h[j]);
    curvature[i][j] = mixed;
    curvature[j][i] = mixed;
  });
  return { value, slope: at.map((_, i) => -(up(i) - down(i)) / (2 * h[i])), curvature };
}

function fromCurvature(
  mean: readonly number[],
  { values, vectors }: { readonly values: readonly number[]; readonly vectors: readonly (readonly number[])[] },
): Gaussian | undefined {
  const variances = values.map((curvature) => Math.min(widest * widest, 1 / Math.max(curvature, 1e-8)));
  return gaussianFrom(
    mean,
    mean.map((_, i) =>
      mean.map((_, j) => variances.reduce((sum, own, k) => sum + own * vectors[k][i] * vectors[k][j], 0)),
    ),
  );
}
