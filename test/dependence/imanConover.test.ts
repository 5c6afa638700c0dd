import { describe, expect, test } from "vitest";
import { imanConover } from "../../engine/dependence/imanConover.ts";
import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { reference } from "../reference.ts";

const { cases } = reference("dependence");
const columnsOf = (rows: readonly number[][]) => rows[0].map((_, k) => Float64Array.from(rows, (row) => row[k]));

describe("samples from outside get a rank correlation", () => {
  for (const known of cases.filter(({ kind }) => kind === "imanConover"))
    for (const way of ["ownRankScores", "givenScores"])
      test(`${known.id}, ${way}: every rank as in the reference`, () => {
        const columns = columnsOf(known.x);
        const scores =
          way === "ownRankScores"
            ? undefined
            : columnsOf(known.givenScores.scorePermutation).map((column) =>
                column.map((k) => normalQuantile((k + 1) / (known.n + 1))),
              );
        const result = imanConover(columns, known.target, scores);
        const sorted = columns.map((column) => column.slice().sort());
        result.forEach((column, k) => {
          expect([...column]).toEqual(known[way].rankMatrix.map((row: number[]) => sorted[k][row[k]]));
        });
        const spearman = sampleCorrelations(result.map(ranks));
        const pearson = sampleCorrelations(result);
        known[way].spearman.forEach((row: number[], i: number) => {
          row.forEach((value, j) => {
            expect(spearman[i][j]).toBeCloseTo(value, 12);
            expect(pearson[i][j]).toBeCloseTo(known[way].pearson[i][j], 12);
          });
        });
      });

  test("a target that nothing can have, or samples that say the same, are refused", () => {
    const columns = [Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 1, 4, 3)];
    expect(() =>
      imanConover(columns, [
        [1, 1.1],
        [1.1, 1],
      ]),
    ).toThrow("target");
    expect(() =>
      imanConover(
        [columns[0], columns[0]],
        [
          [1, 0.5],
          [0.5, 1],
        ],
      ),
    ).toThrow("scores");
  });
});
