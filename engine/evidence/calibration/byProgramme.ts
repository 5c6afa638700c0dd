import { studentTQuantile } from "../../numeric/studentT.ts";
import type { Figure } from "../../result/estimate.ts";

/** Something that belongs to a programme: what one programme brought moves together. */
export interface OfProgramme {
  readonly programme: string;
}

/**
 * A statistic with the error that comes from leaving out one programme at a time (jackknife); undefined for fewer than two
 * programmes, or where it has no value without one of them.
 */
export function byProgramme<T extends OfProgramme>(
  all: readonly T[],
  statistic: (own: readonly T[]) => number,
): Figure | undefined {
  const programmes = [...new Set(all.map(({ programme }) => programme))];
  const n = programmes.length;
  if (n < 2) return undefined;
  const value = statistic(all);
  const without = programmes.map((left) => statistic(all.filter(({ programme }) => programme !== left)));
  const mean = without.reduce((sum, x) => sum + x, 0) / n;
  const squares = without.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  const se = Math.sqrt(((n - 1) / n) * squares);
  const half = studentTQuantile(0.975, n - 1) * se;
  return Number.isFinite(value) && Number.isFinite(se)
    ? { value, se, low: value - half, high: value + half }
    : undefined;
}
