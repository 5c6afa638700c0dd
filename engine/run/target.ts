import { type Design, fewestDraws, roundDraws } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { binomialInterval } from "../numeric/binomialInterval.ts";
import { studentTQuantile } from "../numeric/studentT.ts";
import { errorIsOfReplicates, replicateFigure } from "../result/figure.ts";
import { meanAndSd, percentilesOf } from "../result/number.ts";
import type { Figure, percentileLevels } from "../result/result.ts";
import { layoutOf } from "../summary/layout.ts";
import type { Merged } from "./collect.ts";
import type { Spreads } from "./spreads.ts";

/** A figure that a run grows for, and how narrow its interval shall become: every half-width given must be met. */
export interface TargetFigure {
  /** Id of an output, or of a `test` output for the statistic `chance`. */
  readonly output: string;
  readonly statistic: "mean" | "sd" | "chance" | `p${(typeof percentileLevels)[number]}`;
  /** Half-width of the interval, in the figure's unit (a chance as a share). */
  readonly absolute?: number;
  /** Half-width as a share of the figure's size. */
  readonly relative?: number;
}

/** Grows a run at 16,384 · 2^k draws until its figures are narrow enough. */
export interface Target {
  readonly figures: readonly TargetFigure[];
  /** The run is not larger than the last checkpoint within this number (the first is always made). */
  readonly mostDraws: number;
  /**
   * A further condition, asked at each checkpoint: for a target on a decision, such as that the better of two options can be
   * told. It must answer by what it is given alone, so that the run ends at the same checkpoint everywhere.
   */
  readonly decided?: (checkpoint: Checkpoint) => boolean;
}

/** What is known at a checkpoint. */
export interface Checkpoint {
  readonly draws: number;
  /** Value and half-width of a figure, the width as `looks` says; percentiles only of figures named in the target. */
  figure(output: string, statistic: TargetFigure["statistic"]): { readonly value: number; readonly halfWidth: number };
}

/** How often a run from 2^14 to 2^30 draws looks: 95 % holds for all looks together (Bonferroni), so that none stops by luck. */
const looks = 17;
const level = 1 - 0.05 / looks;

/** Checkpoints of a growing run, each equal to the fixed run of that many draws. */
export function growthStops(design: Design, mostDraws: number): readonly number[] {
  const stops: number[] = [fewestDraws];
  for (let n = 2 * fewestDraws; n <= mostDraws && roundDraws(design, n).draws === n; n *= 2) stops.push(n);
  return stops;
}

/** Outputs whose draws must be read at each checkpoint. @throws RangeError for a figure that the graph does not have */
export function percentileOutputs(graph: ModelGraph, { figures }: Target): ReadonlySet<string> {
  for (const { output, statistic, absolute, relative } of figures) {
    const declared = graph.outputs.find(({ id }) => id === output);
    const kinds = statistic === "chance" ? ["test"] : statistic[0] === "p" ? ["figure"] : ["figure", "mean"];
    if (declared === undefined || !kinds.includes(declared.kind))
      throw new RangeError(`no ${statistic} of ${output} to grow a run for`);
    if (!((absolute ?? relative ?? 0) > 0)) throw new RangeError(`the half-width for ${output} must be above zero`);
  }
  return new Set(figures.flatMap(({ output, statistic }) => (statistic[0] === "p" ? [output] : [])));
}

/** Whether every figure of a target is narrow enough. */
export function isMet({ figures, decided }: Target, checkpoint: Checkpoint): boolean {
  const narrow = figures.every(({ output, statistic, absolute, relative }) => {
    const { value, halfWidth } = checkpoint.figure(output, statistic);
    return (
      halfWidth <= (absolute ?? halfWidth) && halfWidth <= (relative ?? Number.POSITIVE_INFINITY) * Math.abs(value)
    );
  });
  return narrow && (decided?.(checkpoint) ?? true);
}

/** The figures of a run at a checkpoint. @param spreads of the outputs whose percentiles are asked for */
export function checkpointOf(
  graph: ModelGraph,
  { draws, combined }: Pick<Merged, "draws" | "combined">,
  spreads: Spreads,
): Checkpoint {
  const layout = layoutOf(graph);
  const reach = studentTQuantile(0.5 + level / 2, combined.replicates - 1);
  const wide = ({ value, se }: Figure) => ({ value, halfWidth: reach * se });
  return {
    draws,
    figure(output, statistic) {
      if (statistic === "chance") return chance(layout.testPlaces.get(output)!);
      if (statistic === "mean" || statistic === "sd")
        return wide(meanAndSd(combined.moments, layout.momentPlaces.get(output)!)[statistic]);
      const spread = spreads.get(layout.keptPlaces.get(output)!);
      if (spread === undefined) throw new RangeError(`the target names no percentile of ${output}`);
      return wide(percentilesOf(spread.all, spread.replicates)[statistic.slice(1)]);
    },
  };

  function chance(test: number): { readonly value: number; readonly halfWidth: number } {
    const { replicates, hits } = combined;
    const each = Array.from({ length: replicates }, (_, r) => hits[r * layout.tests.length + test]);
    const total = each.reduce((sum, x) => sum + x, 0);
    const drawn = combined.drawsPerReplicate * replicates;
    const value = total / drawn;
    if (!errorIsOfReplicates(each, drawn)) {
      const [low, high] = binomialInterval(total, drawn, level);
      return { value, halfWidth: Math.max(value - low, high - value) };
    }
    const own = each.map((x) => x / combined.drawsPerReplicate);
    return wide(replicateFigure(value, own));
  }
}
