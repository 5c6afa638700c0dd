import { isPlain } from "../../../engine/units/index.ts";
import { isPostponed } from "../../effects.ts";
import { measurementPlace } from "../../measurement.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";

/** How an outcome is followed up: in one way, of a level that there is. */
export function checkMeasurement(checking: Checking, id: string, quantities: Quantities): void {
  const { effect, measurement, baseline } = checking.content.outcomes[id];
  const at = measurementPlace(id);
  if (measurement === undefined || touched(checking, at)) return;
  if (isPostponed(effect)) report(checking, "figurePostponed", at, { outcome: id }, "key");
  else if (baseline === undefined && effect.shares === undefined && !touched(checking, `outcomes.${id}`))
    report(checking, "figureBaseline", at, { outcome: id }, "key");
  const { sd, participants, comparison, sdBetweenPeople } = measurement;
  const ofPeople = [participants, comparison, sdBetweenPeople].some((own) => own !== undefined);
  if (sd !== undefined && ofPeople) {
    report(checking, "measurementTwoWays", at, {}, "key");
    return;
  }
  const unit = quantities.at(`outcomes.${id}.baseline`)?.unit;
  if (sd !== undefined || unit === undefined) return;
  if (isPlain(unit) && sdBetweenPeople !== undefined)
    report(checking, "measurementOfShare", `${at}.sdBetweenPeople`, {}, "key");
  if (!isPlain(unit) && sdBetweenPeople === undefined) report(checking, "measurementSpread", at, {}, "key");
}
