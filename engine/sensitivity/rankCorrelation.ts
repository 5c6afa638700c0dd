import { sampleCorrelation } from "simple-statistics";
import { blockSize } from "../design/plan.ts";
import { ranks } from "../numeric/ranks.ts";
import { replicateFigure } from "../result/figure.ts";
import type { RankCorrelation } from "../result/result.ts";
import type { Run } from "../run/run.ts";
import { answered, byReplicate } from "../summary/combine.ts";

/** Ranks of this many draws tell a correlation to within a hundredth; more would cost more than the run itself. */
const enoughDraws = 16_384;

/**
 * Spearman's rank correlation of every input with each of some outputs, strongest first: how surely the result moves the same
 * way as the input. From the first draws of the run itself (16,384, or a block of each replicate), inputs regenerated; errors from the replicates.
 * Inputs that do not vary are left out; all are where the output does not vary.
 * Source: Spearman (1904), doi:10.2307/1412159; ties share their mean rank.
 *
 * @param outputIds outputs whose column was kept; others get no entry
 */
export function rankCorrelations(
  run: Run,
  outputIds: readonly string[],
): Readonly<Record<string, readonly RankCorrelation[]>> {
  const { plan, graph } = run.job;
  // Every replicate has a block at least.
  const draws = Math.min(plan.draws, Math.max(enoughDraws, blockSize * plan.replicates));
  const outputs = outputIds.flatMap((id) => {
    const column = run.columns.get(id)?.subarray(0, draws);
    return column === undefined ? [] : [{ id, ranked: ranked(column, plan.replicates) }];
  });
  if (outputs.length === 0) return {};
  const failed = run.columns.get(outputs[0].id)!.subarray(0, draws);
  const inputs = inputColumns(run, draws).map((column) => ranked(withoutFailed(column, failed), plan.replicates));
  return Object.fromEntries(
    outputs.map(({ id, ranked: output }) => {
      const found = graph.inputs.flatMap(({ path }, i): readonly RankCorrelation[] =>
        output.varies && inputs[i].varies ? [{ input: path, correlation: spearman(inputs[i], output) }] : [],
      );
      return [id, found.sort((a, b) => Math.abs(b.correlation.value) - Math.abs(a.correlation.value))];
    }),
  );
}

function inputColumns(run: Run, draws: number): readonly Float64Array[] {
  const columns = run.job.graph.inputs.map(() => new Float64Array(draws));
  for (let block = 0; block * blockSize < draws; block++) {
    const from = block * blockSize;
    run.inputs(
      block,
      columns.map((column) => column.subarray(from, from + blockSize)),
    );
  }
  return columns;
}

/** A failed draw is NaN in every kept column: it is left out of the inputs as well. */
function withoutFailed(column: Float64Array, failed: Float64Array): Float64Array {
  for (let d = 0; d < failed.length; d++) if (Number.isNaN(failed[d])) column[d] = Number.NaN;
  return column;
}

/** Ranks among all draws, and within each replicate. */
interface Ranked {
  readonly all: Float64Array;
  readonly parts: readonly Float64Array[];
  readonly varies: boolean;
}

function ranked(column: Float64Array, replicates: number): Ranked {
  const values = answered(column);
  return {
    all: ranks(values),
    parts: byReplicate(column, replicates).map(ranks),
    varies: values.some((x) => x !== values[0]),
  };
}

function spearman(a: Ranked, b: Ranked): RankCorrelation["correlation"] {
  const value = correlate(a.all, b.all);
  return replicateFigure(
    value,
    a.parts.map((part, r) => correlate(part, b.parts[r])),
    { low: -1, high: 1 },
  );
}

/** simple-statistics' types ask for arrays; its functions take typed arrays as well. */
const correlate = (a: Float64Array, b: Float64Array): number =>
  sampleCorrelation(a as unknown as number[], b as unknown as number[]);
