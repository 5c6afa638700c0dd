import { blockSize, roundDraws } from "../design/plan.ts";
import { inputsOf } from "../model/inputsOf.ts";
import { notNegative, replicateFigure } from "../result/figure.ts";
import type { VarianceByLevel } from "../result/result.ts";
import type { Executor, Job } from "../run/executor.ts";
import { cutTasks } from "../run/tasks.ts";
import { weightedCombined } from "../run/weighted.ts";
import { type Combined, Merging } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { momentWidth } from "../summary/moments.ts";
import { mergePairwise } from "../summary/tree.ts";
import { drawnTwice, drawnTwiceOutputs } from "./drawnTwice.ts";

/** Draws that tell a share to within a percentage point or so; more would cost more than the run itself. */
const enoughDraws = 65_536;

/**
 * How much of the variance of some outputs comes from chance (inputs of level `chance`) and how much from all else that is
 * uncertain (A). With Y′ the output where chance is drawn once more and A stays,
 *
 *     E[Var(Y | A)] = E[(Y − Y′)²] / 2        Var(E[Y | A]) = Cov(Y, Y′) = Var Y − E[(Y − Y′)²] / 2
 *
 * and Var Y is the mean of the variances of Y and Y′. The first term is found as it stands here, a mean of squares, so that
 * chance that changes nothing has a share of exactly 0; errors come from the replicates. From 65,536 draws at most, those with
 * which the run began.
 * Source: Sobol' (1993), Mathematical Modelling and Computational Experiments 1, 407–414; for groups of inputs Saltelli et al.
 * (2010), doi:10.1016/j.cpc.2009.09.018.
 *
 * @param outputIds outputs of one number per draw; those that do not vary get no entry, and none does where draws are weighed by
 * their luck
 * @throws RangeError where chance is correlated with what is not chance
 */
export async function varianceByLevel(
  job: Job,
  outputIds: readonly string[],
  executor: Executor,
): Promise<Readonly<Record<string, VarianceByLevel>>> {
  const { design } = job.plan;
  const outputs = outputIds.flatMap((id) => job.graph.outputs.filter((output) => output.id === id));
  if (outputs.length === 0 || weighsChance(job)) return {};
  const { draws, replicates } = roundDraws(design, Math.min(job.plan.draws, enoughDraws));
  const twice = drawnTwice(
    { ...job, plan: { ...job.plan, draws, replicates } },
    outputs.map(({ node }) => node),
  );
  const moments = await momentsOf(twice, executor);
  const total = mergePairwise(moments);
  const { momentPlaces } = layoutOf(twice.graph);
  const entries = outputs.flatMap(({ id }, k): readonly (readonly [string, VarianceByLevel])[] => {
    const places = drawnTwiceOutputs(k).map((output) => momentPlaces.get(output)!);
    const all = partsAt(total, places);
    if (!(all.total > 0)) return [];
    return [
      [
        id,
        byLevel(
          all,
          moments.map((own) => partsAt(own, places)),
        ),
      ],
    ];
  });
  return Object.fromEntries(entries);
}

async function momentsOf(job: Job, executor: Executor): Promise<Combined["moments"]> {
  if (job.graph.logWeight !== undefined) return (await weightedCombined(job, executor)).moments;
  const { draws, replicates } = job.plan;
  const merging = new Merging(job.graph, replicates);
  const tasks = cutTasks(0, draws / blockSize, { replicates, threads: executor.threads }, {});
  await executor.run(job, tasks, { onResult: ({ partial }) => merging.add(partial) });
  return merging.combined(draws, replicates).moments;
}

/** Whether what a draw weighs depends on chance, or on what is drawn together with it: no second drawing has the same weight then. */
function weighsChance({ graph, data }: Job): boolean {
  if (graph.logWeight === undefined) return false;
  const chance = new Set(graph.inputs.flatMap(({ level, path }) => (level === "chance" ? [path] : [])));
  return [...inputsOf(graph, graph.logWeight), ...(data.scoreMap?.of ?? [])].some((path) => chance.has(path));
}

/** Variances of one figure among some draws. */
interface Parts {
  readonly total: number;
  readonly chance: number;
}

/** @param places of the moments of the first value, the second, and their difference */
function partsAt(moments: Float64Array, places: readonly number[]): Parts {
  const [[n, , first], [, , second], [, mean, squares]] = places.map((place) =>
    moments.subarray(momentWidth * place, momentWidth * (place + 1)),
  );
  if (n === 0) return { total: 0, chance: 0 };
  return { total: (first + second) / (2 * n), chance: (squares / n + mean * mean) / 2 };
}

const unitInterval = { low: 0, high: 1 };
const inside = (share: number): number => Math.min(1, Math.max(0, share));

function byLevel(all: Parts, replicates: readonly Parts[]): VarianceByLevel {
  const whole = inside(all.chance / all.total);
  const shares = replicates.map(({ chance, total }) => (total > 0 ? chance / total : whole));
  const rootOf = (variance: (parts: Parts) => number) => {
    const root = (parts: Parts) => Math.sqrt(Math.max(0, variance(parts)));
    return replicateFigure(root(all), replicates.map(root), notNegative);
  };
  return {
    assumptions: {
      share: replicateFigure(
        1 - whole,
        shares.map((share) => 1 - share),
        unitInterval,
      ),
      sd: rootOf(({ total, chance }) => total - chance),
    },
    chance: {
      share: replicateFigure(whole, shares, unitInterval),
      sd: rootOf(({ chance }) => chance),
    },
  };
}
