import { expect, test } from "vitest";
import { shapley } from "../../engine/sensitivity/shapley.ts";
import { drawsOf, knownShares } from "../sensitivity/testFunctions.ts";

const seeds = 400;

test.each([
  "linearIndependent",
  "correlated-3-owenPrieur",
  "correlated-5",
  "equicorrelated-6",
  "ishigami-7-0.1",
  "gfunction-3",
])("intervals of Shapley shares hold the truth: %s", (id) => {
  const exact: readonly number[] = knownShares(id).shapley;
  const held = exact.map(() => 0);
  for (let seed = 0; seed < seeds; seed++) {
    const [{ rows }] = shapley(drawsOf(id, `shapley ${seed}`, 1024));
    exact.forEach((share, i) => {
      const { low, high } = rows.find(({ inputs }) => inputs[0] === `x${i}`)!.figures.share;
      if (low <= share && share <= high) held[i]++;
    });
  }
  for (const count of held) expect(count).toBeGreaterThanOrEqual(360);
});
