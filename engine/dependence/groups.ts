import { type Issue, UtfallError } from "../issues.ts";
import { cholesky } from "../numeric/cholesky.ts";
import { keptTScoreTables } from "./keptTScores.ts";
import type { TScoreTables } from "./tScores.ts";

/** Inputs whose scores are mixed: z′ = L z, members in order of path. */
export interface CorrelatedGroup {
  /** Indices of the inputs. */
  readonly members: readonly number[];
  /** Lower triangular, by rows. */
  readonly factor: readonly Float64Array[];
  /** Of a group with a t copula: what z′ are turned into z″ by. */
  readonly t?: TScale;
}

/** The further score that all members of a group with a t copula share. */
interface TScale {
  /** `first#scale`, by the first of the copula's paths: the draws of the further score belong to this. */
  readonly path: string;
  /** The first of them that there is: with even points, the further score stands in the same net. */
  readonly beside: string;
  readonly tables: TScoreTables;
}

interface Correlation {
  readonly between: readonly [string, string];
  readonly correlation: number;
}

/** Inputs that have a t copula together. */
interface TCopula {
  readonly of: readonly string[];
  readonly degreesOfFreedom: number;
}

/**
 * Groups the inputs that correlations or a t copula connect. Members stand in order of path, so the order of declaration does
 * not touch anybody's draws. A t copula is that of a whole group: it must list all inputs that correlate with one of its own.
 *
 * @throws UtfallError `correlationImpossible`, at the pair that makes a group impossible; `copulaIncomplete`, at an input that a
 * t copula leaves out; `copulaTwice`, at one that has two; `evidenceRule` for degrees of freedom that there are none of
 */
export function correlatedGroups(
  paths: readonly string[],
  correlations: readonly Correlation[],
  copulas: readonly TCopula[] = [],
): readonly CorrelatedGroup[] {
  const indexOf = new Map(paths.map((path, i) => [path, i]));
  const isKnown = (path: string) => indexOf.has(path);
  const known = correlations.filter(({ between }) => between.every(isKnown));
  const sets = [...known.map(({ between }) => between), ...copulas.map(({ of }) => of.filter(isKnown))];
  const issues: Issue[] = [];
  const groups = connected(sets).map((group): CorrelatedGroup | undefined => {
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
    const t = scaleOf(members, copulas, issues);
    return { members: members.map((path) => indexOf.get(path)!), factor, ...(t === undefined ? {} : { t }) };
  });
  if (issues.length > 0) throw new UtfallError(issues);
  return groups.filter((group) => group !== undefined);
}

function scaleOf(members: readonly string[], copulas: readonly TCopula[], issues: Issue[]): TScale | undefined {
  const [own, second] = copulas.filter(({ of }) => of.some((path) => members.includes(path)));
  if (own === undefined) return undefined;
  if (second !== undefined) {
    const both = second.of.find((path) => own.of.includes(path)) ?? second.of[0];
    issues.push({ code: "copulaTwice", path: both, with: { name: both } });
    return undefined;
  }
  const outside = members.find((path) => !own.of.includes(path));
  if (outside !== undefined) {
    issues.push({ code: "copulaIncomplete", path: outside, with: { name: outside, of: own.of.join(", ") } });
    return undefined;
  }
  const path = `${[...own.of].sort()[0]}#scale`;
  return { path, beside: members[0], tables: keptTScoreTables(own.degreesOfFreedom) };
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

/** What sets connect by having members in common, in order of their first path. */
function connected(sets: readonly (readonly string[])[]): readonly ReadonlySet<string>[] {
  const groups: Set<string>[] = [];
  for (const set of sets) {
    if (set.length === 0) continue;
    const touching = groups.filter((group) => set.some((path) => group.has(path)));
    const merged = new Set([...set, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.sort((left, right) => ([...left].sort()[0] < [...right].sort()[0] ? -1 : 1));
}
