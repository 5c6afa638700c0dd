import { blockSize, replicateOf, roundDraws } from "../design/plan.ts";
import type { Issue } from "../issues.ts";
import type { ModelData, ScoreCorrelation } from "../model/graph.ts";
import type { Figure } from "../result/result.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { flipOf } from "./flip.ts";
import { type PairPath, pairPath } from "./pairPath.ts";
import { differenceFigure, isDistinct, type Spread, type SpreadKey, spreadFigure, spreadOf } from "./spread.ts";
import { strongestInputs } from "./strongest.ts";
import { columnsOf, type StudiedOutput, type Study } from "./study.ts";

/** Draws for each dependence that is tried. */
const mostDraws = 16_384;

export interface StressOptions {
  /** A criterion holds where its chance is at least this; a number where its mean is not negative. */
  readonly level?: number;
  /** Pairs among so many of the inputs that move the first output most are tried as well, declared or not. */
  readonly strongest?: number;
}

interface Pair {
  readonly paths: readonly [string, string];
  readonly names: readonly [string, string];
  readonly path: PairPath;
  readonly isDeclared: boolean;
}

/**
 * What the result hangs on in what is assumed to move together. For each pair of inputs that is declared to correlate, and each
 * among the strongest that is not: by how much mean, standard deviation and chance of being above 0 differ from the model as
 * declared when the pair is independent, moves as one (comonotone) and moves as opposites (countermonotone); and the correlation
 * (of normal scores) nearest to the declared one at which a verdict changes. All from the same draws, so that errors are those of
 * differences. How other correlations follow, so that the matrix stays positive definite, see `pairPath`.
 *
 * A pair is changed one at a time: several wrong at once can do more. For the sum of two given distributions comonotone and
 * countermonotone are the bounds of all that dependence can do to its spread; for other models they are cases, not bounds.
 * Source: Dhaene et al. (2002), doi:10.1016/S0167-6687(02)00134-8; Borsdorf, Higham & Raydan (2010), doi:10.1137/090776718.
 */
