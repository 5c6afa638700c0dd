import type { Described } from "../../engine/distributions/index.ts";
import { massBetween, shownRange } from "./spread.ts";

const eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Columns of block letters, `rows` lines high, for heights from 0 to 1. */
export function blocks(heights: readonly number[], rows: number): string[] {
  return Array.from({ length: rows }, (_, row) => {
    const floor = rows - 1 - row;
    return heights
      .map((height) => eighths[Math.max(0, Math.min(8, Math.round((height * rows - floor) * 8)))])
      .join("")
      .trimEnd();
  });
}

/** How likely a value in each of `columns` equal stretches is, as a share of the likeliest. */
export function densityHeights(described: Described, columns: number): number[] {
  const [low, high] = shownRange(described);
  const edge = (k: number) => low + ((high - low) * k) / columns;
  const before = low - (high - low) * 1e-9;
  const masses = Array.from({ length: columns }, (_, k) =>
    massBetween(described, k === 0 ? before : edge(k), edge(k + 1)),
  );
  const most = Math.max(...masses);
  return masses.map((mass) => (most > 0 ? mass / most : 0));
}

/** P(X ≤ x) at the end of each of `columns` equal stretches. */
export function cdfHeights(described: Described, columns: number): number[] {
  const [low, high] = shownRange(described);
  return Array.from({ length: columns }, (_, k) => described.cdf(low + ((high - low) * (k + 1)) / columns));
}

/** Three labels under a plot: at its left end, in its middle, at its right end. */
export function axis(labels: readonly [string, string, string], columns: number): string {
  const [left, middle, right] = labels;
  const size = (text: string) => [...text].length;
  const from = Math.max(size(left) + 1, Math.round((columns - size(middle)) / 2));
  const gap = columns - from - size(middle) - size(right);
  if (gap < 1) return `${left}${" ".repeat(Math.max(1, columns - size(left) - size(right)))}${right}`;
  return `${left}${" ".repeat(from - size(left))}${middle}${" ".repeat(gap)}${right}`;
}
