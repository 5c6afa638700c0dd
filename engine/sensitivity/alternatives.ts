import type { Issue } from "../issues.ts";
import { replicateFigure } from "../result/figure.ts";
import type { Figure } from "../result/result.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import type { Replicates } from "./sample.ts";
import { differenceFigure, isDistinct, type Spread, type SpreadKey, spreadFigure, spreadOf } from "./spread.ts";
import type { StudiedOutput } from "./study.ts";

/** An output as another way to model the same gives it, in the same draws as the model's own. */
export interface AlternativeDraws {
  readonly id: string;
  /** Inputs or places that it changes. */
  readonly about: readonly string[];
  /** How likely it is that this is the right one; none where nobody has said. */
  readonly weight?: number;
  readonly values: Float64Array;
}

export interface AlternativesRequest {
  readonly output: StudiedOutput;
  /** Of the model as it stands, whose weight is what the alternatives' leave of 1. */
  readonly own: Float64Array;
  readonly alternatives: readonly AlternativeDraws[];
  readonly replicates: Replicates;
  /** A criterion holds where its chance is at least this; a number where its mean is not negative. */
  readonly level?: number;
  readonly evaluations?: number;
  readonly notes?: readonly Issue[];
}

/**
 * Does the decision change if something is modelled in another way? For each alternative mean, standard deviation and chance of
 * being above 0, and by how much they differ from the model's own in the same draws; whether the verdict changes. With weights, the
 * share of all variance that is structural: between the alternatives, by the law of total variance
 *
 *     Var Y = Σ w·(m − m̄)² + Σ w·v
 *
 * with m and v the alternatives' means and variances, the model's own among them; the first term over the whole.
 * Source: Draper (1995), doi:10.1111/j.2517-6161.1995.tb02015.x. Weights are a judgement: the share is no better than they are.
 *
 * @throws RangeError for weights below 0 or that add up to more than 1
 */
export function compareAlternatives(request: AlternativesRequest): Analysis {
  const { output, own, alternatives, replicates, level = 0.5, evaluations = 0, notes = [] } = request;
  const { id, unit, kind } = output;
  const left = weightLeft(alternatives);
  const keys: readonly SpreadKey[] = kind === "chance" ? ["chance"] : ["mean", "sd", "chance"];
  const base = spreadOf(own, replicates);
  const found = alternatives.map((alternative) => ({
    ...alternative,
    spread: spreadOf(alternative.values, replicates),
  }));
  const answered = found.flatMap(({ spread, ...alternative }) =>
    spread === undefined ? [] : [{ ...alternative, spread }],
  );
  const excess = (spread: Spread): Figure => {
    const { value, low, high } = spreadFigure(spread, kind === "chance" ? "chance" : "mean");
    const from = kind === "chance" ? level : 0;
    return { value: value - from, se: 0, low: low - from, high: high - from };
  };
  const holds = (spread: Spread): boolean => excess(spread).value >= 0;
  const judged = base === undefined ? [] : answered.filter(({ spread }) => holds(spread) !== holds(base));
  const isUnsure = ({ spread }: { readonly spread: Spread }): boolean => !isDistinct(excess(spread));
  const ids = (of: readonly { readonly id: string }[]) => of.map((one) => one.id);
  const changes = ids(judged);
  const structural =
    base === undefined || left === undefined || answered.length < alternatives.length
      ? undefined
      : structuralShare([
          { weight: left, spread: base },
          ...answered.map(({ weight = 0, spread }) => ({ weight, spread })),
        ]);
  const silent: readonly Issue[] = [
    ...(base === undefined ? [id] : []),
    ...ids(found.filter(({ spread }) => spread === undefined)).map((own) => `${id} (${own})`),
  ].map((name) => ({ code: "sensitivityNoAnswers", with: { output: name } }));
  const failed: readonly Issue[] =
    base !== undefined && base.failed > 0
      ? [{ code: "sensitivityFailedDraws", with: { failed: base.failed, draws: own.length } }]
      : [];
  return {
    method: "alternatives",
    of: id,
    unit,
    evaluations,
    draws: base?.draws ?? 0,
    measures: keys.flatMap((key) => {
      const own = key === "chance" ? "share" : unit;
      return [
        { id: key, unit: own },
        { id: `${key}.difference`, unit: own },
      ];
    }),
    rows: base === undefined ? [] : rowsOf(answered, base, keys),
    more: {
      ...(base === undefined
        ? {}
        : {
            declared: Object.fromEntries(keys.map((key) => [key, spreadFigure(base, key)])),
            verdict: {
              holds: holds(base),
              unsure: isUnsure({ spread: base }),
              ...(kind === "chance" ? { level } : {}),
            },
            answer: answerOf(id, changes, answered.length),
          }),
      changes,
      /** Verdicts that the draws leave open. */
      unsure: ids(answered.filter(isUnsure)),
      ...(structural === undefined ? {} : { structural }),
    },
    notes: [...silent, ...failed, ...notes],
  };
}

