import { expect, describe as group, test } from "vitest";
import { scoreSource } from "../../engine/design/draws.ts";
import { blockSize } from "../../engine/design/plan.ts";
import {
  dirichletCovariance,
  dirichletGammas,
  dirichletLogDensity,
  dirichletMargins,
  dirichletMean,
  dirichletMeanLog,
  dirichletProblem,
} from "../../engine/distributions/dirichlet.ts";
import { applyTransform, describe, transformOf } from "../../engine/distributions/index.ts";
import { reference } from "../reference.ts";

const cases = reference("distributions-composite").cases.filter(({ family }) => family === "dirichlet");

/** Draws of every share: gamma variables over their sum, one path each. */
function sharesOf(alpha: readonly number[], blocks: number): Float64Array[] {
  const inputs = alpha.map((_, i) => ({ path: `dirichlet/g${i}`, suite: "parameters" }));
  const plan = { seed: "7", design: "plain" as const, draws: blocks * blockSize, replicates: 16, sources: {} };
  const source = scoreSource(plan, inputs);
  const transforms = dirichletGammas(alpha).map(transformOf);
  const shares = alpha.map(() => new Float64Array(blocks * blockSize));
  const column = new Float64Array(blockSize);
  for (let block = 0; block < blocks; block++)
    for (const [i, transform] of transforms.entries()) {
      source.fill(i, block, column);
      applyTransform(transform, column, shares[i].subarray(block * blockSize), blockSize);
    }
  for (let d = 0; d < blocks * blockSize; d++) {
    const sum = shares.reduce((all, share) => all + share[d], 0);
    for (const share of shares) share[d] /= sum;
  }
  return shares;
}

for (const c of cases) {
  const { alpha } = c.params;
  group(c.id, () => {
    test("moments, margins, density", () => {
      expect(dirichletProblem(alpha)).toBeUndefined();
      const close = (got: number, right: number) =>
        expect(Math.abs(got - right)).toBeLessThanOrEqual(1e-12 * Math.abs(right));
      dirichletMean(alpha).forEach((mean, i) => {
        close(mean, c.mean[i]);
      });
      dirichletCovariance(alpha).forEach((row, i) => {
        close(row[i], c.variance[i]);
        row.forEach((covariance, j) => {
          close(covariance, c.covariance[i][j]);
          close(covariance / Math.sqrt(c.variance[i] * c.variance[j]), c.correlation[i][j]);
        });
      });
      dirichletMeanLog(alpha).forEach((mean, i) => {
        close(mean, c.expectedLog[i]);
      });
      dirichletMargins(alpha).forEach(({ family, parameters }, i) => {
        expect({ family, ...parameters }).toEqual(c.marginals[i]);
      });
      const even = alpha.map(() => 1 / alpha.length);
      close(dirichletLogDensity(alpha, even), c.logpdfAtUniformPoint);
    });
    test("drawn shares sum to one and have these means and covariances, within 4 standard errors", () => {
      const shares = sharesOf(alpha, 32);
      const n = shares[0].length;
      const mean = dirichletMean(alpha);
      const covariance = dirichletCovariance(alpha);
      const within = (values: (d: number) => number, truth: number) => {
        let [sum, square] = [0, 0];
        for (let d = 0; d < n; d++) {
          const x = values(d) - truth;
          sum += x;
          square += x * x;
        }
        expect(Math.abs(sum / n)).toBeLessThanOrEqual(4 * Math.sqrt(square / n / n));
      };
      for (let d = 0; d < n; d += 997)
        expect(Math.abs(shares.reduce((sum, share) => sum + share[d], 0) - 1)).toBeLessThan(1e-14);
      shares.forEach((share, i) => {
        within((d) => share[d], mean[i]);
        shares.forEach((other, j) => {
          within((d) => (share[d] - mean[i]) * (other[d] - mean[j]), covariance[i][j]);
        });
      });
      expect(dirichletMargins(alpha).map((spec) => describe(spec).mean)).toHaveLength(alpha.length);
    });
  });
}

test("weights that cannot be", () => {
  expect(dirichletProblem([1])).toBe("n(alpha) ≥ 2");
  expect(dirichletProblem([1, 0])).toBe("alpha > 0");
});
