import type { Figure } from "../result/estimate.ts";
import { replicateFigure, resolution } from "../result/figure.ts";
import { type Mean, meanOf } from "./held.ts";

/** The mean of an output where an input is held at x, less the threshold; undefined where no draw has an answer. */
export interface Level {
  readonly x: number;
  readonly value: number;
  /** As each replicate says it. */
  readonly byReplicate: readonly number[];
  readonly se: number;
}

/** Runs the model with an input held, or remembers what came out. "ended" where the signal ended it. */
export type LevelAt = (x: number) => Promise<Level | undefined | "ended">;

/** Of a chance, the error is not stated below what so many draws can tell. */
export function levelOf(
  x: number,
  column: Float64Array,
  replicates: number,
  threshold: number,
  kind: "number" | "chance",
): Level | undefined {
  const mean: Mean | undefined = meanOf(column, replicates);
  if (mean === undefined) return undefined;
  const byReplicate = mean.byReplicate.map((own) => own - threshold);
  const least = kind === "chance" ? resolution(column.length / replicates, replicates) : 0;
  const { value, se } = replicateFigure(mean.value - threshold, byReplicate, undefined, least);
  return { x, value, byReplicate, se };
}

const mostSteps = 12;
/** A function that jumps over the threshold is closed in on to this share of the way between the values it was tried at. */
const jumpWidth = 1e-4;
/** Than the straight line between those: so steep there, it is taken for a jump. */
const muchSteeper = 100;

/**
 * Where a mean crosses its threshold between two values of an input, by regula falsi with the Illinois correction (Dowell &
 * Jarratt 1971, doi:10.1007/BF01934364) on common draws, and its error: that of the mean there over the slope, the latter taken
 * across the interval itself. Where the mean jumps over the threshold, as a chance does that hangs on this input alone, the value lies
 * between two that are near each other, and these are the interval. Undefined where the function has no answer on the way.
 *
 * @param left @param right on different sides of the threshold
 * @param range the values that the input can have; the interval stays inside
 */
export async function crossing(
  levelAt: LevelAt,
  left: Level,
  right: Level,
  range: { readonly low: number; readonly high: number },
): Promise<Figure | undefined | "ended"> {
  const coarse = (right.value - left.value) / (right.x - left.x);
  const bracket = await narrowed(levelAt, left, right);
  if (bracket === undefined || bracket === "ended") return bracket;
  const [from, to] = bracket;
  const near = Math.abs(from.value) < Math.abs(to.value) ? from : to;
  const jumps = Math.abs(to.value - from.value) > muchSteeper * Math.abs(coarse) * (to.x - from.x);
  if (jumps && Math.abs(near.value) > 2 * near.se)
    return { value: (from.x + to.x) / 2, se: (to.x - from.x) / Math.sqrt(12), low: from.x, high: to.x };
  const width = right.x - left.x;
  const reach = Math.max(1e-4 * width, Math.min(width / 4, (3 * near.se) / Math.abs(coarse)));
  const below = await levelAt(Math.max(range.low, near.x - reach));
  const above = await levelAt(Math.min(range.high, near.x + reach));
  if (below === "ended" || above === "ended") return "ended";
  if (below === undefined || above === undefined) return undefined;
  const local = (above.value - below.value) / (above.x - below.x);
  const slope = local * coarse > 0 ? local : coarse;
  // What is left to the root is less than rounding or noise: one straight step more.
  const root = inside(near.x - near.value / slope, from.x, to.x);
  return replicateFigure(
    root,
    near.byReplicate.map((own) => root - (own - near.value) / slope),
    range,
    near.se / Math.abs(slope),
  );
}

/** Two values near each other, the lower first, between which the mean crosses the threshold. */
async function narrowed(
  levelAt: LevelAt,
  left: Level,
  right: Level,
): Promise<readonly [Level, Level] | undefined | "ended"> {
  let [a, b] = [left, right];
  let [atA, atB] = [a.value, b.value];
  const whole = right.x - left.x;
  const asBracket = (): readonly [Level, Level] => (a.x < b.x ? [a, b] : [b, a]);
  // Far finer than its own error, or as fine as rounding.
  const isFound = ({ value, se }: Level) => Math.abs(value) <= 1e-3 * se || value === 0;
  for (let step = 0; ; step++) {
    const width = Math.abs(b.x - a.x);
    if (isFound(a) || isFound(b) || width <= 1e-9 * Math.max(whole, Math.abs(b.x))) return asBracket();
    // What has not converged by then jumps, or bends sharply.
    const halving = step >= mostSteps;
    if (halving && width <= jumpWidth * whole) return asBracket();
    const secant = b.x - (atB * (b.x - a.x)) / (atB - atA);
    const isInside = secant > Math.min(a.x, b.x) && secant < Math.max(a.x, b.x);
    const next = await levelAt(isInside && !halving ? secant : (a.x + b.x) / 2);
    if (next === undefined || next === "ended") return next;
    if (next.value > 0 !== b.value > 0) {
      a = b;
      atA = atB;
    } else atA /= 2;
    b = next;
    atB = next.value;
  }
}

const inside = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
