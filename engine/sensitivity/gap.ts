import { blockSize, type Plan, roundDraws, type Source } from "../design/plan.ts";
import { describe } from "../distributions/index.ts";
import type { Issue } from "../issues.ts";
import { interpret } from "../kernel/interpret.ts";
import type { ModelData } from "../model/graph.ts";
import { inputsOf } from "../model/inputsOf.ts";
import type { Figure } from "../result/estimate.ts";
import { replicateFigure } from "../result/figure.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { bestGuess } from "./bestGuess.ts";
import { shapleyOfPoints } from "./shapleyOfPoints.ts";
import { columnsOf, type Study } from "./study.ts";

/** What each input does alone is told from so many draws. */
const drawsAlone = 65_536;
/** Replicates of a run are taken together into so many parts: block b is in part b mod 16, however many there are. */
const parts = 16;

/** One step of the waterfall, in the output's unit; the first and the last are levels, all between are changes. */
export interface GapStep {
  readonly step: "bestGuess" | "asymmetry" | "alone" | "together" | "correlation" | "mean";
  readonly figure: Figure;
}

/** An input that is drawn and matters. */
interface Drawn {
  readonly path: string;
  readonly name: string;
  readonly guess: number;
  readonly mean: number;
}

/**
 * Why the simulated mean is not what the best guesses give: a waterfall (`more.steps`) whose steps sum to the gap.
 * - `bestGuess`: the model where every input is at its best guess, see `bestGuess`;
 * - `asymmetry`: what is added when every input is at its mean instead, shared among inputs by Shapley's value (in declared order
 *   and its reverse, if more than twelve differ);
 * - `alone`: what it adds that inputs vary, one at a time, the others being at their means: bends in the model;
 * - `together`: what it adds that they vary at once: products, thresholds that several reach together;
 * - `correlation`: what it adds that they vary together as the scenario says and not independently;
 * - `mean`: the simulated mean.
 * Rows tell the first two parts by input (`asymmetry`, `alone`). Steps before chance comes in are exact; errors of the others are
 * from replicates, of the difference where two runs share their draws. Of a criterion the steps lead from 0 or 1 to its probability.
 * Where what is believed has been revised by observations it has no answer.
 * Sources: Savage (2009), The Flaw of Averages; Shapley (1953), doi:10.1515/9781400881970-018.
 */
export async function gap(study: Study): Promise<readonly Analysis[] | undefined> {
  const { job, outputs } = study;
  if (job.graph.logWeight !== undefined || job.data.scoreMap !== undefined)
    return outputs.map(({ id, unit }) => ({
      ...about(id, unit),
      rows: [],
      notes: [{ code: "sensitivityRevised", path: id, with: { method: "gap" } }],
    }));
  const { drawn, noMean } = drawnOf(study);
  const at = pointEvaluator(study, drawn);
  const none = drawn.map(() => false);
  const levels = [none, drawn.map(() => true)].map((moved) => at([moved]).map(([value]) => value));
  const differing = drawn.map((_, i) => i).filter((i) => drawn[i].guess !== drawn[i].mean);
  const asymmetries = outputs.map((_, k) =>
    shapleyOfPoints(
      differing.length,
      (points) => at(points.map((moved) => drawn.map((_, i) => moved[differing.indexOf(i)] === true)))[k],
    ),
  );
  const mean = await columnsOf(study);
  const correlated = job.data.correlations.length > 0 || (job.data.copulas ?? []).length > 0;
  const independent = correlated ? await columnsOf(study, {}, apart(job.data)) : mean;
  if (mean === undefined || independent === undefined) return undefined;
  const plan = { ...roundDraws(job.plan.design, Math.min(drawsAlone, job.plan.draws)) };
  const alone: (readonly Float64Array[])[] = [];
  for (const { path } of drawn) {
    const columns = await columnsOf(study, { ...plan, sources: othersAtMean(job.plan, drawn, path) }, apart(job.data));
    if (columns === undefined) return undefined;
    alone.push(columns);
  }
  const evaluations = job.plan.draws * (correlated ? 2 : 1) + plan.draws * drawn.length;
  return outputs.map(({ id, unit }, k): Analysis => {
    const notes: Issue[] = [];
    const failed = mean[k].reduce((sum, x) => sum + (Number.isNaN(x) ? 1 : 0), 0);
    if (failed > 0) notes.push({ code: "sensitivityFailedDraws", path: id, with: { failed, draws: job.plan.draws } });
    if (noMean.length > 0) notes.push({ code: "sensitivityNoMean", path: id, with: { inputs: noMean.join(", ") } });
    const whole = { ...about(id, unit), evaluations, draws: job.plan.draws };
    const [guessed, atMeans] = [levels[0][k], levels[1][k]];
    const means = [mean, independent, ...alone].map((columns) => meansOf(columns[k]));
    if (![guessed, atMeans, ...asymmetries[k]].every(Number.isFinite) || means.some((own) => own === undefined))
      return {
        ...whole,
        rows: [],
        notes: [...notes, { code: "sensitivityNoBestCase", path: id, with: { output: id } }],
      };
    const [all, freely, ...each] = means as readonly Means[];
    const fixed = exact(atMeans);
    const bends = each.map((own) => less(own, fixed));
    const curvature = bends.reduce(plus, exact(0));
    const steps: readonly GapStep[] = [
      { step: "bestGuess", figure: figureOf(exact(guessed)) },
      { step: "asymmetry", figure: figureOf(exact(atMeans - guessed)) },
      { step: "alone", figure: figureOf(curvature) },
      { step: "together", figure: figureOf(less(less(freely, fixed), curvature)) },
      { step: "correlation", figure: figureOf(less(all, freely)) },
      { step: "mean", figure: figureOf(all) },
    ];
    const rows = drawn.map(({ name }, i): AnalysisRow => {
      const asymmetry = figureOf(exact(differing.includes(i) ? asymmetries[k][differing.indexOf(i)] : 0));
      const figures = { asymmetry, alone: figureOf(bends[i]) };
      const { low, high } = figures.alone;
      return { inputs: [name], figures, ...(low <= 0 && high >= 0 ? { indistinct: ["alone"] } : {}) };
    });
    const size = ({ figures: { asymmetry, alone: own } }: AnalysisRow) =>
      Math.abs(asymmetry.value) + Math.abs(own.value);
    return { ...whole, rows: rows.sort((a, b) => size(b) - size(a)), more: { steps }, notes };
  });
}

