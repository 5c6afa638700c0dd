import { equalUnits } from "../../../engine/units/index.ts";
import type { CheckedHit, Quantity } from "../../checked.ts";
import { type HitWay, hitWays } from "../../risks.ts";
import { report, touched } from "../checking.ts";
import { isZero, type Quantities } from "../quantities.ts";
import { checkRange } from "../ranges.ts";
import { unitName } from "../unitName.ts";
import { type HitCheck, rangeOf, type Target, targetOf } from "./target.ts";
import { keptWithin } from "./within.ts";

/** Holds one hit against what it strikes. @param byYear whether the risk is on in some years only */
export function checkHit(
  check: HitCheck,
  path: string,
  hit: Readonly<Partial<Record<HitWay, unknown>>>,
  risk: { readonly at: string; readonly byYear: boolean },
): CheckedHit | undefined {
  const { checking, quantities } = check;
  const at = `${risk.at}.hits.${path}`;
  const ways = hitWays.filter((how) => hit[how] !== undefined);
  if (ways.length !== 1) {
    if (!touched(checking, at)) report(checking, "riskHitWays", at, {}, "key");
    return undefined;
  }
  const [how] = ways;
  const target = targetOf(check, path, at);
  const by = `${at}.${how}`;
  const number = quantities.at(by);
  if (target === undefined || number === undefined) return undefined;
  if (ownAmounts(target.quantity, quantities)) {
    report(checking, "riskHitOwn", at, { path }, "key");
    return undefined;
  }
  if (target.kind === "flow" && how === "to") report(checking, "riskHitFlow", by, { path }, "key");
  if (how !== "times" && !sameUnit(check, target, number, by)) return undefined;
  const { years, segments } = quantities.dimensions(number);
  // An effect that comes later holds from when it was given: only how many it is given to can differ between the years.
  const mayVary = target.years || (target.kind === "effect" && how === "times");
  if (!mayVary && (risk.byYear || years)) report(checking, "riskHitYears", at, { path }, "key");
  else if (years && target.place?.want === undefined && target.kind === "quantity" && !risk.byYear)
    report(checking, "riskHitYears", at, { path }, "key");
  if (segments && !target.segments) report(checking, "segmentsNotHere", by);
  const range = rangeOf(target);
  if (how === "to" && range !== undefined)
    checkRange(checking, { ...target.place!, path: by }, by, quantities.at(by)!, range, quantities);
  const within =
    target.kind === "quantity" ? keptWithin(check, { path, at: by, how, number, target, range }) : undefined;
  return { place: path, how, by, ...(within === undefined ? {} : { within }) };
}

function ownAmounts(quantity: Quantity | undefined, quantities: Quantities): boolean {
  if (quantity?.kind === "reference") return ownAmounts(quantities.at(quantity.to), quantities);
  return quantity?.kind === "ownAmounts";
}

/** What is added to a number, or what it becomes, has its unit; a bare 0 takes it. */
function sameUnit({ checking, quantities }: HitCheck, { unit }: Target, number: Quantity, at: string): boolean {
  if (unit === undefined || equalUnits(number.unit, unit)) return true;
  if (quantities.isBare(number) && isZero(number)) {
    quantities.settleUnit(at, unit);
    return true;
  }
  report(checking, "unitWrong", at, { found: unitName(number.unit), wanted: unitName(unit) });
  return false;
}
