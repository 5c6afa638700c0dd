import { describe, expect, test } from "vitest";
import { correlate } from "../../engine/dependence/gaussian.ts";
import { correlatedGroups } from "../../engine/dependence/groups.ts";
import { UtfallError } from "../../engine/issues.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { reference } from "../reference.ts";

const { cases } = reference("dependence");
const paths = ["a", "b", "c", "d", "e", "f"];

/** All pairs of a correlation matrix, as a scenario would state them. */
const pairsOf = (matrix: readonly (readonly number[])[]) =>
  matrix.flatMap((row, i) =>
    row
      .slice(0, i)
      .flatMap((correlation, j) =>
        correlation === 0 ? [] : [{ between: [paths[i], paths[j]] as [string, string], correlation }],
      ),
  );

describe("scores are mixed by the Cholesky factor", () => {
  for (const known of cases.filter(({ kind }) => kind === "gaussianCopulaTransform"))
    test(known.id, () => {
      const names = paths.slice(0, known.correlation.length);
      const [group] = correlatedGroups(names, pairsOf(known.correlation));
      group.factor.forEach((row, i) => {
        row.forEach((value, j) => {
          // Subtracting nearly equal numbers leaves a pivot with an error of an ulp of 1; its root divides that.
          const smallest = Math.min(...known.lower.map((r: number[], k: number) => r[k]));
          expect(Math.abs(value - known.lower[i][j])).toBeLessThanOrEqual(2 ** -51 / smallest);
        });
      });
      const columns = names.map((_, k) => Float64Array.from(known.independentNormals, (row: number[]) => row[k]));
      correlate(group, columns);
      const logDeterminant = 2 * group.factor.reduce((sum, row, k) => sum + Math.log(row[k]), 0);
      expect(Math.abs(logDeterminant - known.logDeterminant)).toBeLessThanOrEqual(
        1e-10 * Math.abs(known.logDeterminant),
      );
      known.correlatedNormals.forEach((row: number[], i: number) => {
        row.forEach((z, k) => {
          expect(columns[k][i]).toBeCloseTo(z, 11);
          expect(normalCdf(columns[k][i])).toBeCloseTo(known.uniforms[i][k], 11);
        });
      });
    });
});

describe("groups", () => {
  test("only inputs that correlations connect are mixed, in order of path", () => {
    const groups = correlatedGroups(
      ["z", "y", "x", "w", "v"],
      [
        { between: ["z", "w"], correlation: 0.3 },
        { between: ["y", "v"], correlation: 0.2 },
        { between: ["elsewhere", "z"], correlation: 0.9 },
      ],
    );
    expect(groups.map(({ members }) => members)).toEqual([
      [4, 1],
      [3, 0],
    ]);
  });

  test("a matrix that no distribution can have is reported at the pair that makes it so", () => {
    for (const known of cases.filter((c) => c.kind === "nearestCorrelation" && c.positiveDefiniteBefore === false)) {
      const names = paths.slice(0, known.matrix.length);
      if (names.length !== known.matrix.length) continue;
      let issues: UtfallError["issues"] = [];
      try {
        correlatedGroups(names, pairsOf(known.matrix));
      } catch (error) {
        if (!(error instanceof UtfallError)) throw error;
        issues = error.issues;
      }
      expect(
        issues.map(({ code }) => code),
        known.id,
      ).toEqual(["correlationImpossible"]);
      expect(issues[0].with?.pair, known.id).toMatch(/[a-f] – [a-f]/);
    }
  });
});

test("no kind of the reference is left out but the three copulas that this engine does not have", () => {
  const used = [
    "gaussianCopulaTransform",
    "nearestCorrelation",
    "gaussianCopulaOnSobol",
    "spearmanToPearson",
    "rankCorrelationOfNormal",
    "gaussianCopula",
    "tCopula",
    "tCopulaTailDependence",
    "copulaDensity",
    "imanConover",
  ];
  const left = new Set(cases.filter(({ kind }) => !used.includes(kind)).map(({ kind }) => kind));
  expect([...left].sort()).toEqual(["claytonCopula", "frankCopula", "gumbelCopula"]);
});