/** The one sentence: an issue, since its words are made where it is shown. */
function answerOf(output: string, changes: readonly string[], of: number): Issue {
  return changes.length === 0
    ? { code: "sensitivityDecisionStands", with: { output, of } }
    : { code: "sensitivityDecisionChanges", with: { output, of, count: changes.length, names: changes.join(", ") } };
}

function rowsOf(
  answered: readonly (AlternativeDraws & { readonly spread: Spread })[],
  base: Spread,
  keys: readonly SpreadKey[],
): readonly AnalysisRow[] {
  const rows = answered.map(({ id, about, spread }) => {
    const differences = keys.map((key) => [`${key}.difference`, differenceFigure(spread, base, key)] as const);
    const indistinct = differences.flatMap(([name, figure]) => (isDistinct(figure) ? [] : [name]));
    const row: AnalysisRow = {
      inputs: about,
      group: id,
      figures: Object.fromEntries([...keys.map((key) => [key, spreadFigure(spread, key)] as const), ...differences]),
      ...(indistinct.length === 0 ? {} : { indistinct }),
    };
    return { row, strength: Math.abs(differences[0][1].value) };
  });
  return rows.sort((a, b) => b.strength - a.strength).map(({ row }) => row);
}

/** What the model itself weighs; undefined where no alternative has a weight. */
function weightLeft(alternatives: readonly AlternativeDraws[]): number | undefined {
  const weights = alternatives.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  if (weights.length === 0) return undefined;
  const sum = weights.reduce((total, own) => total + own, 0);
  // As decimals 0.1 + 0.2 + 0.7 is a little more than 1.
  if (weights.some((own) => !(own >= 0)) || sum > 1 + 1e-9)
    throw new RangeError(
      `weights of alternatives must not be negative nor add up to more than 1, got ${weights.join(", ")}`,
    );
  return Math.max(0, 1 - sum);
}

interface Weighed {
  readonly weight: number;
  readonly spread: Spread;
}

/** The share with its error, from the share without each replicate in turn, and the standard deviation between alternatives. */
function structuralShare(all: readonly Weighed[]) {
  const count = all[0].spread.byReplicate.length;
  const parts = (without?: number) => {
    const own = all.map(({ weight, spread }) => ({ weight, ...momentsWithout(spread, without) }));
    const mean = own.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
    const between = own.reduce((sum, one) => sum + one.weight * (one.mean - mean) * (one.mean - mean), 0);
    return { between, within: own.reduce((sum, { weight, variance }) => sum + weight * variance, 0) };
  };
  const measure = (of: (own: ReturnType<typeof parts>) => number, high: number): Figure => {
    const value = of(parts());
    const pseudo = Array.from({ length: count }, (_, r) => count * value - (count - 1) * of(parts(r)));
    return replicateFigure(value, pseudo, { low: 0, high });
  };
  return {
    share: measure(({ between, within }) => (between + within > 0 ? between / (between + within) : 0), 1),
    sd: measure(({ between }) => Math.sqrt(between), Number.POSITIVE_INFINITY),
    weights: all.map(({ weight }) => weight),
  };
}

function momentsWithout({ whole, byReplicate }: Spread, without: number | undefined) {
  if (without === undefined) return { mean: whole.mean, variance: whole.sd * whole.sd };
  const rest = byReplicate.filter((_, r) => r !== without);
  const mean = rest.reduce((sum, own) => sum + own.mean, 0) / rest.length;
  const squares = rest.reduce((sum, own) => sum + own.sd * own.sd + (own.mean - mean) * (own.mean - mean), 0);
  return { mean, variance: squares / rest.length };
}
