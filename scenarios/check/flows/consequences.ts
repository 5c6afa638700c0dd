import { equalUnits, multiplyUnits, parseUnit, type Unit } from "../../../engine/units/index.ts";
import { groupsOfPeople } from "../../groups.ts";
import { suggestion } from "../../nearest.ts";
import { type Checking, report, touched } from "../checking.ts";
import { declaredUnder } from "../ids.ts";
import { countedBy } from "../places/consequences.ts";
import { moneyPer } from "../places/want.ts";
import { toHorizon } from "../places.ts";
import type { Quantities } from "../quantities.ts";
import { unitName, unitNames } from "../unitName.ts";
import { checkSteps } from "./cashable.ts";
import { checkEqualFunding } from "./equalFunding.ts";
import { needsTarget } from "./parties.ts";
import { checkSharers } from "./sharers.ts";

export function checkConsequences(checking: Checking, quantities: Quantities): void {
  const { content } = checking;
  const outcomes = Object.keys(content.outcomes);
  for (const [id, consequence] of Object.entries(content.consequences)) {
    const at = `consequences.${id}`;
    if (groupsOfPeople.includes(consequence.of)) needsTarget(checking, at);
    else if (!outcomes.includes(consequence.of) && !checking.broken.has(consequence.of)) {
      report(checking, "outcomeUnknown", `${at}.of`, {
        name: consequence.of,
        nearest: suggestion(consequence.of, [...declaredUnder(checking.source.value, "outcomes"), ...groupsOfPeople]),
      });
    }
    const counted = countedBy(consequence.of, (outcome) => unitOf(checking, outcome));
    const product = checkProduct(checking, id, counted, quantities);
    if (product !== undefined) checkYearly(checking, id, product, quantities);
    checkSteps(checking, id, counted, quantities);
    checkSharers(checking, `${at}.gains`, consequence.gains, quantities);
    checkSharers(checking, `${at}.loses`, consequence.loses, quantities);
    if (consequence.gains === undefined && consequence.loses === undefined && !touched(checking, at)) {
      report(checking, "consequenceNobody", at, { name: id }, "key");
    }
    checkEqualFunding(checking, at, consequence.equalFunding, consequence.gains, quantities);
  }
}

function unitOf({ content, words }: Checking, outcome: string): Unit | undefined {
  const unit = content.outcomes[outcome]?.unit;
  if (unit === undefined) return undefined;
  const parsed = parseUnit(unit, words);
  return parsed.ok ? parsed.unit : undefined;
}

/** The unit of number · amount, which has to be money per case, once or a year; undefined where that is not known. */
function checkProduct(
  checking: Checking,
  id: string,
  counted: Unit | undefined,
  quantities: Quantities,
): Unit | undefined {
  const at = `consequences.${id}`;
  const amount = quantities.at(`${at}.amount`);
  if (checking.content.consequences[id].number === undefined) return amount?.unit;
  const number = quantities.at(`${at}.number`);
  if (amount === undefined || number === undefined) return undefined;
  const found = multiplyUnits(number.unit, amount.unit);
  const wanted = counted === undefined ? [] : moneyPer(checking.words.money, counted);
  if (wanted.length === 0 || wanted.some((unit) => equalUnits(unit, found))) return found;
  report(checking, "numberTimesAmount", `${at}.number`, {
    number: unitName(number.unit),
    amount: unitName(amount.unit),
    found: unitName(found),
    wanted: unitNames(wanted),
  });
  return undefined;
}

/** `kr/case` is paid once; where a case or its consequence lasts longer, it has to say per year. */
function checkYearly(checking: Checking, id: string, unit: Unit, quantities: Quantities): void {
  if ((unit.year ?? 0) < 0 || touched(checking, `consequences.${id}`)) return;
  const { of, lasts, number } = checking.content.consequences[id];
  const outcome = checking.content.outcomes[of];
  const once = (place: string, written: unknown) => {
    const quantity = quantities.at(place);
    return !toHorizon(written) && (quantity === undefined || (quantity.kind === "number" && quantity.value <= 1));
  };
  // An outcome in hours or kr a year comes every year by itself.
  const measured = outcome && parseUnit(outcome.unit, checking.words);
  const yearly = measured?.ok === true && (measured.unit.year ?? 0) < 0;
  const shortOutcome = outcome === undefined || yearly || once(`outcomes.${of}.lasts`, outcome.lasts);
  if (shortOutcome && once(`consequences.${id}.lasts`, lasts)) return;
  const at = number === undefined ? "amount" : "number";
  const found =
    unitAsWritten(checking.content.consequences[id][at]) ?? unitName(quantities.at(`consequences.${id}.${at}`)!.unit);
  report(checking, "amountOnceOrYearly", `consequences.${id}.${at}`, { found });
}

/** `days/case` of `{ low: 5, best: 9, high: 15, unit: days/case }`: it need not be told in years. */
function unitAsWritten(written: unknown): string | undefined {
  if (typeof written !== "object" || written === null || !("unit" in written)) return undefined;
  return typeof written.unit === "string" ? written.unit.trim() : undefined;
}
