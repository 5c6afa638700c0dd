import { UtfallError } from "../../issues.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln, normalTail } from "../../numeric/elementary.ts";
import { integrateShort } from "../../numeric/quadrature.ts";
import { type Opinion, type PooledOpinion, weighed } from "./opinion.ts";

/** Normal scores of the experts' quantiles at which panels begin. */
const scores = Array.from({ length: 81 }, (_, i) => (i - 40) / 5);
const deepest = 24;
const allowed = 1e-13;

/** Stretches of the real line with the integrals over each of the density, x times it and x² times it, left to right. */
interface Panels {
  readonly edges: readonly number[];
  readonly masses: readonly number[];
}

/**
 * Logarithmic pool: density proportional to Π f^w, as if the experts' judgements were evidence to be multiplied. One peak where
 * they overlap, nothing where any of them sees none; narrower than the linear pool. Normal opinions give a normal one with
 * precision Σ w/sd². Normalised by adaptive Gauss–Legendre quadrature from the experts' −8th to 8th scores. Opinions more than
 * some 75 standard deviations apart count as having nothing in common: their densities there are no longer numbers above 0.
 * Source: Genest & Zidek (1986), doi:10.1214/ss/1177013825.
 *
 * @throws UtfallError `expertsDoNotMeet`, `evidenceRule`
 */
export function logarithmicPool(opinions: readonly Opinion[]): PooledOpinion {
  const kept = weighed(opinions);
  const low = Math.max(...kept.map(({ distribution }) => distribution.support[0]));
  const high = Math.min(...kept.map(({ distribution }) => distribution.support[1]));
  if (!(low < high)) throw new UtfallError([{ code: "expertsDoNotMeet" }]);
  const logHeight = (x: number) =>
    kept.reduce((sum, { distribution, weight }) => sum + weight * ln(distribution.density(x)), 0);
  const start = edgesOf(kept, low, high);
  const top = peak(logHeight, start);
  if (!Number.isFinite(top.height)) throw new UtfallError([{ code: "expertsDoNotMeet" }]);
  const height = (x: number) => (x > low && x < high ? exp(logHeight(x) - top.height) : 0);
  const { edges, masses } = panelsOf(height, withEdgesAround(logHeight, top, start));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const below = running(masses);
  const above = running([...masses].reverse()).reverse();
  const panelOf = (x: number): number => {
    let [from, to] = [0, edges.length - 2];
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (edges[middle] <= x) from = middle;
      else to = middle - 1;
    }
    return from;
  };
  const last = edges.length - 1;
  const cdf = (x: number): number => {
    if (!(x > edges[0])) return 0;
    if (x >= edges[last]) return 1;
    const i = panelOf(x);
    return (below[i] + integrateShort(height, edges[i], x)) / total;
  };
  const upper = (x: number): number => {
    if (!(x > edges[0])) return 1;
    if (x >= edges[last]) return 0;
    const i = panelOf(x);
    return (above[i + 1] + integrateShort(height, x, edges[i + 1])) / total;
  };
  const moment = (f: (x: number) => number) =>
    edges.slice(1).reduce((sum, to, i) => sum + integrateShort((x) => f(x) * height(x), edges[i], to), 0) / total;
  const mean = top.at + moment((x) => x - top.at);
  return {
    support: [low, high],
    density: (x) => height(x) / total,
    cdf,
    upper,
    quantile(u) {
      if (!(u >= 0 && u <= 1)) return Number.NaN;
      if (u === 0) return low;
      if (u === 1) return high;
      const excess = u < 0.5 ? (x: number) => cdf(x) - u : (x: number) => 1 - u - upper(x);
      return bracketRoot(excess, edges[0], edges[last]) ?? (u < 0.5 ? edges[0] : edges[last]);
    },
    mean,
    variance: moment((x) => (x - mean) * (x - mean)),
  };
}

/** Sums of all before each: 0, first, first + second, … */
function running(masses: readonly number[]): number[] {
  let sum = 0;
  return [0, ...masses.map((mass) => (sum += mass))];
}

