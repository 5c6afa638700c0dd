import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { futureValue, presentValue } from "./presentValue.ts";

/**
 * The rate at which outlays, financed at one rate, grow to what returns, invested again at another, have come to at the end
 * (Lin 1976). NaN where there is no outlay or no return.
 */
export function modifiedInternalRate(
  flows: ArrayLike<number>,
  financeRatePerPeriod: number,
  reinvestRatePerPeriod: number,
): number {
  const all = Array.from(flows);
  const outlays = presentValue(
    all.map((flow) => Math.min(flow, 0)),
    financeRatePerPeriod,
  );
  const returns = futureValue(
    all.map((flow) => Math.max(flow, 0)),
    reinvestRatePerPeriod,
  );
  return returns > 0 && outlays < 0 ? expm1(log1p((returns + outlays) / -outlays) / (all.length - 1)) : Number.NaN;
}
