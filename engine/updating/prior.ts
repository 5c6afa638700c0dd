import { correlatedGroups } from "../dependence/groups.ts";
import { UtfallError } from "../issues.ts";
import type { ModelData, ModelGraph } from "../model/graph.ts";
import { cholesky } from "../numeric/cholesky.ts";

/**
 * Scores of the inputs that something observed depends on, and of those that correlate with them, before anything is known:
 * z = L·u with u independent and standard normal.
 */
export interface Prior {
  /** Those that the observations touch. */
  readonly touched: readonly string[];
  /** Those first, then the others that correlate with them. */
  readonly paths: readonly string[];
  /** L, lower triangular. */
  readonly factor: readonly (readonly number[])[];
}

/** @throws UtfallError `observedCopula` where a touched input has a t copula, `correlationImpossible` */
export function priorOf(graph: ModelGraph, data: ModelData, touched: readonly string[]): Prior {
  const all = graph.inputs.map(({ path }) => path);
  const groups = correlatedGroups(all, data.correlations, data.copulas).map((group) => ({
    ...group,
    paths: group.members.map((i) => all[i]),
  }));
  const reached = groups.filter(({ paths }) => paths.some((path) => touched.includes(path)));
  const refused = reached.flatMap(({ t, paths }) =>
    t === undefined ? [] : paths.filter((path) => touched.includes(path)),
  );
  if (refused.length > 0)
    throw new UtfallError(refused.map((path) => ({ code: "observedCopula", path, with: { name: path } })));
  const beside = reached.flatMap(({ paths }) => paths.filter((path) => !touched.includes(path))).sort();
  const paths = [...touched, ...beside];
  const matrix = paths.map((row) => paths.map((column): number => (row === column ? 1 : 0)));
  for (const { between, correlation } of data.correlations) {
    const [i, j] = between.map((path) => paths.indexOf(path));
    if (i < 0 || j < 0) continue;
    matrix[i][j] = correlation;
    matrix[j][i] = correlation;
  }
  const factor = cholesky(matrix);
  // Each group was found possible above.
  if ("row" in factor) throw new RangeError(`the correlations around ${paths[factor.row]} contradict each other`);
  return { touched, paths, factor: factor.map((row) => [...row]) };
}
