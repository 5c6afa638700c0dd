import { UtfallError } from "../issues.ts";
import { exp } from "../numeric/elementary.ts";
import {
  covarianceOf,
  effectiveShare,
  type Gaussian,
  gaussianFrom,
  logScale,
  logWeightsOf,
  momentsOf,
  pointsFrom,
  standardNormal,
  weightsOf,
  withVariances,
} from "./gaussian.ts";
import { findMode, type Mode } from "./mode.ts";
import type { FreshPoints, LogDensity, Points } from "./target.ts";
import { widened, withBestScale, withBoundedWeights } from "./widening.ts";

/** Where draws come from, and how good that is. */
export interface Proposal {
  readonly gaussian: Gaussian;
  readonly mode: Mode;
  /** (Σw)²/Σw² beside the number of points that tell it. */
  readonly effectiveShare: number;
  readonly iterations: number;
}

/** Weights of all points but this share are held back to: below it, moments would come from a few points. */
const wantedShare = 0.3;
/** Above it nothing is left to gain by moving on. */
const goodShare = 0.8;
const mostRounds = 24;
const leastPower = 1e-9;
/** Modes are sought from the best points of the prior, this far from each other at least. */
const starts = 5;
const apart = 1;
/** Modes nearer to another, in its standard deviations, are the same; and those that hold less than this (e⁻⁹) don't matter. */
const apartInWidths = 2;
const leastLogMass = -9;
/** More than this share of the posterior, by as many points of the prior, beyond so many standard deviations is missed. */
const mostMissed = 0.02;
const tellingPoints = 30;
const missedReach = 4;

interface Tried {
  readonly gaussian: Gaussian;
  readonly share: number;
  readonly points: Points;
  readonly logWeights: Float64Array;
}

/**
 * A normal distribution to draw a posterior from. First by the curvature at the best mode that is found from several starts
 * (Tierney & Kadane 1986, doi:10.1080/01621459.1986.10478240), then by the moments of weighted points, round by round, as long as
 * that helps (Cappé and others 2004, doi:10.1198/106186004X12803). Where neither hits, weights are held back to a power at which
 * the moments come from many points (Neal 2001, doi:10.1023/A:1008923215028), which finds what the curvature says nothing of:
 * edges and steps. Where several modes matter, one distribution spans them. At last every axis is widened until weights don't
 * grow too fast along it, and all of them where ridges that bend away ask for that.
 *
 * @throws UtfallError `observedImpossible` where the density has no value anywhere
 */
export function findProposal(density: LogDensity, fresh: FreshPoints, dimensions: number): Proposal {
  const blocks = Math.max(4, Math.ceil(dimensions / 8));
  const first = firstPoints(density, fresh, blocks, dimensions);
  const modes = modesFrom(density, first);
  const attempt = (gaussian: Gaussian): Tried => {
    const scores = fresh(blocks);
    const points = pointsFrom(gaussian, scores);
    const logWeights = logWeightsOf(density(points), gaussian, scores);
    return { gaussian, share: effectiveShare(weightsOf(logWeights)), points, logWeights };
  };
  let rounds = 0;
  const adapt = (start: Gaussian): Tried => {
    let best = attempt(start);
    let now = best;
    for (let round = 0; round < mostRounds && best.share < goodShare; round++, rounds++) {
      const power = powerFor(now.logWeights);
      const found = momentsOf(now.points, weightsOf(now.logWeights, power));
      if (found === undefined) break;
      const next = attempt(widened(found));
      const better = next.share > best.share * 1.02;
      if (next.share > best.share) best = next;
      now = next;
      if (power === 1 && !better) break;
    }
    return best;
  };
  const curved = modes[0].curved === undefined ? [] : [adapt(widened(modes[0].curved))];
  const several = modes.length > 1 ? spanning(modes) : undefined;
  const misses = curved.some(({ gaussian }) => missedShare(first, gaussian) > mostMissed);
  const isEnough = several === undefined && !misses && curved.some(({ share }) => share >= wantedShare);
  const tried = isEnough
    ? curved
    : [...curved, ...(several === undefined ? [] : [adapt(widened(several))]), adapt(first.gaussian)];
  // One that lies on a single mode has even weights, and is wrong all the same.
  const whole = several === undefined && !misses ? tried : tried.slice(curved.length);
  const best = whole.reduce((most, own) => (own.share > most.share ? own : most));
  const bounded = withBestScale(density, fresh(4 * blocks), withBoundedWeights(density, best.gaussian));
  const last = bounded === best.gaussian ? best : attempt(bounded);
  const [mode] = modes;
  const climbed = modes.reduce((sum, own) => sum + own.iterations, 0);
  return { gaussian: bounded, mode, effectiveShare: last.share, iterations: climbed + rounds };
}

interface First {
  readonly gaussian: Gaussian;
  readonly scores: Points;
  readonly points: Points;
  readonly densities: Float64Array;
}

