import { blockSize, replicateOf } from "../design/plan.ts";
import type { Issue } from "../issues.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type SwappedGroup, saltelliDesign } from "./saltelliDesign.ts";
import {
  type ArmSums,
  armSums,
  type FirstOrderEstimator,
  firstOrderEstimators,
  secondOrder,
  type TotalEstimator,
  totalEstimators,
} from "./sobolEstimators.ts";
import { columnsOf, type StudiedOutput, type Study } from "./study.ts";
import { jackknifeFigure } from "./withoutEach.ts";

const mostBasePoints = 16_384;
const fewestReplicates = 8;
const mostReplicates = 16;
const share = { low: 0, high: 1 };

export interface SobolOptions {
  /** Points of A, and of B: 1024·2^m, at least 8,192; those of the study, 16,384 at most, where absent. */
  readonly basePoints?: number;
  /** Names of inputs, by the name of their group: their closed index is told, and their total. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Also what pairs do together; about twice the runs. */
  readonly pairs?: boolean;
  readonly first?: FirstOrderEstimator;
  readonly total?: TotalEstimator;
}

/**
 * Sobol' indices by a Saltelli design: the share of the output's variance that an input explains alone (`first`; for a group, its
 * closed index), that it has a part in (`total`), and that two inputs explain only together (`second`). It runs the model
 * basePoints·(groups + 2) times, and once more per group for pairs. Correlated inputs are one group, since no index of variance
 * tells them apart. Errors come from leaving out each replicate in turn; an index whose interval begins at 0 is `indistinct`.
 * First order by Saltelli et al. (2010), whose error falls with the total index, so that weak inputs are told from none; total by
 * Jansen (1999), never negative.
 * Source: Sobol' (2001), doi:10.1016/S0378-4754(00)00270-6; Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018.
 *
 * @returns one entry per output; undefined where the signal ended it
 * @throws RangeError for a group of what is no input
 */
export async function sobol(study: Study, options: SobolOptions = {}): Promise<readonly Analysis[] | undefined> {
  const method = options.pairs ? "sobolPairs" : "sobol";
  const counts = countsOf(options.basePoints ?? Math.min(mostBasePoints, study.job.plan.draws));
  const analysisOf = ({ id }: StudiedOutput, evaluations: number): Analysis => ({
    method,
    of: id,
    unit: "share",
    evaluations,
    draws: counts.draws,
    measures: ["first", "total", ...(options.pairs ? ["second"] : [])].map((measure) => ({
      id: measure,
      unit: "share",
    })),
    rows: [],
    notes: [],
  });
  if (study.job.graph.logWeight !== undefined || study.job.data.scoreMap !== undefined)
    return study.outputs.map((output) => ({
      ...analysisOf(output, 0),
      notes: [{ code: "sensitivityRevised", path: output.id, with: { method } }],
    }));
  const { job, groups, joined, sources } = saltelliDesign(study, options.groups);
  const designed = { ...study, job };
  const arm = (all: "A" | "B", but?: SwappedGroup) => columnsOf(designed, { ...counts, sources: sources(all, but) });
  const a = await arm("A");
  if (a === undefined) return undefined;
  const b = await arm("B");
  if (b === undefined) return undefined;
  const centres = study.outputs.map((_, k) => meanOf(a[k], b[k]));
  const ab: (readonly Float64Array[])[] = [];
  const ba: (readonly Float64Array[])[] = [];
  const sums: (readonly (readonly ArmSums[])[])[] = [];
  for (const group of groups) {
    const own = await arm("A", group);
    if (own === undefined) return undefined;
    sums.push(own.map((column, k) => byReplicate(a[k], b[k], column, centres[k], counts.replicates)));
    if (!options.pairs) continue;
    const other = await arm("B", group);
    if (other === undefined) return undefined;
    ab.push(own);
    ba.push(other);
  }
  const evaluations = counts.draws * (2 + groups.length * (options.pairs ? 2 : 1));
  const correlated = joined.map((names): Issue["with"] => ({ inputs: names.join(", "), method }));
  return study.outputs.map((output, k) => {
    const notes: Issue[] = correlated.map((own) => ({ code: "sensitivityCorrelated", path: output.id, with: own }));
    const columns = { a: a[k], ab: ab.map((of) => of[k]), ba: ba.map((of) => of[k]) };
    const answered = options.pairs ? onlyWhereAll(columns) : a[k];
    const own =
      answered === a[k]
        ? sums.map((ofGroup) => ofGroup[k])
        : columns.ab.map((column) => byReplicate(answered, b[k], column, centres[k], counts.replicates));
    const base = analysisOf(output, evaluations);
    const failed = counts.draws - Math.min(counts.draws, ...own.map((parts) => added(parts).n));
    if (failed > 0)
      notes.push({ code: "sensitivityFailedDraws", path: output.id, with: { failed, draws: counts.draws } });
    if (own.some((parts) => parts.some(({ n }) => n < 2))) {
      const values = { draws: counts.draws - failed, method, needed: counts.draws };
      return { ...base, notes: [...notes, { code: "sensitivityFewDraws", path: output.id, with: values }] };
    }
    const still = stillness(output, a[k], b[k]);
    if (still !== undefined) return { ...base, notes: [...notes, still] };
    const { rows, alone } = indexRows(groups, own, options);
    const pairs = options.pairs ? pairRows(groups, own, { ...columns, a: answered }, centres[k], options) : [];
    return { ...base, rows: [...rows, ...pairs], more: { sumOfFirst: alone }, notes };
  });
}

