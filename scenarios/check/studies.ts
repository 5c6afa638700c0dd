import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { poolAsTable } from "../../engine/evidence/experts/poolAsTable.ts";
import { poolStudies } from "../../engine/evidence/poolStudies.ts";
import { predictNewPlace } from "../../engine/evidence/predictNewPlace.ts";
import type { Study } from "../../engine/evidence/study.ts";
import { exp, ln } from "../../engine/numeric/elementary.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import type { PoolingMethod, StudiesBasis } from "../basis.ts";

/** A scale on which errors are about normal: the quantity's own, or the logarithm of a ratio. */
export type PoolingScale = "own" | "log";

interface NewPlaceEffect {
  /** What a scenario draws from: the true effect in a new place. */
  readonly spec: DistributionSpec;
  readonly basis: StudiesBasis;
}

/**
 * Pools studies by random effects. The draws are of the effect in a new place: with REML (or DerSimonian and Laird's τ²) Student's
 * t with √(τ² + standard error²), the standard error by Hartung and Knapp, floored; by the confidence distribution of τ² a mixture
 * of normals, which takes in how little few studies know of τ.
 *
 * @param studies on the scale: logarithms of ratios where that is `log`
 * @throws UtfallError `evidenceRule` with fewer than two studies or impossible numbers
 */
export function effectInNewPlace(
  studies: readonly Study[],
  method: PoolingMethod,
  scale: PoolingScale,
): NewPlaceEffect {
  const pooled = poolStudies(studies, { betweenStudies: method === "DerSimonian-Laird" ? "dersimonianLaird" : "reml" });
  const spread = method === "confidence distribution" ? predictNewPlace(studies) : undefined;
  const back = scale === "log" ? exp : (x: number) => x;
  const { mean, prediction, heterogeneity } = pooled;
  const [low, high] =
    spread === undefined
      ? [prediction.low, prediction.high]
      : [spread.distribution.quantile(0.025), spread.distribution.quantile(0.975)];
  const basis: StudiesBasis = {
    kind: "studies",
    studies: studies.length,
    method,
    scale,
    mean: { value: back(mean.mean), low: back(mean.low), high: back(mean.high) },
    newPlace: { low: back(low), high: back(high) },
    tau: Math.sqrt(heterogeneity.tau2.value),
    i2: heterogeneity.i2.value,
  };
  if (spread !== undefined) return { spec: mixtureOf(spread.parts, scale), basis };
  const { degreesOfFreedom: df, mean: location, scale: width } = prediction;
  if (scale === "own") return { spec: { family: "studentT", parameters: { df, location, scale: width } }, basis };
  const quantile = (u: number) => exp(inside(location + width * studentTQuantile(u, df)));
  return { spec: poolAsTable({ quantile, support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] }), basis };
}

/** The logarithms of ratios that can be told from 0 and from infinity: with two or three studies the tails go on beyond. */
const farthest = ln(1e9);

const inside = (logarithm: number): number => Math.max(-farthest, Math.min(farthest, logarithm));

function mixtureOf(
  parts: readonly { readonly mean: number; readonly sd: number; readonly weight: number }[],
  scale: PoolingScale,
): DistributionSpec {
  return {
    family: "mixture",
    parameters: {},
    lists: { weights: parts.map(({ weight }) => weight) },
    parts: parts.map(
      ({ mean, sd }): DistributionSpec =>
        scale === "own"
          ? { family: "normal", parameters: { mean, sd } }
          : { family: "lognormal", parameters: { meanlog: mean, sdlog: sd } },
    ),
  };
}
