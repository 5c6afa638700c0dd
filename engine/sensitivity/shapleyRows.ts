import type { Figure } from "../result/estimate.ts";
import type { AnalysisRow } from "./analysis.ts";
import { jackknifeFigure } from "./withoutEach.ts";

const unitInterval = { low: 0, high: 1 };

/** Rows of shares, largest first. @param shares by input: of all draws, then without each group @param ordersSe further error */
export function shareRows(
  names: readonly string[],
  shares: readonly Float64Array[],
  ordersSe: readonly number[],
): readonly AnalysisRow[] {
  const values = onSimplex(shares.map((own) => own[0]));
  return names
    .map((name, i): AnalysisRow => {
      const [all, ...left] = shares[i];
      const share = widened(shifted(jackknifeFigure(all, left), values[i]), ordersSe[i]);
      return { inputs: [name], figures: { share }, ...(share.low > 0 ? {} : { indistinct: ["share"] }) };
    })
    .sort((a, b) => b.figures.share.value - a.figures.share.value);
}

/** Noise can make a share slightly negative: it is 0 then, and the others make up for it. */
function onSimplex(values: readonly number[]): readonly number[] {
  const kept = values.map((own) => Math.max(0, own));
  const sum = kept.reduce((total, own) => total + own, 0);
  return kept.map((own) => own / sum);
}

const shifted = ({ se, low, high }: Figure, to: number): Figure => ({
  value: to,
  se,
  low: Math.min(to, low),
  high: Math.max(to, high),
});

/** With a further error that is independent of the first, inside the possible range. */
function widened({ value, se, low, high }: Figure, more: number): Figure {
  const both = Math.sqrt(se * se + more * more);
  const factor = se > 0 ? both / se : 1;
  return {
    value,
    se: both,
    low: Math.min(value, Math.max(unitInterval.low, value - factor * (value - low) - (se > 0 ? 0 : 2 * more))),
    high: Math.max(value, Math.min(unitInterval.high, value + factor * (high - value) + (se > 0 ? 0 : 2 * more))),
  };
}