/** Indices by group, strongest first, and what all of them explain alone. */
function indexRows(
  groups: readonly SwappedGroup[],
  sums: readonly (readonly ArmSums[])[],
  { first = "saltelli2010", total = "jansen" }: SobolOptions,
) {
  const without = sums.map(withoutEach);
  const estimate = (estimator: (sums: ArmSums) => number, i: number) => ({
    value: estimator(added(sums[i])),
    without: without[i].map(estimator),
  });
  const firsts = groups.map((_, i) => estimate(firstOrderEstimators[first], i));
  const rows = groups.map(({ names, group }, i): AnalysisRow => {
    const figures = {
      first: shareFigure(firsts[i]),
      total: shareFigure(estimate(totalEstimators[total], i)),
    };
    return rowOf(names, group, figures);
  });
  const sum = (values: readonly number[]) => values.reduce((all, own) => all + own, 0);
  const alone = shareFigure({
    value: sum(firsts.map(({ value }) => value)),
    without: (firsts[0]?.without ?? []).map((_, r) => sum(firsts.map((own) => own.without[r]))),
  });
  return { rows: rows.sort((x, y) => y.figures.total.value - x.figures.total.value), alone };
}

function pairRows(
  groups: readonly SwappedGroup[],
  sums: readonly (readonly ArmSums[])[],
  { a, ab, ba }: PairColumns,
  centre: number,
  { first = "saltelli2010" }: SobolOptions,
): readonly AnalysisRow[] {
  const estimator = firstOrderEstimators[first];
  const all = sums.map(added);
  const without = sums.map(withoutEach);
  const replicates = sums[0]?.length ?? 0;
  const rows: AnalysisRow[] = [];
  for (let j = 0; j < groups.length; j++)
    for (let k = j + 1; k < groups.length; k++) {
      const products = productsByReplicate(a, ba[j], ab[k], centre, replicates);
      const whole = products.reduce((sum, own) => sum + own, 0);
      const value = secondOrder(whole, all[k], estimator(all[j]), estimator(all[k]));
      const left = products.map((own, r) =>
        secondOrder(whole - own, without[k][r], estimator(without[j][r]), estimator(without[k][r])),
      );
      const names = [...groups[j].names, ...groups[k].names];
      const called = [groups[j], groups[k]].map(({ group, names: own }) => group ?? own.join(" + "));
      const figures = { second: shareFigure({ value, without: left }) };
      rows.push(rowOf(names, names.length > 2 ? called.join(" × ") : undefined, figures));
    }
  return rows.sort((x, y) => y.figures.second.value - x.figures.second.value);
}