/** Points of the prior, or where the density has no value at any of them, of wider ones. */
function firstPoints(density: LogDensity, fresh: FreshPoints, blocks: number, dimensions: number): First {
  let tried = 0;
  for (const spread of [1, 4, 16]) {
    const gaussian = withVariances(standardNormal(dimensions), () => spread);
    const scores = fresh(blocks);
    const points = pointsFrom(gaussian, scores);
    const densities = density(points);
    tried += densities.length;
    if (densities.some(Number.isFinite)) return { gaussian, scores, points, densities };
  }
  throw new UtfallError([{ code: "observedImpossible", with: { points: tried } }]);
}

/** The modes that several starts lead to, the highest first: those that may hold a part of the whole that matters. */
function modesFrom(density: LogDensity, { points, densities }: First): readonly Mode[] {
  const order = [...densities.keys()].sort((a, b) => densities[b] - densities[a]);
  const origin = points.map(() => 0);
  const chosen: (readonly number[])[] = [];
  for (const j of order) {
    if (chosen.length === starts || !Number.isFinite(densities[j])) break;
    const point = points.map((column) => column[j]);
    if (chosen.every((other) => squaredDistance(other, point) > apart * apart)) chosen.push(point);
  }
  const from = Number.isFinite(density(origin.map((x) => Float64Array.of(x)))[0]) ? [origin, ...chosen] : chosen;
  const found = from.map((start) => findMode(density, start)).sort((a, b) => b.logDensity - a.logDensity);
  const [highest] = found;
  const kept: Mode[] = [];
  for (const mode of found) {
    const matters = kept.length === 0 || logMass(mode) > logMass(highest) + leastLogMass;
    const isNew = kept.every(
      ({ curved, at }) => curved !== undefined && deviations(curved, mode.at, at) > apartInWidths,
    );
    if (matters && isNew) kept.push(mode);
  }
  return kept;
}

const squaredDistance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + (x - b[i]) * (x - b[i]), 0);

/** What the normal distribution at a mode holds, but for a constant. */
const logMass = ({ logDensity, curved }: Mode): number =>
  curved === undefined ? Number.NEGATIVE_INFINITY : logDensity + logScale(curved);

/** How far a point lies from another in standard deviations of a Gaussian. */
function deviations({ factor }: Gaussian, point: readonly number[], from: readonly number[]): number {
  const free: number[] = [];
  point.forEach((x, i) => {
    let rest = x - from[i];
    for (let k = 0; k < i; k++) rest -= factor[i][k] * free[k];
    free.push(rest / factor[i][i]);
  });
  return Math.sqrt(free.reduce((sum, e) => sum + e * e, 0));
}

/** The normal distribution with the moments of several modes together, each with what it holds. */
function spanning(modes: readonly Mode[]): Gaussian | undefined {
  const parts = modes.flatMap(({ curved }) =>
    curved === undefined ? [] : [{ curved, covariance: covarianceOf(curved) }],
  );
  const logs = modes.map(logMass);
  const most = Math.max(...logs);
  const masses = logs.map((own) => exp(own - most));
  const total = masses.reduce((sum, own) => sum + own, 0);
  const mixed = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part, k) => sum + masses[k] * of(part), 0) / total;
  const mean = modes[0].at.map((_, i) => mixed(({ curved }) => curved.mean[i]));
  return gaussianFrom(
    mean,
    mean.map((_, i) =>
      mean.map((_, j) =>
        mixed(({ curved, covariance }) => covariance[i][j] + (curved.mean[i] - mean[i]) * (curved.mean[j] - mean[j])),
      ),
    ),
  );
}

/** Of what points of the prior say of the posterior: the share that lies where a proposal hardly draws; 0 where they say too little. */
function missedShare({ gaussian: prior, points, scores, densities }: First, gaussian: Gaussian): number {
  const weights = weightsOf(logWeightsOf(densities, prior, scores));
  if (effectiveShare(weights) * weights.length < tellingPoints) return 0;
  const dimensions = points.length;
  const reach = Math.sqrt(dimensions) + missedReach;
  let missed = 0;
  weights.forEach((weight, j) => {
    const point = points.map((column) => column[j]);
    if (weight > 0 && deviations(gaussian, point, gaussian.mean) > reach) missed += weight;
  });
  return missed / weights.reduce((sum, own) => sum + own, 0);
}

/** The largest power up to 1 of the weights at which enough of the points count. */
function powerFor(logWeights: Float64Array): number {
  const share = (power: number) => effectiveShare(weightsOf(logWeights, power));
  // Where points are simply possible or not, no power brings the impossible ones back.
  const wanted = Math.min(wantedShare, 0.9 * share(leastPower));
  if (share(1) >= wanted) return 1;
  let [low, high] = [leastPower, 1];
  for (let k = 0; k < 30; k++) {
    const middle = (low + high) / 2;
    if (share(middle) >= wanted) low = middle;
    else high = middle;
  }
  return low;
}
