import { describe, expect, test } from "vitest";
import { correlate } from "../../engine/dependence/gaussian.ts";
import { correlatedGroups } from "../../engine/dependence/groups.ts";
import { scoreFromSpearman, spearmanOfScores } from "../../engine/dependence/rankCorrelation.ts";
import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { sobolPoint, unscrambled } from "../../engine/design/sobol.ts";
import { applyTransform, transformOf } from "../../engine/distributions/index.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";
import { reference } from "../reference.ts";

const size = 12;
const draws = 1 << 12;
const parts = 32;

function scoresOf(seed: string, path: string, n: number): Float64Array {
  const integers = new Int32Array(n);
  fillStream(keyOf(seed, "draw", path), 0, integers);
  const scores = new Float64Array(n);
  fillScores(integers, scores);
  return scores;
}

/** A valid matrix of rank correlations: of few common factors, some strong, whose score correlations are made ranks'. */
function randomTarget(seed: string): number[][] {
  const loadings = Array.from({ length: size }, (_, i) => [...scoresOf(seed, `loading ${i}`, 4)]);
  const own = scoresOf(seed, "own", size).map(Math.abs);
  const product = (i: number, j: number) => loadings[i].reduce((sum, x, k) => sum + x * loadings[j][k], 0);
  const length = loadings.map((_, i) => Math.sqrt(product(i, i) + own[i] + 0.1));
  return loadings.map((_, i) =>
    loadings.map((_, j) => (i === j ? 1 : spearmanOfScores(product(i, j) / (length[i] * length[j])))),
  );
}

/** Heavy, bounded and J-shaped tails: what the ranks must not notice. */
const margins = [
  transformOf({ family: "lognormal", parameters: { meanlog: 3, sdlog: 2.5 } }),
  transformOf({ family: "beta", parameters: { alpha: 0.4, beta: 2 } }),
  transformOf({ family: "gamma", parameters: { alpha: 0.3, beta: 1 } }),
  transformOf({ family: "triangular", parameters: { low: 0, best: 1, high: 5 } }),
];

test("continuous margins: the achieved Spearman correlation is the target within its error, for 20 matrices of 12", () => {
  const paths = Array.from({ length: size }, (_, i) => `input ${String(i).padStart(2, "0")}`);
  let far = 0;
  let squares = 0;
  let pairs = 0;
  for (let round = 0; round < 20; round++) {
    const target = randomTarget(`matrix ${round}`);
    const correlations = target.flatMap((row, i) =>
      row.slice(0, i).map((rank, j) => ({
        between: [paths[i], paths[j]] as [string, string],
        correlation: scoreFromSpearman(rank),
      })),
    );
    const [group] = correlatedGroups(paths, correlations);
    const columns = paths.map((path) => scoresOf(`draws ${round}`, path, draws));
    correlate(group, columns);
    columns.forEach((column, i) => {
      applyTransform(margins[i % margins.length], column, column, draws);
    });
    const achieved = sampleCorrelations(columns.map(ranks));
    const length = draws / parts;
    const byPart = Array.from({ length: parts }, (_, p) =>
      sampleCorrelations(columns.map((column) => ranks(column.subarray(p * length, (p + 1) * length)))),
    );
    for (let i = 0; i < size; i++)
      for (let j = 0; j < i; j++) {
        const values = byPart.map((matrix) => matrix[i][j]);
        const mean = values.reduce((sum, r) => sum + r, 0) / parts;
        const variance = values.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (parts - 1);
        const off = (achieved[i][j] - target[i][j]) / Math.sqrt(variance / parts);
        expect(Math.abs(off), `matrix ${round}, ${i} and ${j}: ${achieved[i][j]} for ${target[i][j]}`).toBeLessThan(
          4.5,
        );
        if (Math.abs(off) > 4) far++;
        squares += off * off;
        pairs++;
      }
  }
  // Student's t with 31 degrees of freedom passes 4 in one of 2,700 pairs, and its square has mean 1.07.
  expect(far).toBeLessThanOrEqual(1);
  expect(squares / pairs).toBeGreaterThan(0.8);
  expect(squares / pairs).toBeLessThan(1.3);
});

describe("the reference's Sobol' points", () => {
  const gray = (i: number) => i ^ (i >>> 1);
  for (const known of reference("dependence").cases.filter(({ kind }) => kind === "gaussianCopulaOnSobol"))
    test(`${known.id}: as it found them`, () => {
      const paths = Array.from({ length: known.dimensions }, (_, j) => `input ${j}`);
      const correlations = known.targetSpearman.flatMap((row: number[], i: number) =>
        row.slice(0, i).map((rank, j) => ({ between: [paths[i], paths[j]], correlation: scoreFromSpearman(rank) })),
      );
      const [group] = correlatedGroups(paths, correlations);
      group.factor.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(known.lower[i][j], 12);
        });
      });
      const columns = paths.map((_, j) =>
        Float64Array.from({ length: known.n }, (_, i) =>
          normalQuantile(sobolPoint(unscrambled(j + 1), gray(i + 1)) / 2 ** 32),
        ),
      );
      correlate(group, columns);
      const uniforms = Array.from({ length: known.n }, (_, i) => columns.map((column) => normalCdf(column[i])));
      const [first, last] = [known.firstUniforms, known.lastUniforms];
      for (const [found, wanted] of [
        [uniforms.slice(0, first.length), first],
        [uniforms.slice(-last.length), last],
      ])
        found.flat().forEach((u: number, i: number) => {
          expect(u).toBeCloseTo(wanted.flat()[i], 10);
        });
      for (const [matrix, wanted] of [
        [sampleCorrelations(columns.map(ranks)), known.achievedSpearman],
        [sampleCorrelations(columns), known.achievedPearsonOfNormals],
      ])
        matrix.flat().forEach((r: number, i: number) => {
          expect(r).toBeCloseTo(wanted.flat()[i], 12);
        });
    });
});