interface PairColumns {
  readonly a: Float64Array;
  readonly ab: readonly Float64Array[];
  readonly ba: readonly Float64Array[];
}

/** A, NaN also where another column is: the same where none is. */
function onlyWhereAll({ a, ab, ba }: PairColumns): Float64Array {
  const others = [...ab, ...ba];
  const fails = (i: number) => others.some((column) => Number.isNaN(column[i]));
  return a.some((_, i) => fails(i)) ? a.map((own, i) => (fails(i) ? Number.NaN : own)) : a;
}

function rowOf(inputs: readonly string[], group: string | undefined, figures: AnalysisRow["figures"]): AnalysisRow {
  const indistinct = Object.keys(figures).filter((id) => figures[id].low <= 0);
  return {
    inputs,
    ...(group === undefined ? {} : { group }),
    figures,
    ...(indistinct.length === 0 ? {} : { indistinct }),
  };
}

/** Shifting value and those without each replicate alike leaves the error as it is. */
function shareFigure({ value, without }: { readonly value: number; readonly without: readonly number[] }) {
  const inside = Math.min(1, Math.max(0, value));
  return jackknifeFigure(
    inside,
    without.map((own) => own + (inside - value)),
    share,
  );
}

/** Replicates stay whole blocks and, with even points, whole nets. */
function countsOf(asked: number): { readonly draws: number; readonly replicates: number } {
  let blocks = fewestReplicates;
  while (blocks * blockSize < asked) blocks *= 2;
  return { draws: blocks * blockSize, replicates: Math.min(mostReplicates, blocks) };
}

function meanOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const column of [a, b])
    for (const own of column)
      if (!Number.isNaN(own)) {
        sum += own;
        n++;
      }
  return n === 0 ? 0 : sum / n;
}

function byReplicate(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  centre: number,
  replicates: number,
): readonly ArmSums[] {
  const parts: ArmSums[][] = Array.from({ length: replicates }, () => []);
  for (let block = 0; block * blockSize < a.length; block++)
    parts[replicateOf(block, replicates)].push(armSums(a, b, c, centre, block * blockSize, (block + 1) * blockSize));
  return parts.map(added);
}

/** Of the points at which `a` is a number. */
function productsByReplicate(
  a: Float64Array,
  x: Float64Array,
  y: Float64Array,
  centre: number,
  replicates: number,
): number[] {
  const sums = Array<number>(replicates).fill(0);
  for (let i = 0; i < x.length; i++)
    if (!Number.isNaN(a[i]))
      sums[replicateOf(Math.floor(i / blockSize), replicates)] += (x[i] - centre) * (y[i] - centre);
  return sums;
}

function added(parts: readonly ArmSums[]): ArmSums {
  const sum = { ...parts[0] };
  for (const part of parts.slice(1)) for (const key of keys) sum[key] += part[key];
  return sum;
}

/** Of the others, for each replicate in turn. */
const withoutEach = (parts: readonly ArmSums[]): readonly ArmSums[] =>
  parts.map((_, r) => added(parts.filter((_, other) => other !== r)));

const keys = ["n", "a", "b", "c", "aa", "bb", "cc", "ab", "ac", "bc", "fromA", "fromB"] as const;

function stillness({ id, kind }: StudiedOutput, a: Float64Array, b: Float64Array): Issue | undefined {
  const first = a.find((own) => !Number.isNaN(own));
  const isStill = [a, b].every((column) => column.every((own) => Number.isNaN(own) || own === first));
  if (!isStill) return undefined;
  const constant = first === 0 ? "sensitivityNeverMet" : "sensitivityAlwaysMet";
  return { code: kind === "chance" ? constant : "sensitivityNoSpread", path: id, with: { output: id } };
}
