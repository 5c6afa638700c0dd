import { equalUnits, type Unit } from "../../../engine/units/index.ts";
import { adjustmentOf, factorPlace, isNought, spreadPlace } from "../../adjustments.ts";
import { deductionNames } from "../../deductions.ts";
import { growthScorePlace, isInPoints, isOfTwo, isPostponed } from "../../effects.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { isLearningRate } from "../../schema/learning.ts";
import { componentPlaces } from "./components.ts";
import { measurementPlaces } from "./measurement.ts";
import {
  type Add,
  bySegment,
  change as changeOfShare,
  duration,
  factor,
  fixed,
  keptPlaces,
  perYear,
  probability,
  reduction,
  share,
  size,
  split,
  toHorizon,
  type Want,
  year,
} from "./want.ts";

/** By year a share, which passes 100 % where more comes than was stated; or the time until all of the effect is there. */
const shareOrTime: Want = {
  accepts: [share, year],
  range: (unit) => (unit.year === 1 ? "duration" : "factor"),
  ...split,
};

const dropping: Want = { accepts: [perYear, share], range: "probability", ...bySegment };
const growing: Want = { accepts: [perYear, share], range: "factor", ...fixed };

/** Places of the outcomes: what the level is without the programme, what changes, for how long. */
export function outcomePlaces(
  add: Add,
  content: ScenarioContent,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  for (const [id, outcome] of Object.entries(content.outcomes)) {
    const at = `outcomes.${id}`;
    const unit = unitOfOutcome(id);
    const level: Want =
      unit === undefined
        ? { accepts: [], ...split }
        : { accepts: [unit], range: equalUnits(unit, share) ? "probability" : "amount", ...split };
    add(`${at}.baseline`, outcome.baseline, level);
    add(`${at}.among`, outcome.among, size);
    add(`${at}.effect.relativeReduction`, outcome.effect.relativeReduction, reduction);
    add(`${at}.effect.points`, outcome.effect.points, { accepts: level.accepts, ...split });
    const { changes, shares, difference } = outcome.effect;
    const change = { accepts: level.accepts, ...split };
    for (const group of ["participants", "comparison"] as const) {
      add(`${at}.effect.changes.${group}`, changes?.[group], changeOfShare);
      add(`${at}.effect.shares.${group}`, shares?.[group], level);
      if (isOfTwo(difference)) add(`${at}.effect.difference.${group}`, difference[group], change);
    }
    if (!isOfTwo(difference)) add(`${at}.effect.difference`, difference, change);
    add(`${at}.effect.postponedBy`, outcome.effect.postponedBy, duration);
    for (const way of ["relativeRisk", "oddsRatio", "hazardRatio"] as const)
      add(`${at}.effect.${way}`, outcome.effect[way], { accepts: [share], range: "ratio", ...split });
    add(`${at}.effect.smd`, outcome.effect.smd, { accepts: [share], ...split });
    const adjustment = adjustmentOf(content, id);
    if (adjustment !== undefined) {
      const stated = isPostponed(outcome.effect) ? [year] : isInPoints(outcome.effect) ? level.accepts : [share];
      if (adjustment.design === undefined) add(factorPlace(adjustment), adjustment.factor, factor);
      const spread = { accepts: stated, ...fixed };
      add(`${adjustment.path}.extraSd`, spreadOf(adjustment.extraSd), spread, spreadPlace(id));
    }
    add(`${at}.effect.buildUp`, outcome.effect.buildUp, shareOrTime);
    componentPlaces(add, `${at}.effect.byComponent`, outcome.effect.byComponent);
    add(`${at}.fidelity`, outcome.fidelity, factor);
    if (isLearningRate(outcome.learning)) {
      add(`${at}.learning.perCohort`, outcome.learning.perCohort, { accepts: [share], range: "rate", ...bySegment });
      add(`${at}.learning.most`, outcome.learning.most, { ...factor, years: false });
    } else add(`${at}.learning`, outcome.learning, changeOfShare);
    add(`${at}.starts`, outcome.starts, duration);
    if (!toHorizon(outcome.lasts)) add(`${at}.lasts`, outcome.lasts, duration);
    keptPlaces(add, at, outcome.keeps);
    for (const name of deductionNames) {
      const want = name === "dropOff" ? dropping : probability;
      add(`${at}.deductions.${name}.gross`, outcome.deductions?.[name]?.gross, want);
      add(`${at}.deductions.${name}.net`, outcome.deductions?.[name]?.net, want);
    }
    measurementPlaces(add, `${at}.measurement`, outcome.measurement, level.accepts);
    const { uncertaintyGrows } = outcome;
    add(`${at}.uncertaintyGrows`, uncertaintyGrows, growing);
    if (uncertaintyGrows !== undefined && !isNought(uncertaintyGrows))
      add(`${at}.uncertaintyGrows`, { mean: 0, sd: 1 }, { accepts: [share], ...fixed }, growthScorePlace(id));
  }
}

/** A further spread about what is stated; a 0 is none. */
const spreadOf = (extraSd: unknown): unknown => (isNought(extraSd) ? extraSd : { mean: 0, sd: extraSd });
