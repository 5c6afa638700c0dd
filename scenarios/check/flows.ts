import { isPlain, type Unit } from "../../engine/units/index.ts";
import { effectWays, oddsWayOf } from "../effects.ts";
import { suggestion } from "../nearest.ts";
import { checkAdjustments } from "./adjustments.ts";
import { type Checking, report, touched } from "./checking.ts";
import { actorParts } from "./figures.ts";
import { declaredUnder } from "./ids.ts";
import { accountUnit, toHorizon } from "./places.ts";
import type { Quantities } from "./quantities.ts";
import { numberText } from "./ranges.ts";
import { shown } from "./shown.ts";
import { unitName } from "./unitName.ts";
import { readPer, readWhen } from "./when.ts";

/** Who gains and pays, what of, when and for whom: everything about flows that is not a number. */
export function checkFlows(checking: Checking, quantities: Quantities): void {
  if (checking.content.funnel !== undefined) needsTarget(checking, "funnel");
  checkOutcomes(checking, quantities);
  checkAdjustments(checking);
  checkConsequences(checking, quantities);
  checkCosts(checking, quantities);
  checkFormulas(checking, quantities);
}

/** A flow names an actor without parts. */
function checkLeaf(checking: Checking, name: string, path: string, part: "key" | "value" = "value"): void {
  const actors = actorParts(checking.content.actors);
  const parts = actors[name];
  if (parts === undefined) {
    if (!checking.broken.has(name))
      report(checking, "actorUnknown", path, { name, nearest: suggestion(name, Object.keys(actors)) }, part);
  } else if (parts.length > 0) report(checking, "actorHasParts", path, { name, parts: parts.join(", ") }, part);
}

function needsTarget(checking: Checking, place: string): void {
  if (checking.content.target === undefined && !checking.broken.has("target"))
    report(checking, "targetMissing", place, { place }, "key");
}

function checkOutcomes(checking: Checking, quantities: Quantities): void {
  for (const [id, outcome] of Object.entries(checking.content.outcomes)) {
    const at = `outcomes.${id}`;
    const { effect } = outcome;
    const given = effectWays.filter((way) => effect[way] !== undefined);
    if (given.length !== 1 && !touched(checking, `${at}.effect`))
      report(checking, "effectWays", `${at}.effect`, { given: given.length === 0 ? "0" : given.join(", ") }, "key");
    if (effect.points === undefined && outcome.baseline === undefined && given.length > 0 && !touched(checking, at)) {
      report(checking, "baselineMissing", at, { name: id }, "key");
    }
    if (outcome.better === "higher" && effect.relativeReduction !== undefined)
      report(checking, "reductionOfGood", `${at}.effect.relativeReduction`, {}, "key");
    const way = oddsWayOf(effect);
    if (way !== undefined && !touched(checking, at)) {
      const unit = quantities.at(`${at}.baseline`)?.unit;
      if (unit !== undefined && !isPlain(unit))
        report(checking, "effectOfShare", `${at}.effect.${way}`, { way }, "key");
    }
    if (effect.se !== undefined) report(checking, "seBeside", `${at}.effect.se`, {}, "key");
    if (effect.referenceClass !== undefined) {
      const certain = given.some((way) => quantities.at(`${at}.effect.${way}`)?.kind === "number");
      const code = certain ? "referenceClassSpread" : "referenceClassPlace";
      report(checking, code, `${at}.effect.referenceClass`, {}, "key");
    }
    if (outcome.among === undefined) needsTarget(checking, at);
  }
}

function checkConsequences(checking: Checking, quantities: Quantities): void {
  const { content } = checking;
  const outcomes = Object.keys(content.outcomes);
  const groups = ["enrolled", "completed", "everyone"];
  for (const [id, consequence] of Object.entries(content.consequences)) {
    const at = `consequences.${id}`;
    if (groups.includes(consequence.of)) needsTarget(checking, at);
    else if (!outcomes.includes(consequence.of) && !checking.broken.has(consequence.of)) {
      report(checking, "outcomeUnknown", `${at}.of`, {
        name: consequence.of,
        nearest: suggestion(consequence.of, [...declaredUnder(checking.source.value, "outcomes"), ...groups]),
      });
    }
    checkYearly(checking, id, quantities);
    if (consequence.gains !== undefined) checkLeaf(checking, consequence.gains, `${at}.gains`);
    if (consequence.loses !== undefined) checkLeaf(checking, consequence.loses, `${at}.loses`);
    if (consequence.gains === undefined && consequence.loses === undefined && !touched(checking, at)) {
      report(checking, "consequenceNobody", at, { name: id }, "key");
    }
  }
}

