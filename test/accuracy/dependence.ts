import {
  conditionalProbability,
  copulaValue,
  logCopulaDensity,
  tailDependence,
} from "../../engine/dependence/copula.ts";
import { imanConover } from "../../engine/dependence/imanConover.ts";
import {
  clippedCorrelation,
  nearestCorrelation,
  shrunkCorrelation,
} from "../../engine/dependence/nearestCorrelation.ts";
import {
  kendallOfScores,
  scoreFromKendall,
  scoreFromSpearman,
  spearmanOfScores,
} from "../../engine/dependence/rankCorrelation.ts";
import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { cholesky } from "../../engine/numeric/cholesky.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { ranks } from "../../engine/numeric/ranks.ts";
import { symmetricEigen } from "../../engine/numeric/symmetricEigen.ts";
import type { reference } from "../reference.ts";
import { type Answer, absoluteTo, relativeTo } from "./answer.ts";

/* The cases of the reference file on dependence that are plain functions, at the file's tolerances. */

type Case = ReturnType<typeof reference>["cases"][number];
type Matrix = readonly (readonly number[])[];

const gaussian = { kind: "gaussian" } as const;
const t = (degreesOfFreedom: number) => ({ kind: "t", degreesOfFreedom }) as const;

/** By kind of case. */
export const dependenceAnswers: Readonly<Record<string, (known: Case) => Generator<Answer>>> = {
  *rankCorrelationOfNormal({ id, pearson, spearman, kendall, inverse }) {
    for (const [i, rho] of pearson.entries()) {
      yield absoluteTo("Spearman and Kendall of scores", `${id} ${rho}`, spearmanOfScores(rho), spearman[i], 5e-15);
      yield absoluteTo("Spearman and Kendall of scores", `${id} ${rho}`, kendallOfScores(rho), kendall[i], 5e-15);
    }
    for (const [i, r] of inverse.spearman.entries()) {
      const what = "scores from Spearman and Kendall";
      yield absoluteTo(what, `${id} ${r}`, scoreFromSpearman(r), inverse.pearsonFromSpearman[i], 5e-15);
      yield absoluteTo(what, `${id} ${r}`, scoreFromKendall(r), inverse.pearsonFromKendall[i], 5e-15);
    }
  },
  *gaussianCopula({ rows }) {
    for (const [rho, u, v, value, logDensity, conditional] of rows) {
      const at = `ρ ${rho}, u ${u}, v ${v}`;
      const density = logCopulaDensity(gaussian, factorOf(pairMatrix(rho)), [u, v]);
      yield relativeTo("Gaussian copula", at, copulaValue(gaussian, rho, u, v), value, 1e-10);
      yield relativeTo("Gaussian copula, log density", at, density, logDensity, 1e-10, 1e-10);
      const found = conditionalProbability(gaussian, rho, v, u);
      yield relativeTo("Gaussian copula, conditional", at, found, conditional, 1e-10);
    }
  },
  *tCopula({ rows }) {
    for (const [nu, rho, u, v, value, logDensity, conditional] of rows) {
      const at = `ν ${nu}, ρ ${rho}, u ${u}, v ${v}`;
      const density = logCopulaDensity(t(nu), factorOf(pairMatrix(rho)), [u, v]);
      yield relativeTo("t copula", at, copulaValue(t(nu), rho, u, v), value, 1e-10);
      yield relativeTo("t copula, log density", at, density, logDensity, 1e-10, 1e-10);
      yield relativeTo("t copula, conditional", at, conditionalProbability(t(nu), rho, v, u), conditional, 1e-10);
    }
  },
  *copulaDensity({ id, correlation, points }) {
    const factor = factorOf(correlation);
    for (const { u, gaussianLogDensity, t: heavy } of points) {
      const found = logCopulaDensity(gaussian, factor, u);
      yield relativeTo("Gaussian copula, log density", id, found, gaussianLogDensity, 1e-10, 1e-10);
      for (const { nu, logDensity } of heavy)
        yield relativeTo("t copula, log density", id, logCopulaDensity(t(nu), factor, u), logDensity, 1e-10, 1e-10);
    }
  },
  *tCopulaTailDependence({ rows }) {
    for (const [nu, rho, lambda] of rows)
      yield relativeTo("t copula, tail dependence", `ν ${nu}, ρ ${rho}`, tailDependence(t(nu), rho), lambda, 1e-12);
  },
  *nearestCorrelation(known) {
    const { id, matrix, nearest, distance, clippedAndRescaled, shrinking } = known;
    const eigenvalues = [...symmetricEigen(matrix).values].reverse();
    for (const [i, value] of eigenvalues.entries())
      yield absoluteTo("eigenvalues", id, value, known.eigenvaluesBefore[i], 5e-13);
    const found = nearestCorrelation(matrix, 0);
    yield* sameMatrix("nearest correlation matrix", id, found.matrix, nearest, 1e-7);
    yield absoluteTo("nearest correlation matrix", id, found.distance, distance, 1e-7);
    // the reference leaves these two out for a matrix that needs no repair
    const { floor, matrix: clipped } = clippedAndRescaled ?? { floor: 1e-8, matrix };
    yield* sameMatrix("clipped correlation matrix", id, clippedCorrelation(matrix, floor).matrix, clipped, 1e-9);
    const shrunk = shrunkCorrelation(matrix);
    yield absoluteTo("shrunk correlation matrix", id, shrunk.alpha, shrinking?.alpha ?? 0, 5e-13);
    yield* sameMatrix("shrunk correlation matrix", id, shrunk.matrix, shrinking?.matrix ?? matrix, 1e-12);
  },
  *spearmanToPearson(known) {
    const { id, targetSpearman } = known;
    const scores = targetSpearman.map((row: number[], i: number) =>
      row.map((value, j) => (i === j ? 1 : scoreFromSpearman(value))),
    );
    yield* sameMatrix("scores from Spearman and Kendall", id, scores, known.pearson, 1e-12);
    yield absoluteTo(
      "eigenvalues",
      id,
      symmetricEigen(targetSpearman).values[2],
      known.smallestEigenvalueOfTarget,
      5e-13,
    );
    yield absoluteTo("eigenvalues", id, symmetricEigen(scores).values[2], known.smallestEigenvalueOfPearson, 5e-13);
    const nearest = nearestCorrelation(scores, 0).matrix;
    yield* sameMatrix("nearest correlation matrix", id, nearest, known.nearestPearson, 1e-7);
  },
  *imanConover(known) {
    const columns = columnsOf(known.x);
    const given = columnsOf(known.givenScores.scorePermutation).map((column) =>
      column.map((k) => normalQuantile((k + 1) / (known.n + 1))),
    );
    const sorted = columns.map((column) => column.slice().sort());
    for (const [way, scores] of [
      ["ownRankScores", undefined],
      ["givenScores", given],
    ] as const) {
      const at = `${known.id}, ${way}`;
      const found = imanConover(columns, known.target, scores);
      for (const [k, column] of found.entries())
        for (const [i, value] of column.entries())
          yield absoluteTo("Iman–Conover, order", at, value, sorted[k][known[way].rankMatrix[i][k]], 0);
      const [spearman, pearson] = [sampleCorrelations(found.map(ranks)), sampleCorrelations(found)];
      yield* sameMatrix("Iman–Conover, correlations", at, spearman, known[way].spearman, 5e-13);
      yield* sameMatrix("Iman–Conover, correlations", at, pearson, known[way].pearson, 5e-13);
    }
  },
};

const pairMatrix = (rho: number): Matrix => [
  [1, rho],
  [rho, 1],
];

function factorOf(matrix: Matrix) {
  const factor = cholesky(matrix);
  if ("row" in factor) throw new Error("not positive definite");
  return factor;
}

const columnsOf = (rows: Matrix) => rows[0].map((_, k) => Float64Array.from(rows, (row) => row[k]));

function* sameMatrix(what: string, at: string, found: Matrix, right: Matrix, allowed: number): Generator<Answer> {
  for (const [i, row] of found.entries())
    for (const [j, value] of row.entries()) yield absoluteTo(what, `${at} ${i}, ${j}`, value, right[i][j], allowed);
}
