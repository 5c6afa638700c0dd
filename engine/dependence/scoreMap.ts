import { type CorrelatedGroup, correlatedGroups } from "./groups.ts";

/** Scores of some inputs as an affine map of independent ones: z′ = m + L·z. */
interface ScoreMap {
  readonly of: readonly string[];
  readonly mean: readonly number[];
  readonly factor: readonly (readonly number[])[];
}

/** What is known of how inputs depend on each other. */
interface Dependence {
  readonly correlations: Parameters<typeof correlatedGroups>[1];
  readonly copulas?: Parameters<typeof correlatedGroups>[2];
  readonly scoreMap?: ScoreMap;
}

/** One input's score: mean + Σ factor · own score of a source, summed in this order. */
export interface MappedScore {
  readonly input: number;
  readonly mean: number;
  /** `source` is a place in `MappedScores.sources`. Factors of 0 are left out. */
  readonly terms: readonly { readonly source: number; readonly factor: number }[];
}

/** A score map by the numbers of inputs. */
export interface MappedScores {
  /** Inputs whose own, independent scores are read. */
  readonly sources: readonly number[];
  readonly rows: readonly MappedScore[];
}

/**
 * The groups of inputs that correlate, and the map that replaces correlations among its own inputs.
 *
 * @throws UtfallError as `correlatedGroups`; RangeError for a map that does not fit itself or the inputs, that correlates with an
 * input outside it, or that takes one out of a t copula
 */
export function dependenceOf(
  paths: readonly string[],
  { correlations, copulas, scoreMap }: Dependence,
): { readonly groups: readonly CorrelatedGroup[]; readonly mapped?: MappedScores } {
  if (scoreMap === undefined) return { groups: correlatedGroups(paths, correlations, copulas) };
  const known = new Set(paths);
  const inside = new Set(scoreMap.of);
  for (const { of } of copulas ?? []) {
    const path = of.find((own) => inside.has(own) && known.has(own));
    if (path !== undefined) throw new RangeError(`${path} has a t copula, and its scores can't be mapped`);
  }
  const outside = correlations.filter(({ between }) => {
    const [first, second] = between.map((path) => inside.has(path));
    if (first !== second && between.every((path) => known.has(path)))
      throw new RangeError(`only one of ${between.join(" and ")} has mapped scores, but they are correlated`);
    return !first;
  });
  return { groups: correlatedGroups(paths, outside, copulas), mapped: mappedScores(paths, scoreMap) };
}

function mappedScores(paths: readonly string[], { of, mean, factor }: ScoreMap): MappedScores {
  if (mean.length !== of.length || factor.length !== of.length || new Set(of).size !== of.length)
    throw new RangeError(`a score map of ${of.length} inputs needs as many means and rows, and each input once`);
  const indexOf = new Map(paths.map((path, i) => [path, i]));
  const read = new Map<string, number>();
  const rows = of.flatMap((path, i): readonly MappedScore[] => {
    const input = indexOf.get(path);
    if (input === undefined) return [];
    if (factor[i].length > of.length || ![mean[i], ...factor[i]].every(Number.isFinite))
      throw new RangeError(`the row of ${path} in a score map needs at most ${of.length} finite factors`);
    const terms = factor[i].flatMap((own, k) => {
      if (own === 0) return [];
      if (!indexOf.has(of[k])) throw new RangeError(`the scores of ${path} are made from ${of[k]}, which is no input`);
      const source = read.get(of[k]) ?? read.size;
      read.set(of[k], source);
      return [{ source, factor: own }];
    });
    // A mean of −0 is 0, as every sum of it with 0 would be.
    return [{ input, mean: mean[i] + 0, terms }];
  });
  return { sources: [...read.keys()].map((path) => indexOf.get(path)!), rows };
}

/** Scores of one input from those of the sources. */
export function mapScores({ mean, terms }: MappedScore, sources: readonly Float64Array[], scores: Float64Array): void {
  for (let j = 0; j < scores.length; j++) {
    let sum = mean;
    for (let k = 0; k < terms.length; k++) sum += terms[k].factor * sources[terms[k].source][j];
    scores[j] = sum;
  }
}
