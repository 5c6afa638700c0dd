import type { Unit } from "../../../engine/units/index.ts";
import { divideUnits } from "../../../engine/units/index.ts";
import { hasOwnShares, readRepaidUntil } from "../../financing.ts";
import type { ContractContent } from "../../schema/financing.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { isRest } from "../../sharers.ts";
import { payerPlaces } from "./costs.ts";
import { type Add, countedUnit, fixed, perYear, share } from "./want.ts";

const part = { accepts: [share], range: "probability", ...fixed } as const;

/** Places of the financing. */
export function financingPlaces(
  add: Add,
  { financing }: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  if (financing === undefined) return;
  const at = "financing";
  const { repayment, lossShare, resultShare, fund, contracts } = financing;
  const sum = { accepts: [{ [money]: 1 }], range: "amount", ...fixed } as const;
  if (repayment !== undefined) {
    add(`${at}.repayment.share`, repayment.share, part);
    if (hasOwnShares(repayment.from)) payerPlaces(add, `${at}.repayment.from`, repayment.from);
    if (readRepaidUntil(repayment.until).kind === "amount") add(`${at}.repayment.until`, repayment.until, sum);
    add(`${at}.repayment.interest`, repayment.interest, { accepts: [perYear, share], range: "rate", ...fixed });
  }
  sharePlaces(add, `${at}.lossShare`, lossShare);
  sharePlaces(add, `${at}.resultShare`, resultShare);
  if (fund !== undefined) {
    const yearly = { accepts: [{ [money]: 1, year: -1 }], range: "amount", years: true, segments: false } as const;
    add(`${at}.fund.start`, fund.start, sum);
    add(`${at}.fund.topUps`, fund.topUps, yearly);
    for (const [id, drawn] of Object.entries(fund.commitments)) add(`${at}.fund.commitments.${id}`, drawn, yearly);
    add(`${at}.fund.least`, fund.least, sum);
  }
  for (const [id, contract] of Object.entries(contracts))
    contractPlaces(add, `${at}.contracts.${id}`, contract, money, unitOfOutcome);
}

function sharePlaces(add: Add, at: string, shares: { readonly [actor: string]: unknown } | undefined): void {
  for (const [actor, own] of Object.entries(shares ?? {})) if (!isRest(own)) add(`${at}.${actor}`, own, part);
}

function contractPlaces(
  add: Add,
  at: string,
  { payer, invests, pays }: ContractContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  payerPlaces(add, `${at}.payer`, payer);
  for (const [cost, own] of Object.entries(invests)) add(`${at}.invests.${cost}`, own, part);
  const counted = countedUnit(unitOfOutcome(pays.of.trim()) ?? {});
  // A percentage point is a plain number: 10 tkr/pp is 1 mnkr per 100 %.
  const unit = pays.per === "point" ? { [money]: 1 } : divideUnits({ [money]: 1 }, counted);
  const amount = { accepts: [unit], range: "amount", ...fixed } as const;
  const improvement = { accepts: [share], range: "reduction", ...fixed } as const;
  add(`${at}.pays.amount`, pays.amount, amount);
  add(`${at}.pays.share`, pays.share, part);
  add(`${at}.pays.from`, pays.from, improvement);
  for (const [index, tier] of (pays.tiers ?? []).entries()) {
    add(`${at}.pays.tiers.${index}.from`, tier.from, improvement);
    add(`${at}.pays.tiers.${index}.amount`, tier.amount, amount);
  }
  add(`${at}.pays.cohorts.each`, pays.cohorts?.each, improvement);
  add(`${at}.pays.cohorts.pooled`, pays.cohorts?.pooled, improvement);
  for (const key of ["shareBefore", "shareAfter", "guarantee", "toProvider"] as const)
    add(`${at}.pays.${key}`, pays[key], part);
  add(`${at}.pays.cap`, pays.cap, { accepts: [{ [money]: 1 }], range: "amount", ...fixed });
}