/** `kr/case` is paid once; where a case or its consequence lasts longer, it has to say per year. */
function checkYearly(checking: Checking, id: string, quantities: Quantities): void {
  const amount = quantities.at(`consequences.${id}.amount`);
  if (amount === undefined || (amount.unit.year ?? 0) < 0 || touched(checking, `consequences.${id}`)) return;
  const { of, lasts } = checking.content.consequences[id];
  const outcome = checking.content.outcomes[of];
  const once = (place: string, written: unknown) => {
    const quantity = quantities.at(place);
    return !toHorizon(written) && (quantity === undefined || (quantity.kind === "number" && quantity.value <= 1));
  };
  const shortOutcome = outcome === undefined || once(`outcomes.${of}.lasts`, outcome.lasts);
  if (shortOutcome && once(`consequences.${id}.lasts`, lasts)) return;
  report(checking, "amountOnceOrYearly", `consequences.${id}.amount`, { found: unitName(amount.unit) });
}

function checkCosts(checking: Checking, quantities: Quantities): void {
  const { content } = checking;
  const programmeYears = content.programme.years;
  const horizonYears = content.horizon ?? programmeYears;
  for (const [id, cost] of Object.entries(content.costs)) {
    const at = `costs.${id}`;
    if ((cost.amount === undefined) === (cost.post === undefined) && !touched(checking, at))
      report(checking, "costWays", at, {}, "key");
    const per = readPer(cost.per);
    if (per === undefined) report(checking, "perForm", `${at}.per`, { per: cost.per! });
    else if (per !== "once") needsTarget(checking, at);
    const when = readWhen(cost.when, programmeYears, horizonYears);
    if (!when.ok) {
      if (when.problem === "form") report(checking, "whenForm", `${at}.when`, { when: cost.when });
      else report(checking, "whenOutside", `${at}.when`, { when: cost.when, last: horizonYears - 1 });
    } else if (per === "once" && when.last > when.first) checkOnce(checking, id, quantities);
    if (typeof cost.paidBy === "string") checkLeaf(checking, cost.paidBy, `${at}.paidBy`);
    else checkPayers(checking, at, cost.paidBy, quantities);
  }
}

/** `amount: 50 000 kr` over several years: once, or each year? A list by year and `kr/year` say which. */
function checkOnce(checking: Checking, id: string, quantities: Quantities): void {
  const amount = quantities.at(`costs.${id}.amount`);
  const number = quantities.at(`costs.${id}.number`);
  if (amount === undefined || number === undefined || quantities.dimensions(amount).years) return;
  const yearly = (unit: Unit) => (unit.year ?? 0) < 0;
  if (yearly(amount.unit) || yearly(number.unit) || quantities.dimensions(number).years) return;
  report(checking, "costOnceOrYearly", `costs.${id}.amount`, { amount: shown(checking.content.costs[id].amount) });
}

function checkPayers(
  checking: Checking,
  at: string,
  payers: { readonly [actor: string]: unknown },
  quantities: Quantities,
): void {
  let sum = 0;
  let certain = true;
  for (const actor of Object.keys(payers)) {
    checkLeaf(checking, actor, `${at}.paidBy.${actor}`, "key");
    const share = quantities.at(`${at}.paidBy.${actor}`);
    if (share?.kind === "number") sum += share.value;
    else certain = false;
  }
  if (certain && Math.abs(sum - 1) > 1e-9)
    report(checking, "payerShares", `${at}.paidBy`, { sum: numberText(sum, true) }, "key");
}

function checkFormulas(checking: Checking, quantities: Quantities): void {
  const money = checking.words.money;
  for (const [id, formula] of Object.entries(checking.content.formulas)) {
    const at = `formulas.${id}`;
    if (formula.gains !== undefined) checkLeaf(checking, formula.gains, `${at}.gains`);
    if (formula.paidBy !== undefined) checkLeaf(checking, formula.paidBy, `${at}.paidBy`);
    const quantity = quantities.at(`${at}.value`);
    if (quantity === undefined || (formula.gains === undefined && formula.paidBy === undefined)) continue;
    const account = accountUnit(quantity.unit);
    const isMoney = Object.keys(account).length === 1 && account[money] === 1;
    if (!isMoney) report(checking, "formulaAccount", `${at}.value`, { found: unitName(quantity.unit) });
  }
}

/** Does the scenario speak of money at all? Then it needs a price year. */
export function hasMoney(checking: Checking, quantities: Quantities): boolean {
  return [...quantities.read.values()].some(
    (quantity) => !isPlain(quantity.unit) && quantity.unit[checking.words.money] !== undefined,
  );
}
