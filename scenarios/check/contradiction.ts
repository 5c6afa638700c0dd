import { nearestCorrelation } from "../../engine/dependence/nearestCorrelation.ts";
import { kendallOfScores, spearmanOfScores } from "../../engine/dependence/rankCorrelation.ts";
import { cholesky } from "../../engine/numeric/cholesky.ts";
import type { correlationKinds } from "../schema/judgement.ts";

/** A correlation of normal scores as it was stated. */
export interface Stated {
  readonly between: readonly [string, string];
  readonly correlation: number;
  /** As what it is written. */
  readonly kind: (typeof correlationKinds)[number];
  /** The two as the file names them. */
  readonly names: string;
  /** Place of the entry in the file's list. */
  readonly index: number;
}

/** Can all these correlations hold at once? */
export function possible(correlations: readonly Stated[]): boolean {
  return !("row" in cholesky(matrixOf(correlations).matrix));
}

function matrixOf(correlations: readonly Stated[]): { readonly paths: readonly string[]; readonly matrix: number[][] } {
  const paths = [...new Set(correlations.flatMap(({ between }) => between))];
  const matrix = paths.map((row) => paths.map((column): number => (row === column ? 1 : 0)));
  for (const { between, correlation } of correlations) {
    const [row, column] = between.map((path) => paths.indexOf(path));
    matrix[row][column] = correlation;
    matrix[column][row] = correlation;
  }
  return { paths, matrix };
}

/** The pair from which on, in file order, it never becomes possible again. */
export function culprit(pairs: readonly Stated[]): Stated {
  let index = pairs.length - 1;
  while (index > 0 && !possible(pairs.slice(0, index))) index -= 1;
  return pairs[index];
}

/** Those that hang together with an input, directly or through others. */
function connectedTo(start: string, pairs: readonly Stated[]): readonly Stated[] {
  const reached = new Set([start]);
  let before = 0;
  while (reached.size > before) {
    before = reached.size;
    for (const { between } of pairs)
      if (between.some((path) => reached.has(path))) for (const path of between) reached.add(path);
  }
  return pairs.filter(({ between }) => reached.has(between[0]));
}

/** What is nearest to correlations that contradict each other, and holds. */
export interface Mended {
  /** All pairs of the inputs involved, also those that were not stated. */
  readonly pairs: readonly { readonly between: readonly [string, string]; readonly correlation: number }[];
  /** Values of the stated pairs as they are written, `reach – care 0.58`. */
  readonly nearest: string;
  /** The pair that moved most, and between what values. */
  readonly moved: { readonly pair: string; readonly from: string; readonly to: string };
}

/**
 * The nearest correlations that hold, of those that hang together with the culprit (Higham's alternating projections).
 *
 * @param room smallest eigenvalue that is left: 0 for the nearest of all; more where the values are to be rounded
 */
export function mended(pairs: readonly Stated[], room?: number): Mended {
  const involved = connectedTo(culprit(pairs).between[0], pairs);
  const { paths, matrix } = matrixOf(involved);
  const repaired = nearestCorrelation(matrix, room).matrix;
  const mendedOf = ({ between: [a, b] }: Stated): number => repaired[paths.indexOf(a)][paths.indexOf(b)];
  const largest = involved.reduce((most, own) =>
    Math.abs(mendedOf(own) - own.correlation) > Math.abs(mendedOf(most) - most.correlation) ? own : most,
  );
  const all = paths.flatMap((a, i) =>
    paths.slice(i + 1).map((b, j) => ({ between: [a, b] as const, correlation: repaired[i][i + 1 + j] })),
  );
  return {
    pairs: [...pairs.filter((own) => !involved.includes(own)), ...all],
    nearest: involved.map((own) => `${own.names} ${written(own, mendedOf(own))}`).join(", "),
    moved: {
      pair: largest.names,
      from: written(largest, largest.correlation),
      to: written(largest, mendedOf(largest)),
    },
  };
}

/** A correlation of scores as what the file states, with three decimals. */
function written({ kind }: Stated, correlation: number): string {
  const value =
    kind === "ranks" ? spearmanOfScores(correlation) : kind === "kendall" ? kendallOfScores(correlation) : correlation;
  return String(Math.round(value * 1000) / 1000).replace("-", "−");
}
