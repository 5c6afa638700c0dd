import { internalRates } from "../numeric/internalRates.ts";
import { anyNumber, replicateFigure } from "./figure.ts";
import type { RateSummary } from "./result.ts";

/**
 * The internal rate of return of mean flows, one per year, with an error from the replicates' own means. Where there are none or
 * several, or a replicate has another number of them, no one is given as the rate.
 *
 * @param flows mean of each year @param replicates the same, by replicate
 */
export function rateSummary(
  unit: string,
  flows: readonly number[],
  replicates: readonly (readonly number[])[],
): RateSummary {
  const rates = internalRates(flows);
  const each = replicates.map(internalRates);
  if (rates.length !== 1 || each.some((own) => own.length !== 1)) return { kind: "rate", unit, rates };
  const ofMeanFlows = replicateFigure(
    rates[0],
    each.map(([own]) => own),
    { ...anyNumber, low: -1 },
  );
  return { kind: "rate", unit, ofMeanFlows, rates };
}