export async function dependenceStress(
  study: Study,
  { level = 0.5, strongest = 4 }: StressOptions = {},
): Promise<readonly Analysis[] | undefined> {
  const { data, plan } = study.job;
  const change = roundDraws(plan.design, Math.min(plan.draws, mostDraws));
  let evaluations = 0;
  const spreadsAt = async (changed: Partial<ModelData>) => {
    evaluations += change.draws;
    const columns = await columnsOf(study, change, { ...data, ...changed });
    const replicates = {
      count: change.replicates,
      of: (draw: number) => replicateOf(Math.floor(draw / blockSize), change.replicates),
    };
    return columns?.map((column) => spreadOf(column, replicates));
  };
  const declared = await spreadsAt({});
  if (declared === undefined) return undefined;
  if (data.scoreMap !== undefined)
    return study.outputs.map((output, k) =>
      analysisOf(output, declared[k], level, [], [], [{ code: "sensitivityDependenceGiven" }], evaluations),
    );
  const pairs = await pairsOf(study, strongest);
  if (pairs === undefined) return undefined;
  const { tried, refused } = pairs;
  const notes: Issue[] = refused.map(
    (names): Issue => ({ code: "sensitivityCopulaKept", with: { pair: names.join(" – ") } }),
  );
  const found: { readonly pair: Pair; readonly at: readonly (readonly (Spread | undefined)[] | undefined)[] }[] = [];
  for (const pair of tried) {
    const { path, isDeclared, names } = pair;
    const at: (readonly (Spread | undefined)[] | undefined)[] = [];
    for (const correlation of [0, path.ends[1], path.ends[0]]) {
      if (correlation === 0 && !isDeclared) {
        at.push(undefined);
        continue;
      }
      const spreads = await spreadsAt({ correlations: path.at(correlation) });
      if (spreads === undefined) return undefined;
      at.push(spreads);
    }
    found.push({ pair, at });
    if (path.othersMove > 0.005)
      notes.push({
        code: "sensitivityOthersFollow",
        with: { pair: names.join(" – "), most: Math.round(100 * path.othersMove) / 100 },
      });
  }
  const none = data.correlations.length === 0 ? undefined : await spreadsAt({ correlations: [], copulas: [] });
  const analyses: Analysis[] = [];
  const shared = evaluations;
  for (const [k, output] of study.outputs.entries()) {
    // What is run to find where one output's verdict changes is its own.
    evaluations = shared;
    const base = declared[k];
    if (base === undefined) {
      analyses.push(analysisOf(output, base, level, [], [], notes, evaluations));
      continue;
    }
    const rows: Ranked[] = [];
    const flips: Flip[] = [];
    for (const { pair, at } of found) {
      const spreads = at.map((own) => own?.[k]);
      const excess = (spread: Spread | undefined) => spread && excessOf(output, spread, level);
      const flip = await flipOf({
        declared: pair.path.declared,
        known: [
          [pair.path.declared, excess(base)!],
          ...([0, pair.path.ends[1], pair.path.ends[0]] as const).flatMap((correlation, i) => {
            const own = excess(spreads[i]);
            return own === undefined ? [] : [[correlation, own] as const];
          }),
        ],
        ends: pair.path.ends,
        at: async (correlation) => {
          const all = await spreadsAt({ correlations: pair.path.at(correlation) });
          return excess(all?.[k]);
        },
      });
      if (flip === "ended" && study.signal?.aborted) return undefined;
      // Draws without an answer on the way leave nothing to tell either.
      const told = flip === "ended" ? undefined : flip;
      rows.push(rowOf(output, base, pair.names, spreads, told));
      if (told !== undefined) flips.push({ inputs: pair.names, from: pair.path.declared, to: told });
    }
    if (none?.[k] !== undefined && tried.some(({ isDeclared }) => isDeclared)) {
      const names = [...new Set(tried.flatMap(({ isDeclared, names }) => (isDeclared ? names : [])))];
      rows.push({ ...rowOf(output, base, names, [none[k]], undefined, "independent") });
    }
    analyses.push(analysisOf(output, base, level, rows, flips, notes, evaluations));
  }
  return analyses;
}

interface Flip {
  readonly inputs: readonly [string, string];
  readonly from: number;
  readonly to: Figure;
}

interface Ranked {
  readonly row: AnalysisRow;
  readonly strength: number;
}

const cases = ["independent", "comonotone", "countermonotone"] as const;

const keysOf = ({ kind }: StudiedOutput): readonly SpreadKey[] =>
  kind === "chance" ? ["chance"] : ["mean", "sd", "chance"];

/** By how much the verdict holds, from all draws and from each replicate. */
function excessOf({ kind }: StudiedOutput, { whole, byReplicate }: Spread, level: number) {
  const of = ({ mean, chance }: Spread["whole"]) => (kind === "chance" ? chance - level : mean);
  return { value: of(whole), byReplicate: byReplicate.map(of) };
}

function rowOf(
  output: StudiedOutput,
  base: Spread,
  inputs: readonly string[],
  spreads: readonly (Spread | undefined)[],
  flip: Figure | undefined,
  group?: string,
): Ranked {
  const figures: Record<string, Figure> = {};
  let strength = 0;
  spreads.forEach((spread, i) => {
    if (spread === undefined) return;
    for (const key of keysOf(output)) {
      const figure = differenceFigure(spread, base, key);
      figures[`${key}.${cases[i]}`] = figure;
      const scale = key === "chance" ? 1 : base.whole.sd;
      if (scale > 0) strength = Math.max(strength, Math.abs(figure.value) / scale);
    }
  });
  const indistinct = Object.keys(figures).filter((id) => !isDistinct(figures[id]));
  if (flip !== undefined) figures.flipAt = flip;
  return {
    row: {
      inputs,
      ...(group === undefined ? {} : { group }),
      figures,
      ...(indistinct.length === 0 ? {} : { indistinct }),
    },
    strength,
  };
}

