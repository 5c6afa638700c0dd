import { UtfallError } from "../issues.ts";
import type { ModelGraph } from "../model/graph.ts";
import type { Bin } from "../result/result.ts";
import { layoutOf } from "../summary/layout.ts";
import type { RatioMoments } from "../summary/ratioSums.ts";
import type { SpreadSummary } from "../summary/spread.ts";
import type { Draws } from "./draws.ts";
import { FigurePasses, type Passes, passCount, RatioPasses, spreadBytes } from "./passes.ts";

/** What the draws say beyond their moments, by output id. */
export interface Spreads {
  readonly figures: ReadonlyMap<string, SpreadSummary>;
  readonly ratios: ReadonlyMap<
    string,
    { readonly spread: SpreadSummary; readonly moments: RatioMoments; readonly drawn: readonly number[] }
  >;
  readonly histograms: ReadonlyMap<string, readonly Bin[]>;
}

const mebibyte = 1_048_576;

/**
 * Percentiles, tails, losses and histograms of kept outputs, in passes over the draws: one output after the other where their
 * columns are in memory, as many together as the budget holds where every pass makes the draws again.
 *
 * @param headlines those that get a histogram @param goOn asked between outputs; false ends it
 * @param wanted ids of outputs; all kept ones where absent
 * @returns undefined where the run was ended before all had been read
 * @throws UtfallError `memoryBudget` where the values to choose among for one output alone do not fit
 */
export async function summarise(
  graph: ModelGraph,
  draws: Draws,
  headlines: readonly string[],
  budgetMiB: number,
  goOn: () => Promise<boolean>,
  wanted?: ReadonlySet<string>,
): Promise<Spreads | undefined> {
  const keptIds = layoutOf(graph).kept.map((output) => graph.outputs[output].id);
  const figures = new Map<string, SpreadSummary>();
  const ratios = new Map<string, ReturnType<RatioPasses["finish"]>>();
  const histograms = new Map<string, readonly Bin[]>();

  /** The passes of an output, made when its turn comes, and where what they say is put. */
  const parts = graph.outputs.flatMap((output) => {
    if (wanted !== undefined && !wanted.has(output.id)) return [];
    const place = keptIds.indexOf(output.id);
    if (output.kind === "figure")
      return () => {
        const passes = new FigurePasses(
          place,
          output.worse,
          headlines.includes(output.id),
          draws.draws,
          draws.replicates,
        );
        const finish = () => {
          const { spread, histogram } = passes.finish();
          figures.set(output.id, spread);
          if (histogram !== undefined) histograms.set(output.id, histogram);
        };
        return { passes, finish };
      };
    if (output.kind === "ratio")
      return () => {
        const passes = new RatioPasses(place, keptIds.indexOf(output.denominator), draws.draws, draws.replicates);
        return { passes, finish: () => ratios.set(output.id, passes.finish()) };
      };
    return [];
  });

  const budget = budgetMiB * mebibyte;
  for (const part of draws.kept ? parts.map((one) => [one]) : groupsThatFit(parts, draws.replicates, budget)) {
    if (!(await goOn())) return undefined;
    const made = part.map((make) => make());
    if (
      !(await readPasses(
        draws,
        made.map(({ passes }) => passes),
        budget,
      ))
    )
      return undefined;
    for (const { finish } of made) finish();
  }
  return { figures, ratios, histograms };
}

/** Groups whose counts take at most half the budget; the values gathered may take the other half. */
function groupsThatFit<T>(parts: readonly T[], replicates: number, budget: number): readonly (readonly T[])[] {
  const together = Math.max(1, Math.floor(budget / 2 / spreadBytes(replicates)));
  const groups: T[][] = [];
  for (let from = 0; from < parts.length; from += together) groups.push(parts.slice(from, from + together));
  return groups;
}

async function readPasses(draws: Draws, group: readonly Passes[], budget: number): Promise<boolean> {
  for (let pass = 0; pass < passCount; pass++) {
    for (const some of pass === 1 && !draws.kept ? splitByGathered(draws, group, budget) : [group]) {
      if (!(await draws.read(some.flatMap((one) => one.readers(pass))))) return false;
      for (const one of some) one.end(pass);
    }
  }
  return true;
}

/** The second pass in parts, each of which gathers no more than the budget has left. */
function splitByGathered(draws: Draws, group: readonly Passes[], budget: number): readonly (readonly Passes[])[] {
  const left = budget - group.reduce((sum, { bytes }) => sum + bytes, 0);
  const parts: Passes[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const one of group) {
    if (one.gathered > left) {
      const needed = Math.ceil((budget - left + one.gathered) / mebibyte);
      const values = { draws: draws.draws, outputs: 1, needed, budget: budget / mebibyte };
      throw new UtfallError([{ code: "memoryBudget", with: values }]);
    }
    if (held + one.gathered > left) {
      parts.push([]);
      held = 0;
    }
    parts.at(-1)!.push(one);
    held += one.gathered;
  }
  return parts;
}