const about = (of: string, unit: string) => ({
  method: "gap",
  of,
  unit,
  evaluations: 0,
  draws: 0,
  measures: ["asymmetry", "alone"].map((id) => ({ id, unit })),
});

/** All inputs that are drawn and on which an output depends, those without a name of their own by path. */
function drawnOf({ job, inputs }: Study): { readonly drawn: readonly Drawn[]; readonly noMean: readonly string[] } {
  const { graph, data, plan } = job;
  const reached = new Set(graph.outputs.flatMap(({ node }) => inputsOf(graph, node)));
  const noMean: string[] = [];
  const drawn = graph.inputs
    .filter(({ path }) => reached.has(path) && plan.sources[path]?.kind !== "fixed")
    .map(({ path }): Drawn => {
      const name = inputs.find((own) => own.path === path)?.name ?? path;
      const spec = data.distributions[path];
      const { mean, quantile } = describe(spec);
      if (!Number.isFinite(mean)) noMean.push(name);
      return { path, name, guess: bestGuess(spec), mean: Number.isFinite(mean) ? mean : quantile(0.5) };
    });
  return { drawn, noMean };
}

/** The outputs at points: each says which inputs have been moved from their best guess to their mean. */
function pointEvaluator({ job, outputs }: Study, drawn: readonly Drawn[]) {
  const { graph, data, plan } = job;
  const model = interpret(graph, data, plan);
  const place = new Map(drawn.map(({ path }, i) => [path, i]));
  const values = graph.inputs.map(({ path }) => {
    const source = plan.sources[path];
    return new Float64Array(blockSize).fill(source?.kind === "fixed" ? source.value : 0);
  });
  const columns = outputs.map(() => new Float64Array(blockSize));
  return (points: readonly (readonly boolean[])[]): readonly Float64Array[] => {
    const found = outputs.map(() => new Float64Array(points.length));
    for (let from = 0; from < points.length; from += blockSize) {
      const here = Math.min(blockSize, points.length - from);
      graph.inputs.forEach(({ path }, input) => {
        const i = place.get(path);
        if (i === undefined) return;
        // What stands beyond the last point repeats it.
        for (let j = 0; j < blockSize; j++)
          values[input][j] = points[from + Math.min(j, here - 1)][i] ? drawn[i].mean : drawn[i].guess;
      });
      model.evaluate(values, columns);
      for (const [k, column] of columns.entries()) found[k].set(column.subarray(0, here), from);
    }
    return found;
  };
}

/** The same inputs, each by itself. */
const apart = ({ correlations: _, copulas: __, ...data }: ModelData): ModelData => ({ ...data, correlations: [] });

function othersAtMean(plan: Plan, drawn: readonly Drawn[], path: string): Readonly<Record<string, Source>> {
  const others = drawn.filter((own) => own.path !== path);
  return {
    ...plan.sources,
    ...Object.fromEntries(others.map((own) => [own.path, { kind: "fixed", value: own.mean } as const])),
  };
}

/** A mean of all draws, and of those of each part. */
interface Means {
  readonly all: number;
  readonly byPart: readonly number[];
}

/** Undefined where a part has no answer. */
function meansOf(column: Float64Array): Means | undefined {
  const sums = new Float64Array(parts);
  const counts = new Float64Array(parts);
  // A value near the mean is taken off first, so that nothing large cancels.
  const about = column.find((x) => !Number.isNaN(x)) ?? 0;
  for (let from = 0; from < column.length; from += blockSize) {
    const part = (from / blockSize) % parts;
    for (let draw = from; draw < from + blockSize; draw++) {
      if (Number.isNaN(column[draw])) continue;
      sums[part] += column[draw] - about;
      counts[part]++;
    }
  }
  if (counts.some((count) => count === 0) || !sums.every(Number.isFinite)) return undefined;
  const [total, count] = [sums, counts].map((own) => own.reduce((sum, x) => sum + x, 0));
  return { all: about + total / count, byPart: Array.from(sums, (own, part) => about + own / counts[part]) };
}

const exact = (value: number): Means => ({ all: value, byPart: new Array<number>(parts).fill(value) });
const plus = (a: Means, b: Means): Means => ({ all: a.all + b.all, byPart: a.byPart.map((x, p) => x + b.byPart[p]) });
const less = (a: Means, b: Means): Means => ({ all: a.all - b.all, byPart: a.byPart.map((x, p) => x - b.byPart[p]) });
const figureOf = ({ all, byPart }: Means): Figure => replicateFigure(all, byPart);
