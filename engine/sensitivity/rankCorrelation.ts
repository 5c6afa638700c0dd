import { blockSize } from "../design/plan.ts";
import { kernelFor } from "../kernel/kernelFor.ts";
import { replicateFigure } from "../result/figure.ts";
import type { RankCorrelation } from "../result/result.ts";
import type { Run } from "../run/run.ts";
import { lean, sharesOf } from "../summary/weighted/lean.ts";
import { weightsByReplicate } from "../summary/weighted/weights.ts";
import { countedIn, type Ranked, ranked, spearman } from "./ranked.ts";
import { weightedRanked } from "./weightedRanks.ts";

/** Ranks of this many draws tell a correlation to within a hundredth; more would cost more than the run itself. */
const enoughDraws = 16_384;

/**
 * Spearman's rank correlation of every input with each of some outputs, strongest first: how surely the result moves the same
 * way as the input. From the first draws of the run itself (16,384, or a block of each replicate), inputs regenerated; errors from the replicates.
 * Inputs that do not vary, and those of level chance, are left out; all are where the output does not vary.
 * Source: Spearman (1904), doi:10.2307/1412159; ties share their mean rank.
 *
 * @param outputIds outputs whose column was kept; others get no entry
 * @param names what the inputs that take part are called, by path; all, by their paths, where absent
 */
export function rankCorrelations(
  run: Pick<Run, "job" | "columns" | "inputs" | "firstWeights">,
  outputIds: readonly string[],
  names?: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly RankCorrelation[]>> {
  const { plan, graph } = run.job;
  // Every replicate has a block at least.
  const draws = Math.min(plan.draws, Math.max(enoughDraws, blockSize * plan.replicates));
  const columns = outputIds.flatMap((id) => {
    const column = run.columns.get(id)?.subarray(0, draws);
    return column === undefined ? [] : [{ id, column }];
  });
  if (columns.length === 0) return {};
  // A failed draw is NaN in every kept column.
  const weights = run.firstWeights?.subarray(0, draws);
  const counted = countedIn(columns[0].column, plan.replicates);
  const ranksOf = (column: Float64Array) =>
    weights === undefined ? ranked(column, counted) : weightedRanked(column, weights, plan.replicates);
  const shares = weights && sharesOf(weightsByReplicate(weights, plan.replicates));
  const varying = inputColumns(run, draws).flatMap((column, i) => {
    // Luck is no assumption that could be known better; how much it matters is told by level.
    const { level, path } = graph.inputs[i];
    if (level === "chance" || (names !== undefined && !Object.hasOwn(names, path))) return [];
    const ranks = ranksOf(column);
    return ranks.allSquares === 0 ? [] : [{ input: names?.[path] ?? path, ranks }];
  });
  return Object.fromEntries(
    columns.map(({ id, column }) => {
      const output = ranksOf(column);
      if (output.allSquares === 0) return [id, []];
      const found = varying.map(({ input, ranks }) => ({ input, correlation: correlation(ranks, output, shares) }));
      return [id, found.sort((a, b) => Math.abs(b.correlation.value) - Math.abs(a.correlation.value))];
    }),
  );
}

function inputColumns(run: Pick<Run, "job" | "inputs">, draws: number): readonly Float64Array[] {
  const { graph, data, plan } = run.job;
  const columns = graph.inputs.map(() => new Float64Array(draws));
  const fill = kernelFor(graph, data, plan).inputs ?? run.inputs;
  for (let block = 0; block * blockSize < draws; block++) {
    const from = block * blockSize;
    fill(
      block,
      columns.map((column) => column.subarray(from, from + blockSize)),
    );
  }
  return columns;
}

function correlation(
  input: Ranked,
  output: Ranked,
  shares: readonly number[] | undefined,
): RankCorrelation["correlation"] {
  const { value, byReplicate } = spearman(input, output);
  const own = shares === undefined ? byReplicate : byReplicate.map((x, r) => lean(value, x, shares[r]));
  return replicateFigure(value, own, { low: -1, high: 1 });
}
