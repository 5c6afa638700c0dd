import { normalQuantile } from "../numeric/normalQuantile.ts";
import { type Tails, writeTails } from "../numeric/tails.ts";
import type { Moments } from "./moments.ts";
import { densityAt, lowerAt, upperAt } from "./tailsAt.ts";

/** Even density between neighbouring edges, as quantile tables and histograms have it; some stretches may be empty. */
export interface Segments {
  /** Ascending, one more than masses. */
  readonly edges: readonly number[];
  readonly masses: readonly number[];
  /** P(X ≤ edge) and P(X > edge). */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** From counts or weights between edges, which need not sum to one. */
export function segmentsOf(edges: readonly number[], weights: readonly number[]): Segments {
  const lower = [0];
  for (const weight of weights) lower.push(lower[lower.length - 1] + weight);
  const upper = [0];
  for (const weight of [...weights].reverse()) upper.unshift(upper[0] + weight);
  const total = lower[lower.length - 1];
  const share = (x: number) => x / total;
  return { edges, masses: weights.map(share), lower: lower.map(share), upper: upper.map(share) };
}

/** The stretch in which x lies, which begins with its left edge; the last one holds its right edge too. */
function stretchOf({ edges }: Segments, x: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (edges[middle] <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

function segmentTails(s: Segments): Tails {
  const { edges, masses, lower, upper } = s;
  return (x, out) => {
    if (Number.isNaN(x)) return writeTails(out, x, x, x);
    if (x < edges[0]) return writeTails(out, 0, 0, 1);
    if (x > edges[edges.length - 1]) return writeTails(out, 0, 1, 0);
    const i = stretchOf(s, x);
    const width = edges[i + 1] - edges[i];
    writeTails(
      out,
      masses[i] / width,
      lower[i] + masses[i] * ((x - edges[i]) / width),
      upper[i + 1] + masses[i] * ((edges[i + 1] - x) / width),
    );
  };
}

/** x with P(X ≤ x) = u; across an empty stretch its left end. */
function segmentQuantile({ edges, masses, lower }: Segments, u: number): number {
  if (!(u >= 0 && u <= 1)) return Number.NaN;
  const last = masses.length - 1;
  let i = 0;
  while (i < last && (lower[i + 1] < u || masses[i] === 0)) i++;
  while (masses[i] === 0) i--;
  const share = Math.min(1, (u - lower[i]) / masses[i]);
  return share < 1 ? edges[i] + (edges[i + 1] - edges[i]) * share : edges[i + 1];
}

/** x with P(X > x) = q; across an empty stretch its right end. */
function segmentUpperQuantile({ edges, masses, upper }: Segments, q: number): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN;
  const last = masses.length - 1;
  let i = last;
  while (i > 0 && (upper[i] < q || masses[i] === 0)) i--;
  while (masses[i] === 0) i++;
  const share = Math.min(1, (q - upper[i + 1]) / masses[i]);
  return share < 1 ? edges[i + 1] - (edges[i + 1] - edges[i]) * share : edges[i];
}

/** Moments of the stretches together: each has mean, variance and no skewness of its own. */
function segmentMoments({ edges, masses }: Segments): Moments {
  const middle = (i: number) => edges[i] + (edges[i + 1] - edges[i]) / 2;
  const centre = middle(masses.length >>> 1);
  const over = (f: (off: number, square: number) => number) =>
    masses.reduce((sum, mass, i) => {
      const width = edges[i + 1] - edges[i];
      return sum + mass * f(middle(i) - centre, (width * width) / 12);
    }, 0);
  const offset = over((off) => off);
  const variance = over((off, square) => (off - offset) * (off - offset) + square);
  const cube = over((off, square) => (off - offset) * ((off - offset) * (off - offset) + 3 * square));
  return { mean: centre + offset, variance, skewness: cube / (variance * Math.sqrt(variance)) };
}

/** Scores of the inner edges, each once. */
function segmentKinks({ lower, upper }: Segments): readonly number[] {
  const scores: number[] = [];
  for (let i = 1; i < lower.length - 1; i++) {
    const z = lower[i] <= upper[i] ? normalQuantile(lower[i]) : -normalQuantile(upper[i]);
    if (Number.isFinite(z) && z !== scores[scores.length - 1]) scores.push(z);
  }
  return scores;
}

/** Whether the values rise from one to the next. */
export const rises = (values: readonly number[]): boolean => values.every((x, i) => i === 0 || values[i - 1] < x);

/** What follows from the segments alone: a family's file spreads it in, and says the rest. */
export const segmentFunctions = <P>(segments: (p: P) => Segments) => ({
  density: (p: P, x: number) => densityAt(segmentTails(segments(p)), x),
  cdf: (p: P, x: number) => lowerAt(segmentTails(segments(p)), x),
  upper: (p: P, x: number) => upperAt(segmentTails(segments(p)), x),
  quantile: (p: P, u: number) => segmentQuantile(segments(p), u),
  upperQuantile: (p: P, q: number) => segmentUpperQuantile(segments(p), q),
  tails: (p: P) => segmentTails(segments(p)),
  mean: (p: P) => segmentMoments(segments(p)).mean,
  variance: (p: P) => segmentMoments(segments(p)).variance,
  skewness: (p: P) => segmentMoments(segments(p)).skewness,
  kinks: (p: P) => segmentKinks(segments(p)),
});
