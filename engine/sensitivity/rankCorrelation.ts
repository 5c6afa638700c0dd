import { sampleCorrelation } from "simple-statistics";
import { blockSize } from "../design/plan.ts";
import { ranks } from "../numeric/ranks.ts";
import { replicateFigure } from "../result/figure.ts";
import type { RankCorrelation } from "../result/result.ts";
import type { Run } from "../run/run.ts";
import { byReplicate } from "../summary/combine.ts";

/** Ranks of this many draws tell a correlation to a few thousandths; more would only cost time. */
const mostDraws = 65_536;

/**
 * Spearman's rank correlation of every input with an output, strongest first: how surely the result moves the same way as the
 * input. From the first draws of the run itself (at most 65,536), inputs regenerated; errors from the replicates. Inputs that
 * do not vary are left out; all are where the output does not vary.
 * Source: Spearman (1904), doi:10.2307/1412159; ties share their mean rank.
 */
export function rankCorrelations(run: Run, outputId: string): readonly RankCorrelation[] {
  const { plan, graph } = run.job;
  const draws = Math.min(plan.draws, mostDraws);
  const output = run.columns.get(outputId)?.subarray(0, draws);
  if (output === undefined || output.every((x) => x === output[0] || Number.isNaN(x))) return [];
  const inputs = inputColumns(run, draws);
  const failed = output.some(Number.isNaN);
  const whole = split(output, plan.replicates);
  const found = graph.inputs.flatMap(({ path }, i): readonly RankCorrelation[] => {
    // A failed draw has no output: it is left out of the input as well.
    const values = failed ? inputs[i].map((x, d) => (Number.isNaN(output[d]) ? Number.NaN : x)) : inputs[i];
    if (values.every((x) => x === values[0] || Number.isNaN(x))) return [];
    const own = split(values, plan.replicates);
    const correlation = replicateFigure(
      correlate(own.all, whole.all),
      own.parts.map((part, r) => correlate(part, whole.parts[r])),
      { low: -1, high: 1 },
    );
    return [{ input: path, correlation }];
  });
  return found.sort((a, b) => Math.abs(b.correlation.value) - Math.abs(a.correlation.value));
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

interface Ranked {
  readonly all: Float64Array;
  readonly parts: readonly Float64Array[];
}

const split = (values: Float64Array, replicates: number): Ranked => ({
  all: ranks(values.some(Number.isNaN) ? values.filter((x) => !Number.isNaN(x)) : values),
  parts: byReplicate(values, replicates).map(ranks),
});

/** simple-statistics' types ask for arrays; its functions take typed arrays as well. */
const correlate = (a: Float64Array, b: Float64Array): number =>
  sampleCorrelation(a as unknown as number[], b as unknown as number[]);
