import type { Context } from "../context.ts";
import type { MoneyUnit } from "../format.ts";

/** A table's common unit: that of its largest amount, but thousands where a smaller one would then be told as next to nothing. */
export function tableUnit(context: Context, amountsKr: readonly number[]): MoneyUnit {
  const sizes = amountsKr.map(Math.abs).filter((size) => size > 0);
  const isSmall = sizes.some((size) => size < 500_000);
  const largest = Math.max(0, ...sizes);
  return context.moneyUnitFor(isSmall ? Math.min(largest, 500_000) : largest);
}
