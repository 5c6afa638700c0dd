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

/**
 * Where a mean crosses its threshold between two values of an input, by regula falsi with the Illinois correction (Dowell &
 * Jarratt 1971, doi:10.1007/BF01934364) on common draws, and its error: that of the mean there over the slope, the latter taken
 * across the interval itself. Undefined where the function has no answer on the way.
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
  const near = await narrowed(levelAt, left, right);
  if (near === undefined || near === "ended") return near;
  const width = right.x - left.x;
  const reach = Math.max(1e-4 * width, Math.min(width / 4, (3 * near.se) / Math.abs(coarse)));
  const below = await levelAt(Math.max(range.low, near.x - reach));
  const above = await levelAt(Math.min(range.high, near.x + reach));
  if (below === "ended" || above === "ended") return "ended";
  if (below === undefined || above === undefined) return undefined;
  const local = (above.value - below.value) / (above.x - below.x);
  const slope = local * coarse > 0 ? local : coarse;
  // What is left to the root is less than rounding or noise: one straight step more.
  const root = inside(near.x - near.value / slope, left.x, right.x);
  return replicateFigure(
    root,
    near.byReplicate.map((own) => root - (own - near.value) / slope),
    range,
    near.se / Math.abs(slope),
  );
}

async function narrowed(levelAt: LevelAt, left: Level, right: Level): Promise<Level | undefined | "ended"> {
  let [a, b] = [left, right];
  let [atA, atB] = [a.value, b.value];
  let best = Math.abs(a.value) < Math.abs(b.value) ? a : b;
  for (let step = 0; step < mostSteps; step++) {
    // Far finer than its own error, or as fine as rounding.
    if (Math.abs(best.value) <= 1e-3 * best.se) break;
    const width = Math.abs(b.x - a.x);
    if (width <= 1e-9 * Math.max(Math.abs(right.x - left.x), Math.abs(b.x))) break;
    const secant = b.x - (atB * (b.x - a.x)) / (atB - atA);
    const next = await levelAt(secant > Math.min(a.x, b.x) && secant < Math.max(a.x, b.x) ? secant : (a.x + b.x) / 2);
    if (next === undefined || next === "ended") return next;
    if (Math.abs(next.value) < Math.abs(best.value)) best = next;
    if (next.value === 0) break;
    if (next.value * atB < 0) {
      a = b;
      atA = atB;
    } else atA /= 2;
    b = next;
    atB = next.value;
  }
  return best;
}

const inside = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