function analysisOf(
  output: StudiedOutput,
  base: Spread | undefined,
  level: number,
  rows: readonly Ranked[],
  flips: readonly Flip[],
  notes: readonly Issue[],
  evaluations: number,
): Analysis {
  const { id, unit, kind } = output;
  const own: Issue[] = [];
  const total = base === undefined ? 0 : base.draws + base.failed;
  if (base === undefined) own.push({ code: "sensitivityNoAnswers", with: { output: id } });
  else if (base.failed > 0) own.push({ code: "sensitivityFailedDraws", with: { failed: base.failed, draws: total } });
  const spread = base !== undefined && base.whole.sd > 0;
  if (kind === "chance" && base?.whole.chance === 0) own.push({ code: "sensitivityNeverMet", with: { output: id } });
  else if (kind === "chance" && base?.whole.chance === 1)
    own.push({ code: "sensitivityAlwaysMet", with: { output: id } });
  else if (base !== undefined && !spread) own.push({ code: "sensitivityNoSpread", with: { output: id } });
  const unitOf = (key: SpreadKey) => (key === "chance" ? "share" : unit);
  const nearest = [...flips].sort((a, b) => Math.abs(a.to.value - a.from) - Math.abs(b.to.value - b.from));
  const held = base !== undefined && (kind === "chance" ? base.whole.chance >= level : base.whole.mean >= 0);
  // What never varies as declared may still do so under another dependence, a criterion at least.
  const shown = spread || kind === "chance" ? rows : [];
  return {
    method: "dependence",
    of: id,
    unit,
    evaluations,
    draws: base?.draws ?? 0,
    measures: [
      ...cases.flatMap((own) => keysOf(output).map((key) => ({ id: `${key}.${own}`, unit: unitOf(key) }))),
      { id: "flipAt", unit: "correlation" },
    ],
    rows: [...shown].sort((a, b) => b.strength - a.strength).map(({ row }) => row),
    more: {
      ...(base === undefined
        ? {}
        : { declared: Object.fromEntries(keysOf(output).map((key) => [key, spreadFigure(base, key)])) }),
      verdict: { holds: held, ...(kind === "chance" ? { level } : {}) },
      smallestChange: nearest[0] ?? null,
    },
    notes: [...own, ...(rows.length > 0 || notes.length > 0 ? notes : [])],
  };
}

/** Declared pairs of inputs that matter, then those among the strongest; pairs that a t copula forbids are told apart. */
async function pairsOf(study: Study, strongest: number) {
  const { data } = study.job;
  const nameOf = new Map(study.inputs.map(({ path, name, level }) => [path, { name, level }]));
  const strong = await strongestInputs(study, strongest);
  if (strong === undefined) return undefined;
  const declared = data.correlations.filter(({ between }) => between.every((path) => nameOf.has(path)));
  const known = new Set(declared.map(pairKey));
  const further = strong.flatMap((first, i) =>
    strong.slice(i + 1).flatMap((second) => {
      const between = [first, second] as const;
      return known.has(pairKey({ between })) ? [] : [between];
    }),
  );
  const copulaOf = (path: string) => data.copulas?.find(({ of }) => of.includes(path));
  const all = [
    ...declared.map(({ between }) => ({ between, isDeclared: true })),
    ...further.map((between) => ({ between, isDeclared: false })),
  ];
  const joined = ({ between: [a, b] }: { readonly between: readonly [string, string] }) => copulaOf(a) === copulaOf(b);
  const named = ([a, b]: readonly [string, string]) => [nameOf.get(a)!.name, nameOf.get(b)!.name] as const;
  return {
    tried: all.filter(joined).map(
      ({ between, isDeclared }): Pair => ({
        paths: between,
        names: named(between),
        path: pairPath(data, between),
        isDeclared,
      }),
    ),
    refused: all.filter((pair) => !joined(pair)).map(({ between }) => named(between)),
  };
}

const pairKey = ({ between }: Pick<ScoreCorrelation, "between">): string => [...between].sort().join("\n");
