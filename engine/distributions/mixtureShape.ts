import { ln, normalCdf, normalUpper } from "../numeric/elementary.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import type { Tails } from "../numeric/tails.ts";
import type { Described } from "./described.ts";
import { existing, type Moments } from "./moments.ts";

/** x with P(X ≤ x) = level, or P(X > x) = level: between the least and the greatest of the parts' own. */
export function mixtureQuantile(
  parts: readonly Described[],
  tails: Tails,
  atoms: Float64Array | undefined,
  level: number,
  side: "lower" | "upper",
): number {
  if (!(level >= 0 && level <= 1)) return Number.NaN;
  // the other tail is the smaller one, and 1 − level exact
  if (level > 0.5 && level < 1 && atoms === undefined)
    return mixtureQuantile(parts, tails, atoms, 1 - level, side === "lower" ? "upper" : "lower");
  const own = parts.map((part) => (side === "lower" ? part.quantile(level) : part.upperQuantile(level)));
  const least = own.reduce((a, b) => Math.min(a, b));
  const greatest = own.reduce((a, b) => Math.max(a, b));
  if (level === 0 || level === 1) return (side === "lower") === (level === 0) ? least : greatest;
  if (least === greatest) return least;
  return atoms === undefined
    ? between(tails, level, side, least, greatest)
    : smallestAtom(atoms, tails, level, side, least, greatest);
}

/** Newton's method on the logarithm of the tail, kept within a bracket; halves where it leaves it or stands still. */
function between(tails: Tails, level: number, side: "lower" | "upper", least: number, greatest: number): number {
  const at = new Float64Array(3);
  const which = side === "lower" ? 1 : 2;
  let below = least;
  let above = greatest;
  let x = below + (above - below) / 2;
  for (let step = 0; step < 400; step++) {
    tails(x, at);
    const tail = at[which];
    if (tail === level) return x;
    if (tail < level === (side === "lower")) below = x;
    else above = x;
    const move = (tail * ln(tail / level)) / at[0];
    const next = side === "lower" ? x - move : x + move;
    const last = x;
    x = next > below && next < above && step % 8 !== 7 ? next : below + (above - below) / 2;
    if (Math.abs(x - last) <= 1e-16 * Math.abs(x) || !(x > below && x < above)) return x;
  }
  return x;
}

function smallestAtom(
  atoms: Float64Array,
  tails: Tails,
  level: number,
  side: "lower" | "upper",
  least: number,
  greatest: number,
): number {
  const at = new Float64Array(3);
  const enough = (x: number): boolean => {
    tails(x, at);
    return side === "lower" ? at[1] >= level : at[2] <= level;
  };
  // beyond what scores reach, the parts' own values bound it
  const some = atoms.filter((x) => x >= least && x <= greatest);
  let low = 0;
  let high = some.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (enough(some[middle])) high = middle;
    else low = middle + 1;
  }
  return low < some.length ? some[low] : greatest;
}

/** Scores of the parts' own kinks and of the ends of their supports, each once. */
export function mixtureKinks(parts: readonly Described[], tails: Tails): readonly number[] {
  const at = new Float64Array(3);
  const bends = parts.flatMap((part) => [
    ...part.support,
    ...part.kinks.map((z) => (z < 0 ? part.quantile(normalCdf(z)) : part.upperQuantile(normalUpper(z)))),
  ]);
  const scores = bends
    .filter(Number.isFinite)
    .map((x) => {
      tails(x, at);
      return at[1] <= at[2] ? normalQuantile(at[1]) : -normalQuantile(at[2]);
    })
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return scores.filter((z, i) => i === 0 || z - scores[i - 1] > 1e-9);
}

/** Moments from those of the parts, with shares that sum to one. */
export function mixtureMoments(parts: readonly Described[], shares: readonly number[]): Moments {
  const over = (f: (part: Described) => number) => parts.reduce((sum, part, i) => sum + shares[i] * f(part), 0);
  const mean = over((part) => part.mean);
  const variance = over((part) => part.variance + (part.mean - mean) * (part.mean - mean));
  const cube = over((part) => {
    const off = part.mean - mean;
    const own = part.variance > 0 ? part.skewness * part.variance * Math.sqrt(part.variance) : 0;
    return own + off * (3 * part.variance + off * off);
  });
  const index = [0, 1].map((side) => Math.min(...parts.map(({ tailIndex }) => tailIndex[side])));
  return existing({ mean, variance, skewness: cube / (variance * Math.sqrt(variance)) }, [index[0], index[1]]);
}
