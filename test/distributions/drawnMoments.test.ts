import { expect, test } from "vitest";
import { scoreSource } from "../../engine/design/draws.ts";
import { blockSize } from "../../engine/design/plan.ts";
import { applyTransform, describe, transformOf } from "../../engine/distributions/index.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import { onePerFamily } from "./families.ts";

/*
 * Drawn means and variances against the stated ones: 95 % t-intervals of a block of plain draws, for 200 seeds. Of 200 such
 * intervals 190 cover the truth, give or take 3.1 (binomial); skewed families lose a few, which the lower bound allows for.
 */

const seeds = 200;
const level = studentTQuantile(0.975, blockSize - 1);

function scoresOf(seed: string): Float64Array {
  const plan = { seed, design: "plain" as const, draws: blockSize, replicates: 16, sources: {} };
  const scores = new Float64Array(blockSize);
  scoreSource(plan, [{ path: "moments/x", suite: "parameters" }]).fill(0, 0, scores);
  return scores;
}

const scores = Array.from({ length: seeds }, (_, i) => scoresOf(`moments ${i}`));

/** Whether the t-interval of a mean of these numbers holds the truth. */
function covers(values: Float64Array, truth: number): boolean {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const square = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (values.length - 1);
  return Math.abs(mean - truth) <= level * Math.sqrt(square / values.length);
}

for (const [name, spec] of Object.entries(onePerFamily)) {
  const d = describe(spec);
  const { mean, variance, skewness } = d;
  const index = Math.min(...d.tailIndex);
  if (index <= 2) continue; // no variance, no interval
  test(`${name}: 200 seeds`, () => {
    const transform = transformOf(spec);
    const values = new Float64Array(blockSize);
    let means = 0;
    let variances = 0;
    for (const score of scores) {
      applyTransform(transform, score, values, blockSize);
      if (covers(values, mean)) means++;
      const squares = values.map((x) => (x - mean) * (x - mean));
      if (covers(squares, variance)) variances++;
    }
    expect(means).toBeGreaterThanOrEqual(178);
    expect(means).toBeLessThanOrEqual(199);
    // squares of skewed values are far more skewed
    if (index > 4) expect(variances).toBeGreaterThanOrEqual(Math.abs(skewness) < 1 ? 176 : 150);
    expect(variances).toBeLessThanOrEqual(200);
  });
}