/** The experts' own quantiles inside the common support, rising. */
function edgesOf(kept: readonly Opinion[], low: number, high: number): readonly number[] {
  const inside = kept.flatMap(({ distribution }) =>
    scores.map((z) => (z < 0 ? distribution.quantile(normalTail(z)) : distribution.upperQuantile(normalTail(z)))),
  );
  const ends = [low, high].filter(Number.isFinite);
  const edges = [...inside.filter((x) => x > low && x < high), ...ends].sort((a, b) => a - b);
  return edges.filter((x, i) => i === 0 || x > edges[i - 1]);
}

interface Peak {
  readonly at: number;
  readonly height: number;
}

/** The highest point: the best edge or middle of a panel, then by golden section between its neighbours. */
function peak(logHeight: (x: number) => number, edges: readonly number[]): Peak {
  const points = edges.flatMap((x, i) => (i === 0 ? [x] : [(edges[i - 1] + x) / 2, x]));
  let best = 0;
  const heights = points.map((x) => {
    const height = logHeight(x);
    return height < Number.POSITIVE_INFINITY ? height : Number.NEGATIVE_INFINITY; // a pole is no peak to scale by
  });
  heights.forEach((value, i) => {
    if (value > heights[best]) best = i;
  });
  const golden = 0.3819660112501051;
  let [left, middle, right] = [
    points[Math.max(0, best - 1)],
    points[best],
    points[Math.min(points.length - 1, best + 1)],
  ];
  let height = heights[best];
  for (let step = 0; step < 80; step++) {
    const towardsRight = right - middle > middle - left;
    const x = towardsRight ? middle + golden * (right - middle) : middle - golden * (middle - left);
    const value = logHeight(x);
    if (value > height) {
      if (towardsRight) left = middle;
      else right = middle;
      [middle, height] = [x, value];
    } else if (towardsRight) right = x;
    else left = x;
  }
  return { at: middle, height };
}

/** Further edges around the peak, where the pool may be narrower than any opinion's own panels. */
function withEdgesAround(logHeight: (x: number) => number, top: Peak, edges: readonly number[]): readonly number[] {
  const [low, high] = [edges[0], edges[edges.length - 1]];
  /** How far from the peak the density has fallen to a half. */
  const halfWidth = (direction: 1 | -1): number => {
    const most = direction > 0 ? high - top.at : top.at - low;
    let [near, far] = [0, most];
    for (let step = 0; step < 60; step++) {
      const middle = (near + far) / 2;
      if (logHeight(top.at + direction * middle) > top.height - Math.LN2) near = middle;
      else far = middle;
    }
    return far;
  };
  const added = ([1, -1] as const).flatMap((direction) => {
    const width = halfWidth(direction);
    return [0, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 32].map((times) => top.at + direction * times * width);
  });
  const all = [...edges, ...added.filter((x) => x > low && x < high)].sort((a, b) => a - b);
  return all.filter((x, i) => i === 0 || x > all[i - 1]);
}

/** Panels halved until both halves together say what the whole said. */
function panelsOf(height: (x: number) => number, start: readonly number[]): Panels {
  const whole = start.slice(1).map((to, i) => integrateShort(height, start[i], to));
  const size = whole.reduce((sum, mass) => sum + mass, 0);
  const edges = [start[0]];
  const masses: number[] = [];
  const take = (from: number, to: number, mass: number, depth: number): void => {
    const middle = from + (to - from) / 2;
    const [left, right] = [integrateShort(height, from, middle), integrateShort(height, middle, to)];
    if (depth >= deepest || Math.abs(left + right - mass) <= allowed * size) {
      edges.push(to);
      masses.push(left + right);
      return;
    }
    take(from, middle, left, depth + 1);
    take(middle, to, right, depth + 1);
  };
  whole.forEach((mass, i) => {
    take(start[i], start[i + 1], mass, 0);
  });
  return { edges, masses };
}
