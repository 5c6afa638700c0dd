import { isPlain } from "../../../engine/units/index.ts";
import { effectWays, isOfTwo, isPostponed, needsNoBaseline, oddsWayOf } from "../../effects.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { checkMeasurement } from "./measurement.ts";
import { needsTarget } from "./parties.ts";
import { checkPostponed } from "./postponed.ts";

export function checkOutcomes(checking: Checking, quantities: Quantities): void {
  for (const [id, outcome] of Object.entries(checking.content.outcomes)) {
    const at = `outcomes.${id}`;
    const { effect } = outcome;
    const given = effectWays.filter((way) => effect[way] !== undefined);
    if (given.length !== 1 && !touched(checking, `${at}.effect`))
      report(checking, "effectWays", `${at}.effect`, { given: given.length === 0 ? "0" : given.join(", ") }, "key");
    if (!needsNoBaseline(effect) && outcome.baseline === undefined && given.length > 0 && !touched(checking, at)) {
      report(checking, "baselineMissing", at, { name: id }, "key");
    }
    if (effect.measuredOn === undefined && !touched(checking, `${at}.effect`))
      report(checking, "measuredOnMissing", `${at}.effect`, { name: id }, "key");
    if (outcome.better === "higher" && effect.relativeReduction !== undefined)
      report(checking, "reductionOfGood", `${at}.effect.relativeReduction`, {}, "key");
    const way = oddsWayOf(effect) ?? (isPostponed(effect) ? "postponedBy" : undefined);
    if (way !== undefined && !touched(checking, at)) {
      const unit = quantities.at(`${at}.baseline`)?.unit;
      if (unit !== undefined && !isPlain(unit))
        report(checking, "effectOfShare", `${at}.effect.${way}`, { way }, "key");
    }
    const buildUp = quantities.at(`${at}.effect.buildUp`);
    if (buildUp?.unit.year === 1 && quantities.dimensions(buildUp).years)
      report(checking, "yearsNotHere", `${at}.effect.buildUp`);
    for (const [name, written] of Object.entries(outcome.deductions ?? {})) {
      const path = `${at}.deductions.${name}`;
      if ((written.gross === undefined) === (written.net === undefined) && !touched(checking, path))
        report(checking, "deductionForm", path, { name }, "key");
    }
    if (isPostponed(effect)) checkPostponed(checking, id, quantities);
    if (effect.difference !== undefined) checkDifference(checking, id);
    if (effect.se !== undefined) report(checking, "seBeside", `${at}.effect.se`, {}, "key");
    if (effect.referenceClass !== undefined) {
      const certain = given.some((way) => quantities.at(`${at}.effect.${way}`)?.kind === "number");
      const code = certain ? "referenceClassSpread" : "referenceClassPlace";
      report(checking, code, `${at}.effect.referenceClass`, {}, "key");
    }
    checkMeasurement(checking, id, quantities);
    if (outcome.among === undefined) needsTarget(checking, at);
  }
}

/** Where a difference is stated as two changes, both have to be there and nothing else. */
function checkDifference(checking: Checking, id: string): void {
  const { difference } = checking.content.outcomes[id].effect;
  const path = `outcomes.${id}.effect.difference`;
  if (!isOfTwo(difference)) return;
  const keys = ["participants", "comparison"];
  if (Object.keys(difference).sort().join() !== keys.sort().join())
    report(checking, "differenceParts", path, {}, "key");
}
