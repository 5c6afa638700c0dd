import { cholesky } from "../../engine/numeric/cholesky.ts";
import type { Sample } from "../../engine/sensitivity/sample.ts";
import { reference } from "../reference.ts";
import { normals, sampleFrom, uniforms } from "./samples.ts";

/** A model whose indices and Shapley shares are known. */
export const knownShares = (id: string) => reference("sensitivity-analytic").cases.find((known) => known.id === id)!;

/** Plain draws of such a model, pinned by name. */
export function drawsOf(id: string, name: string, n: number): Sample {
  const { covariance, means, beta, parameters, shapley } = knownShares(id);
  const own = (i: number) => `${name} ${id} ${i}`;
  const from = (xs: readonly Float64Array[], y: (x: readonly number[]) => number) =>
    sampleFrom(
      Float64Array.from({ length: n }, (_, d) => y(xs.map((x) => x[d]))),
      xs,
    );
  if (covariance !== undefined) {
    const factor = cholesky(covariance) as readonly Float64Array[];
    const scores = means.map((_: number, i: number) => normals(own(i), n));
    const xs = means.map((mean: number, i: number) =>
      Float64Array.from({ length: n }, (_, d) => factor[i].reduce((sum, own, j) => sum + own * scores[j][d], mean)),
    );
    return from(xs, (x) => x.reduce((sum, value, i) => sum + beta[i] * value, 0));
  }
  const us = shapley.map((_: number, i: number) => uniforms(own(i), n));
  if (id.startsWith("gfunction"))
    return from(us, (x) =>
      x.reduce(
        (product, value, i) => (product * (Math.abs(4 * value - 2) + parameters.a[i])) / (1 + parameters.a[i]),
        1,
      ),
    );
  const angles = us.map((u: Float64Array) => u.map((own) => Math.PI * (2 * own - 1)));
  return from(angles, ([a, b, c]) => Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a));
}
