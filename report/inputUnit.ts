import { parseUnit, toBase } from "../engine/units/index.ts";

/**
 * The unit in which an input is stated, and how large one of it is in that in which it is drawn: time is drawn in years, money and shares
 * as they are whatever the multiple in which they are stated.
 */
export function inputUnitOf(stated: string): { readonly unit: string; readonly size: number } {
  const unit = stated.replace(/^(?:%|pp)(?=$|\/)/, "share").replace(/^(?:tkr|mnkr)(?=$|\/)/, "kr");
  const parsed = parseUnit(unit, { money: "kr", counting: unit.split(/[/*·]/).map((word) => word.trim()) });
  return { unit, size: parsed.ok ? toBase("1", parsed) : 1 };
}
