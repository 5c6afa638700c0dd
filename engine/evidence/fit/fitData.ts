import { applyTransform, describe, transformOf } from "../../distributions/index.ts";
import { impossible } from "../../issues.ts";
import { keyOf } from "../../random/key.ts";
import { fillScores } from "../../random/score.ts";
import { fillStream } from "../../random/stream.ts";
import { andersonDarling } from "./andersonDarling.ts";
import { betaFit } from "./betaFit.ts";
import type { Fittable, FittableFamily, Parameters } from "./fittable.ts";
import { gammaFit } from "./gammaFit.ts";
import { lognormalFit, normalFit } from "./normals.ts";
import { exponentialFit, weibullFit } from "./weibulls.ts";

const fittable: Readonly<Record<FittableFamily, Fittable>> = {
  normal: normalFit,
  lognormal: lognormalFit,
  gamma: gammaFit,
  weibull: weibullFit,
  exponential: exponentialFit,
  beta: betaFit,
};

export const fittableFamilies = Object.keys(fittable) as readonly FittableFamily[];

export interface FitOptions {
  /** Families to try; all unless given. */
  readonly families?: readonly FittableFamily[];
  /** Samples drawn for the test of fit; 0 leaves the test out. Unless given 999, fewer for more than 200 values (at least 199). */
  readonly replicates?: number;
  /** Seed of those samples; "1" unless given. */
  readonly seed?: string;
}

/** Data told by one family. */
interface Fit {
  readonly family: FittableFamily;
  /** Of largest likelihood, by the names of the family's own. */
  readonly parameters: Parameters;
  readonly logLikelihood: number;
  /** 2·parameters − 2·log-likelihood (Akaike 1974, doi:10.1109/TAC.1974.1100705): lower is better. */
  readonly aic: number;
  /** Anderson and Darling's A². */
  readonly distance: number;
  /** Chance of an A² as large if the family is right; undefined without replicates. */
  readonly pValue: number | undefined;
}

export interface Fits {
  /** Best (lowest AIC) first. */
  readonly ranking: readonly Fit[];
  /** Families that cannot hold these values, and the rule that they break. */
  readonly excluded: readonly { readonly family: FittableFamily; readonly rule: string }[];
  /** The data themselves, sorted: the alternative to every family. */
  readonly empirical: readonly number[];
  readonly replicates: number;
}

/** From this size on the distribution of A² no longer depends on it. */
const largestSample = 1000;

/**
 * Fits raw data by maximum likelihood with each family that can hold them. The p-value is by the parametric bootstrap: samples of
 * the same size (1,000 for more) are drawn from the fitted distribution and fitted anew, so that it is valid for fitted
 * parameters.
 * Source: Stute, González-Manteiga & Presedo-Quindimil (1993), doi:10.1007/BF02613687.
 *
 * @param data at least three numbers, not all the same
 * @throws UtfallError `evidenceRule`
 */
export function fitData(data: readonly number[], options: FitOptions = {}): Fits {
  const { families = fittableFamilies, seed = "1" } = options;
  const notFinite = data.find((x) => !Number.isFinite(x));
  if (notFinite !== undefined) throw impossible("fit", "−∞ < x < ∞", { x: notFinite });
  if (data.length < 3) throw impossible("fit", "n ≥ 3", { n: data.length });
  const sorted = Float64Array.from(data).sort();
  if (sorted[0] === sorted[sorted.length - 1]) throw impossible("fit", "max > min", { min: sorted[0], max: sorted[0] });
  const replicates = options.replicates ?? Math.max(199, Math.min(999, Math.floor(200_000 / data.length) - 1));
  const held = families.filter((family) => canHold(fittable[family], sorted));
  return {
    ranking: held.map((family) => fitOne(family, sorted, replicates, seed)).sort((a, b) => a.aic - b.aic),
    excluded: families
      .filter((family) => !held.includes(family))
      .map((family) => ({ family, rule: fittable[family].rule })),
    empirical: [...sorted],
    replicates,
  };
}

function canHold({ accepts, wideEnough }: Fittable, sorted: Float64Array): boolean {
  return accepts(sorted) && (wideEnough?.(sorted) ?? true);
}

function fitOne(family: FittableFamily, sorted: Float64Array, replicates: number, seed: string): Fit {
  const { mostLikely, logDensity, size } = fittable[family];
  const parameters = mostLikely(sorted);
  const height = logDensity(parameters);
  const logLikelihood = sorted.reduce((sum, x) => sum + height(x), 0);
  const distance = distanceFrom(family, parameters, sorted);
  return {
    family,
    parameters,
    logLikelihood,
    aic: 2 * size - 2 * logLikelihood,
    distance,
    pValue:
      replicates === 0
        ? undefined
        : pValueOf(family, parameters, distance, Math.min(sorted.length, largestSample), replicates, seed),
  };
}

function distanceFrom(family: FittableFamily, parameters: Parameters, sorted: Float64Array): number {
  return andersonDarling(sorted, describe({ family, parameters }).tails);
}

/** (1 + samples at least as far)/(1 + samples). */
function pValueOf(
  family: FittableFamily,
  parameters: Parameters,
  distance: number,
  n: number,
  replicates: number,
  seed: string,
): number {
  const { mostLikely, accepts } = fittable[family];
  const key = keyOf(seed, "fit", family);
  const transform = transformOf({ family, parameters });
  const integers = new Int32Array(Math.ceil(n / 4) * 4);
  const scores = new Float64Array(integers.length);
  const sample = scores.subarray(0, n);
  let asFar = 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    fillStream(key, replicate, integers);
    fillScores(integers, scores);
    applyTransform(transform, sample, sample, n);
    sample.sort();
    // A draw may round to an end of the support; such a sample counts as far.
    if (!accepts(sample) || distanceFrom(family, mostLikely(sample), sample) >= distance) asFar++;
  }
  return asFar / (replicates + 1);
}
