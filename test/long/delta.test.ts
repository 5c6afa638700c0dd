import { expect, test } from "vitest";
import { delta } from "../../engine/sensitivity/delta.ts";
import { linearNormal } from "../sensitivity/samples.ts";

const seeds = 400;
/** Exact, by the correlation of a normal input with a normal output. */
const exact = new Map([
  [0, 0],
  [0.3, 0.10101042892100114],
  [0.5, 0.18460846333265768],
  [0.7, 0.30080189703818455],
]);

test.each([[[0.3]], [[0.5, 0.7]]])("intervals of delta hold the truth: correlations %j", (correlations) => {
  const all = [...correlations, 0];
  const held = all.map(() => 0);
  for (let seed = 0; seed < seeds; seed++) {
    const [{ rows }] = delta(linearNormal(`delta ${seed}`, 1024, correlations));
    all.forEach((rho, i) => {
      const { low, high } = rows.find(({ inputs }) => inputs[0] === `x${i}`)!.figures.delta;
      if (low <= exact.get(rho)! && exact.get(rho)! <= high) held[i]++;
    });
  }
  for (const count of held) expect(count).toBeGreaterThanOrEqual(360);
});
