import type { Figure } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import type { MoneyUnit } from "../format.ts";
import type { Cell } from "../shown.ts";

/** A table's common unit: that of its largest amount, but thousands where a smaller one would then be told as next to nothing. */
export function tableUnit(context: Context, amountsKr: readonly number[]): MoneyUnit {
  const sizes = amountsKr.map(Math.abs).filter((size) => size > 0);
  const isSmall = sizes.some((size) => size < 500_000);
  const largest = Math.max(0, ...sizes);
  return context.moneyUnitFor(isSmall ? Math.min(largest, 500_000) : largest);
}

/** A mean or percentile in a table's unit: hundredths of millions at the finest, else whole thousands; nothing is `0`. */
export function moneyCell(context: Context, unit: MoneyUnit, ref: string, figure: Figure | undefined): Cell {
  if (figure === undefined) return "–";
  if (figure.value === 0) return "0";
  return context.amount(ref, figure, unit, unit.exponent >= 6 ? unit.exponent - 2 : unit.exponent);
}
