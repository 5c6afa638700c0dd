import { impossible } from "../issues.ts";
import { cholesky } from "../numeric/cholesky.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { argsort, ranks } from "../numeric/ranks.ts";
import type { Matrix } from "./correlationMatrix.ts";
import { sampleCorrelations } from "./sampleCorrelations.ts";

/**
 * Gives samples from outside a rank correlation without changing any sample's own values: each column is put in the order of a
 * column of scores S = M·(Pᵀ/Q)ᵀ, where M are normal scores, Q·Qᵀ their own correlation and P·Pᵀ the target. The scores' Pearson
 * correlation is the target exactly; the result's Spearman correlation nearly.
 * Source: Iman & Conover (1982), doi:10.1080/03610918208812265.
 *
 * @param columns at least two samples of the same length, without NaN
 * @param target correlation of the scores
 * @param scores columns of scores to start from; unless given Φ⁻¹(rank/(n + 1)) of the samples themselves
 * @throws UtfallError `evidenceRule` where target or scores are not positive definite
 */
export function imanConover(
  columns: readonly Float64Array[],
  target: Matrix,
  scores: readonly Float64Array[] = columns.map(normalScores),
): readonly Float64Array[] {
  const own = factor(sampleCorrelations(scores), "scores");
  const wanted = factor(target, "target");
  const n = columns[0].length;
  const mixed = columns.map(() => new Float64Array(n));
  const free = new Float64Array(columns.length);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < columns.length; k++) {
      // Q·free = the row of scores, by forward substitution
      let rest = scores[k][i];
      for (let j = 0; j < k; j++) rest -= own[k][j] * free[j];
      free[k] = rest / own[k][k];
      let sum = 0;
      for (let j = 0; j <= k; j++) sum += wanted[k][j] * free[j];
      mixed[k][i] = sum;
    }
  return columns.map((column, k) => inOrderOf(column, mixed[k]));
}

/** Φ⁻¹(rank/(n + 1)). */
function normalScores(column: Float64Array): Float64Array {
  return ranks(column).map((rank) => normalQuantile(rank / (column.length + 1)));
}

/** The column's values, the smallest where `leader` is smallest, and so on. */
function inOrderOf(column: Float64Array, leader: Float64Array): Float64Array {
  const sorted = column.slice().sort();
  const result = new Float64Array(column.length);
  argsort(leader).forEach((at, rank) => {
    result[at] = sorted[rank];
  });
  return result;
}

function factor(matrix: Matrix, what: string): readonly Float64Array[] {
  const found = cholesky(matrix);
  if (!("row" in found)) return found;
  throw impossible("Iman–Conover", `λ(${what}) > 0`, { row: found.row + 1 });
}
