import { growthOver, presentValue } from "./presentValue.ts";

/** A payment once a period, from the end of the first one, that grows by a share from each to the next. */
export interface Annuity {
  readonly payment: number;
  readonly periods: number;
  /** Growth per period; 0 where absent. */
  readonly growth?: number;
}

/** Payments one by one; sums of these lose no digits where a rate is near zero, as the closed form does. */
function paymentsOf({ payment, periods, growth = 0 }: Annuity): Float64Array {
  const payments = new Float64Array(periods);
  let next = payment;
  for (let period = 0; period < periods; period++) {
    payments[period] = next;
    next *= 1 + growth;
  }
  return payments;
}

/** Worth now of an annuity, its payments falling at the end of their periods (`ordinary`) or at the start (`due`). */
export function presentValueOfAnnuity(
  annuity: Annuity,
  ratePerPeriod: number,
  due: "ordinary" | "due" = "ordinary",
): number {
  return presentValue(paymentsOf(annuity), ratePerPeriod, due === "due" ? "start" : "end");
}

/** Worth of an ordinary annuity when its last payment is made. */
export function futureValueOfAnnuity(annuity: Annuity, ratePerPeriod: number): number {
  return presentValueOfAnnuity(annuity, ratePerPeriod) * growthOver(ratePerPeriod, annuity.periods);
}

/** Worth now of a payment that goes on for ever; undefined where it grows as fast as it is discounted, or faster. */
export function presentValueOfPerpetuity(payment: number, ratePerPeriod: number, growth = 0): number | undefined {
  return ratePerPeriod > growth ? payment / (ratePerPeriod - growth) : undefined;
}

/** Worth now of 1 at the end of each period. */
export function annuityFactor(ratePerPeriod: number, periods: number): number {
  return presentValueOfAnnuity({ payment: 1, periods }, ratePerPeriod);
}

/** What is paid at the end of each period for 1 received now: the inverse of the annuity factor. */
export function capitalRecoveryFactor(ratePerPeriod: number, periods: number): number {
  return 1 / annuityFactor(ratePerPeriod, periods);
}

/** The equal amount at the end of each period that is worth as much as a present value. */
export function equivalentAnnualValue(presentValueNow: number, ratePerPeriod: number, periods: number): number {
  return presentValueNow / annuityFactor(ratePerPeriod, periods);
}
