import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { growthOver } from "./presentValue.ts";

/** What is left of a nominal rate when prices rise: (1 + nominal)/(1 + inflation) − 1. */
export function realRate(nominal: number, inflation: number): number {
  return (nominal - inflation) / (1 + inflation);
}

/** Rate per year of a nominal yearly rate that is added `periodsPerYear` times a year. */
export function effectiveRate(nominal: number, periodsPerYear: number): number {
  return growthOver(nominal / periodsPerYear, periodsPerYear) - 1;
}

/** Rate per period that gives the yearly rate in `periodsPerYear` periods. */
export function ratePerPeriod(ratePerYear: number, periodsPerYear: number): number {
  return expm1(log1p(ratePerYear) / periodsPerYear);
}

/** The rate that, compounded continuously, gives the yearly rate: ln(1 + rate). */
export function continuousRate(ratePerYear: number): number {
  return log1p(ratePerYear);
}
