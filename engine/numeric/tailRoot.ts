import { exp, ln } from "./elementary.ts";

/** Writes a tail probability at x > 0 into out[0] and its slope d ln(tail) / d ln(x) into out[1]. */
export type LogTail = (x: number, out: Float64Array) => void;

/**
 * x in (0, high] with tail(x) = target, for a tail that falls or rises steadily. Newton's method on ln(tail) over ln(x),
 * where the tails of gamma and beta are nearly straight or concave, so that it holds from 1e-300 to the median; kept
 * within a bracket. Ends when a step no longer moves x by more than rounding.
 */
export function tailRoot(logTail: LogTail, target: number, start: number, high: number): number {
  const at = new Float64Array(3);
  const logTarget = ln(target);
  let below = 0;
  let above = high;
  let x = Math.min(start, high);
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 200; step++) {
    if (!(x > 0)) return 0;
    logTail(x, at);
    const [tail, slope] = at;
    const gap = tail === target ? 0 : tail > 0 ? ln(tail / target) : ln(tail) - logTarget;
    if (gap === 0) return x;
    if (gap > 0 === slope > 0) above = x;
    else below = x;
    const move = -gap / slope;
    const next = Math.abs(move) < 0.1 ? x + x * (move + 0.5 * move * move) : x * exp(move);
    if (Math.abs(move) < 2e-16 || (Math.abs(move) < 1e-13 && Math.abs(move) >= last)) return Math.min(next, high);
    last = Math.abs(move);
    if (next > below && next < above) x = next;
    else if (below === 0) x = above * 0.0625;
    else if (above === Number.POSITIVE_INFINITY) x = below * 16;
    else x = Math.sqrt(below) * Math.sqrt(above);
    if (below >= above * (1 - 2.5e-16)) return x;
  }
  return x;
}
