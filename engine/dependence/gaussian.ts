import { type Issue, UtfallError } from "../issues.ts";
import { cholesky } from "../numeric/cholesky.ts";

/** Inputs whose scores are mixed: z′ = L z, members in order of path. */
export interface CorrelatedGroup {
  /** Indices of the inputs. */
  readonly members: readonly number[];
  /** Lower triangular, by rows. */
  readonly factor: readonly Float64Array[];
}

interface Correlation {
  readonly between: readonly [string, string];
  readonly correlation: number;
}

/**
 * Groups the inputs that correlations connect (Gaussian copula). Members stand in order of path, so the order of declaration
 * does not touch anybody's draws.
 *
 * @throws UtfallError `correlationImpossible`, at the pair that makes a group impossible
 */
export function correlatedGroups(
  paths: readonly string[],
  correlations: readonly Correlation[],
): readonly CorrelatedGroup[] {
  const indexOf = new Map(paths.map((path, i) => [path, i]));
  const known = correlations.filter(({ between }) => between.every((path) => indexOf.has(path)));
  const issues: Issue[] = [];
  const groups = connected(known).map((group): CorrelatedGroup | undefined => {
    const members = [...group].sort();
    const matrix = members.map((row) => members.map((column): number => (row === column ? 1 : 0)));
    for (const { between, correlation } of known) {
      const [i, j] = between.map((path) => members.indexOf(path));
      if (i < 0 || j < 0) continue;
      matrix[i][j] = correlation;
      matrix[j][i] = correlation;
    }
    const factor = cholesky(matrix);
    if ("row" in factor) {
      issues.push(impossible(members, known, matrix, factor.row));
      return undefined;
    }
    return { members: members.map((path) => indexOf.get(path)!), factor };
  });
  if (issues.length > 0) throw new UtfallError(issues);
  return groups.filter((group) => group !== undefined);
}

/** The last stated pair, in the file's order, of the row at which the factorisation broke. */
function impossible(
  members: readonly string[],
  known: readonly Correlation[],
  matrix: readonly (readonly number[])[],
  row: number,
): Issue {
  const upTo = new Set(members.slice(0, row + 1));
  const involved = known.filter(
    ({ between }) => between.includes(members[row]) && between.every((path) => upTo.has(path)),
  );
  const pair = involved.at(-1) ?? known.at(-1)!;
  const [a, b] = pair.between;
  const now = matrix[members.indexOf(a)][members.indexOf(b)];
  return { code: "correlationImpossible", path: a, with: { pair: `${a} – ${b} (${now})` } };
}

/** Connected components of the graph whose edges are the correlations, in order of their first path. */
function connected(correlations: readonly Correlation[]): readonly ReadonlySet<string>[] {
  const groups: Set<string>[] = [];
  for (const { between } of correlations) {
    const touching = groups.filter((group) => between.some((path) => group.has(path)));
    const merged = new Set([...between, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.sort((left, right) => ([...left].sort()[0] < [...right].sort()[0] ? -1 : 1));
}

/** Replaces the scores of a group's members by L times them. `columns[i]` holds the scores of input i. */
export function correlate(group: CorrelatedGroup, columns: readonly Float64Array[]): void {
  const { members, factor } = group;
  const length = columns[members[0]].length;
  // From the last member upwards, so that every row still finds the members before it unmixed.
  for (let i = members.length - 1; i >= 0; i--) {
    const own = columns[members[i]];
    const row = factor[i];
    const first = columns[members[0]];
    if (i === 0) continue; // L₀₀ = 1 for a correlation matrix
    for (let j = 0; j < length; j++) {
      let sum = row[0] * first[j];
      for (let k = 1; k < i; k++) sum += row[k] * columns[members[k]][j];
      own[j] = sum + row[i] * own[j];
    }
  }
}
