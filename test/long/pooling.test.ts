import { expect, test } from "vitest";
import { poolStudies } from "../../engine/evidence/poolStudies.ts";
import { predictNewPlace } from "../../engine/evidence/predictNewPlace.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";

/* How often 95 % intervals hold the mean and a new place, as the docstrings of pooling say. */

const rounds = 2000;
const tau = 0.3;

for (const [name, standardError] of [
  ["equal", () => 0.2],
  ["threefold", (i: number) => 0.15 + 0.05 * (i % 6)],
  ["tenfold", (i: number) => 0.05 + 0.1 * (i % 6)],
] as const)
  for (const k of [3, 6, 12])
    test(`${k} studies with ${name} standard errors`, () => {
      const held = { mean: 0, floored: 0, plugIn: 0, mixture: 0 };
      const length = 4 * Math.ceil((2 * k + 1) / 4);
      const [integers, z] = [new Int32Array(length), new Float64Array(length)];
      for (let round = 0; round < rounds; round++) {
        fillStream(keyOf("1", "pool", `${k} studies`), round, integers);
        fillScores(integers, z);
        const studies = Array.from({ length: k }, (_, i) => ({
          id: `${i}`,
          estimate: 1 + tau * z[i] + standardError(i) * z[k + i],
          standardError: standardError(i),
        }));
        const newPlace = 1 + tau * z[2 * k];
        const free = poolStudies(studies, { error: "hartungKnapp" });
        const { mean, prediction } = poolStudies(studies);
        if (free.mean.low <= 1 && 1 <= free.mean.high) held.mean++;
        if (mean.low <= 1 && 1 <= mean.high) held.floored++;
        if (prediction.low <= newPlace && newPlace <= prediction.high) held.plugIn++;
        const p = predictNewPlace(studies).distribution.cdf(newPlace);
        if (p >= 0.025 && p <= 0.975) held.mixture++;
      }
      const share = (count: number) => count / rounds;
      console.info(name, k, held);
      expect(share(held.mixture)).toBeGreaterThan(0.91);
      expect(share(held.mixture)).toBeLessThan(0.97);
      expect(share(held.plugIn)).toBeGreaterThan(0.8);
      expect(share(held.floored)).toBeGreaterThanOrEqual(share(held.mean));
      expect(share(held.floored)).toBeGreaterThan(name === "tenfold" ? 0.86 : 0.93);
    });
