import { type SobolCoordinate, sobolPoint } from "../../../engine/design/sobol.ts";

/**
 * Quality parameter t of the first s dimensions, s = 1 … 5: the sum of the degrees of their primitive polynomials less one each
 * (Niederreiter 1992, Random number generation and quasi-Monte Carlo methods, theorem 4.49).
 */
export const qualityOf = [0, 0, 0, 1, 3, 5] as const;

/** All ways to write `total` as a sum of `parts` whole numbers, zero included. */
function shapes(total: number, parts: number): readonly (readonly number[])[] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    shapes(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/**
 * Whether points start … start + 2^m − 1 are a (t, m, s)-net in base 2: every elementary interval of volume 2^(t − m) holds just
 * 2^t of them. Gives the shapes of interval in which some don't.
 */
export function uneven(
  coordinates: readonly SobolCoordinate[],
  start: number,
  m: number,
  t: number,
): readonly string[] {
  const n = 2 ** m;
  const values = coordinates.map((coordinate) =>
    Uint32Array.from({ length: n }, (_, i) => sobolPoint(coordinate, start + i)),
  );
  const volume = Math.max(m - t, 0);
  return shapes(volume, coordinates.length).flatMap((shape) => {
    const counts = new Uint32Array(2 ** volume);
    for (let i = 0; i < n; i++) {
      let cell = 0;
      for (let j = 0; j < shape.length; j++)
        if (shape[j] > 0) cell = (cell << shape[j]) | (values[j][i] >>> (32 - shape[j]));
      counts[cell]++;
    }
    return counts.every((count) => count === n / counts.length) ? [] : [shape.join("+")];
  });
}
