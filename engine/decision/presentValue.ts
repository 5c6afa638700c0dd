import { exp } from "../numeric/elementary.ts";

/**
 * When within their periods flows are thought to fall: each at its start (the first is then not discounted, as everywhere in a
 * scenario), at its end (the convention of spreadsheets), or the first at once and the others in the middle of the period that
 * ends where they would else stand.
 */
export type Timing = "start" | "end" | "middle";

/** (1 + rate)^periods, for a whole number of periods of 0 or more. */
export function growthOver(ratePerPeriod: number, periods: number): number {
  let product = 1;
  for (let period = 0; period < periods; period++) product *= 1 + ratePerPeriod;
  return product;
}

/** Worth now of flows one period apart, at a rate per period above −100 %. */
export function presentValue(flows: ArrayLike<number>, ratePerPeriod: number, timing: Timing = "start"): number {
  const step = 1 + ratePerPeriod;
  let total = 0;
  for (let period = flows.length - 1; period > 0; period--) total = (total + flows[period]) / step;
  const first = flows.length > 0 ? flows[0] : 0;
  if (timing === "middle") return first + total * Math.sqrt(step);
  return timing === "end" ? (first + total) / step : first + total;
}

/** The same where the rate is compounded continuously: a flow of time t is worth flow · e^(−rate·t). */
export function presentValueContinuous(flows: ArrayLike<number>, ratePerPeriod: number): number {
  let total = 0;
  for (let period = 0; period < flows.length; period++) total += flows[period] * exp(-ratePerPeriod * period);
  return total;
}

/** Worth of flows at the time of the last of them. */
export function futureValue(flows: ArrayLike<number>, ratePerPeriod: number): number {
  let total = 0;
  for (let period = 0; period < flows.length; period++) total = total * (1 + ratePerPeriod) + flows[period];
  return total;
}

/**
 * Time at which the running total of discounted flows first reaches zero, linear within the period; undefined where it never
 * does, 0 where the first flow is no outlay.
 */
export function paybackTime(flows: ArrayLike<number>, ratePerPeriod = 0): number | undefined {
  let total = 0;
  let worth = 1;
  for (let period = 0; period < flows.length; period++) {
    const before = total;
    const flow = flows[period] * worth;
    total += flow;
    if (total >= 0) return period === 0 ? 0 : period - 1 + -before / flow;
    worth /= 1 + ratePerPeriod;
  }
  return undefined;
}
