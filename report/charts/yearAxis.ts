import { fontSizePx } from "./theme.ts";
import { textWidth } from "./widths.ts";

const apartPx = 10;

/** The labels of an axis that fit beside each other: every one, every second, … counted from the first. `always` is kept, whatever it costs its neighbours. */
export function fittingLabels(labels: readonly string[], widthPx: number, always?: string): string[] {
  const rest = labels.filter((label) => label !== always);
  const cell = widthPx / Math.max(1, labels.length);
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, fontSizePx))) + apartPx;
  const every = Math.max(1, Math.ceil(widest / cell));
  const kept = rest.filter((_, index) => index % every === 0);
  if (always === undefined || !labels.includes(always)) return kept;
  const near = rest.length - rest.indexOf(kept.at(-1) ?? "") < every;
  return [...(near ? kept.slice(0, -1) : kept), always];
}

/** An axis of years, its labels level and thinned to fit. */
export const yearAxis = (labels: readonly string[], widthPx: number, always?: string) => ({
  values: fittingLabels(labels, widthPx, always),
  labelAngle: 0,
  labelOverlap: false,
  grid: false,
  ticks: false,
  labelPadding: 6,
});
