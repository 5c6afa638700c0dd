import { isPostponed } from "../../effects.ts";
import { suggestion } from "../../nearest.ts";
import { bases, type ContractContent } from "../../schema/financing.ts";
import { sharersOf } from "../../sharers.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { numberText } from "../ranges.ts";
import { shown } from "../shown.ts";
import { checkGains } from "./gains.ts";
import { checkLeaf, checkPayers } from "./parties.ts";

/** Written shares may pass 100 % by this, for their decimals. */
const roundingOfSum = 1e-9;

/** Outcome contracts: whom they name, what they pay for and by which thresholds. */
export function checkContracts(checking: Checking, quantities: Quantities): void {
  const { contracts } = checking.content.financing!;
  const invested = new Map<string, number>();
  for (const [id, contract] of Object.entries(contracts)) {
    const at = `financing.contracts.${id}`;
    const { financier, payer, provider, invests, pays } = contract;
    checkLeaf(checking, financier.trim(), `${at}.financier`);
    checkPayers(checking, `${at}.payer`, payer, quantities);
    if (provider !== undefined) checkLeaf(checking, provider.trim(), `${at}.provider`);
    if (sharersOf(payer).includes(financier.trim()))
      report(checking, "contractSelf", `${at}.payer`, { name: financier.trim() });
    if (pays.toProvider !== undefined && provider === undefined)
      report(checking, "providerMissing", `${at}.pays.toProvider`, {}, "key");
    for (const cost of Object.keys(invests)) checkInvested(checking, quantities, at, cost, invested);
    if (bases.some((base) => base === pays.of.trim())) checkSavings(checking, at, contract);
    else checkOutcome(checking, quantities, at, contract);
  }
}

function checkInvested(
  checking: Checking,
  quantities: Quantities,
  at: string,
  cost: string,
  before: Map<string, number>,
): void {
  const known = Object.keys(checking.content.costs);
  const place = `${at}.invests.${cost}`;
  const isShort = !checking.source.extents.has(place);
  const path = isShort ? `${at}.invests` : place;
  const part = isShort ? "value" : "key";
  if (!known.includes(cost)) {
    if (!checking.broken.has(cost))
      report(checking, "contractCost", path, { name: cost, nearest: suggestion(cost, known) }, part);
    return;
  }
  const share = quantities.at(place);
  const sum = (before.get(cost) ?? 0) + (share?.kind === "number" ? share.value : 0);
  before.set(cost, sum);
  if (sum > 1 + roundingOfSum) report(checking, "investedOver", path, { name: cost, sum: numberText(sum, true) }, part);
}

/** Keys that only a payment for an outcome has. */
const ofOutcome = ["per", "amount", "from", "tiers", "cohorts", "after", "measured"] as const;

function checkSavings(checking: Checking, at: string, { pays, payer }: ContractContent): void {
  if (ofOutcome.some((key) => pays[key] !== undefined)) report(checking, "contractWays", `${at}.pays`, {}, "key");
  const base = bases.find((own) => own === pays.of.trim())!;
  for (const actor of sharersOf(payer)) checkGains(checking, actor, base, `${at}.payer`);
}

function checkOutcome(checking: Checking, quantities: Quantities, at: string, { pays }: ContractContent): void {
  const { content, broken } = checking;
  const name = pays.of.trim();
  const outcome = content.outcomes[name];
  const { per, amount, share, from, tiers, cohorts, after = 0 } = pays;
  if (outcome === undefined) {
    const known = [...Object.keys(content.outcomes), ...bases];
    if (!broken.has(name)) report(checking, "contractOf", `${at}.pays.of`, { name, nearest: suggestion(name, known) });
    return;
  }
  const ways = [amount, tiers].filter((way) => way !== undefined).length;
  if ((per === undefined || ways !== 1 || share !== undefined) && !touched(checking, `${at}.pays`))
    report(checking, "contractWays", `${at}.pays`, {}, "key");
  if (from !== undefined && (tiers !== undefined || cohorts !== undefined))
    report(checking, "contractThresholds", `${at}.pays.from`, {}, "key");
  if (isPostponed(outcome.effect)) report(checking, "figurePostponed", `${at}.pays.of`, { outcome: name });
  else if (outcome.baseline === undefined && outcome.effect.shares === undefined)
    report(checking, "baselineMissing", `${at}.pays.of`, { name });
  if (pays.measured === "observed" && outcome.measurement === undefined)
    report(checking, "contractUnmeasured", `${at}.pays.measured`, { name });
  checkTiers(checking, quantities, at, tiers ?? []);
  if (per === "point") {
    const places = tiers === undefined ? [`${at}.pays.amount`] : tiers.map((_, k) => `${at}.pays.tiers.${k}.amount`);
    for (const [index, place] of places.entries())
      checkPoint(checking, place, tiers === undefined ? amount : tiers[index].amount);
  }
  const last = (content.horizon ?? content.programme.years) - 1;
  const paid = content.programme.years - 1 + after;
  if (paid > last) report(checking, "whenOutside", `${at}.pays.after`, { when: `year ${paid}`, last });
}

function checkTiers(checking: Checking, quantities: Quantities, at: string, tiers: readonly unknown[]): void {
  const least = tiers.map((_, k) => quantities.at(`${at}.pays.tiers.${k}.from`));
  const numbers = least.flatMap((own) => (own?.kind === "number" ? [own.value] : []));
  if (numbers.some((number, k) => k > 0 && number <= numbers[k - 1]))
    report(checking, "tiersOrder", `${at}.pays.tiers`, {}, "key");
}

/** Per percentage point has to be written: without it the number would mean a hundred times less. */
function checkPoint(checking: Checking, place: string, written: unknown): void {
  const named = typeof written === "string" ? checking.content.quantities[written.trim()] : undefined;
  const text = JSON.stringify(named ?? written ?? "");
  if (/\/\s*(?:pp|%)/.test(text) || touched(checking, place)) return;
  report(checking, "pointUnit", place, { written: shown(written) });
}
