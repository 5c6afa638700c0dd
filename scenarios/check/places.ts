import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { divideUnits, equalUnits, multiplyUnits, noUnit, type Unit } from "../../engine/units/index.ts";
import { adjustmentOf, factorPlace, isNought, spreadPlace } from "../adjustments.ts";
import type { Checking } from "./checking.ts";
import { sharePlaces, splitsWhole } from "./sharesOfWhole.ts";
import { readPer } from "./when.ts";

export type Range =
  | "probability"
  | "factor"
  | "duration"
  | "amount"
  | "markup"
  | "rate"
  | "change"
  | "reduction"
  | "ratio";

/** What a place wants of the quantity that stands there. */
export interface Want {
  /** Units that fit; the first is the one to suggest. Empty: any. */
  readonly accepts: readonly Unit[];
  /** Decides instead of the list, where the units of other places count too. */
  readonly fits?: (unit: Unit, unitOf: (place: string) => Unit | undefined) => boolean;
  readonly range?: Range;
  /** May it differ by year, by segment? */
  readonly years: boolean;
  readonly segments: boolean;
}

/** A place of the content where a quantity stands. */
export interface Place {
  /** How it is named: its path, or the name of a named quantity. */
  readonly name: string;
  /** Its path in the content. */
  readonly path: string;
  readonly value: unknown;
  readonly want?: Want;
  /** Of a formula whose distribution is known: that. */
  readonly margin?: DistributionSpec;
}

const share: Unit = noUnit;
const year: Unit = { year: 1 };
const perYear: Unit = { year: -1 };
const people: Unit = { people: 1 };
const newPeople: Unit = { people: 1, year: -1 };

const split = { years: true, segments: true };
const fixed = { years: false, segments: false };
const bySegment = { years: false, segments: true };

const probability: Want = { accepts: [share], range: "probability", ...split };
const change: Want = { accepts: [share], range: "change", ...split };
const reduction: Want = { accepts: [share], range: "reduction", ...split };
const factor: Want = { accepts: [share], range: "factor", ...split };
const size: Want = { accepts: [newPeople, people], range: "amount", ...split };
const duration: Want = { accepts: [year], range: "duration", ...bySegment };
const kept: Want = { accepts: [perYear, share], range: "probability", ...bySegment };
const growth: Want = { accepts: [perYear, share], range: "rate", ...bySegment };

/** The unit of money, with and without `/year`, per whatever stands below. */
function moneyPer(money: string, below: Unit): readonly Unit[] {
  const once = divideUnits({ [money]: 1 }, below);
  const yearly = divideUnits(once, year);
  return [yearly, once];
}

/** What an outcome counts when people are added up: cases for a share, else its unit without `per person` and `per year`. */
function countedUnit(unit: Unit): Unit {
  const left = Object.entries(unit).filter(([name]) => name !== "people" && name !== "year");
  return left.length === 0 ? { case: 1 } : Object.fromEntries(left);
}

/** Every place of the content where a quantity may stand, with what it wants there; in no particular order. */
export function placesOf(checking: Checking, unitOfOutcome: (id: string) => Unit | undefined): Place[] {
  const { content, words } = checking;
  const places: Place[] = [];
  const add = (path: string, value: unknown, want?: Want, name = path) => {
    if (value !== undefined) places.push({ name, path, value, ...(want === undefined ? {} : { want }) });
  };
  const money = words.money;

  for (const [id, value] of Object.entries(content.quantities)) {
    if (splitsWhole(value)) places.push(...sharePlaces(checking, id, value));
    else add(`quantities.${id}`, value, undefined, id);
  }
  add("discounting", content.discounting, { accepts: [perYear, share], range: "rate", ...fixed });
  add("target.size", content.target?.size, size);
  if (content.funnel !== undefined) {
    const { reached, accepted, dropout, dropouts } = content.funnel;
    add("funnel.reached", reached, probability);
    add("funnel.accepted", accepted, probability);
    add("funnel.dropout", dropout, probability);
    add("funnel.dropouts.effectKept", dropouts.effectKept, probability);
    add("funnel.dropouts.costKept", dropouts.costKept, probability);
  }

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
    add(`${at}.effect.changes.participants`, outcome.effect.changes?.participants, change);
    add(`${at}.effect.changes.comparison`, outcome.effect.changes?.comparison, change);
    for (const way of ["relativeRisk", "oddsRatio", "hazardRatio"] as const)
      add(`${at}.effect.${way}`, outcome.effect[way], { accepts: [share], range: "ratio", ...split });
    add(`${at}.effect.smd`, outcome.effect.smd, { accepts: [share], ...split });
    const adjustment = adjustmentOf(content, id);
    if (adjustment !== undefined) {
      const stated = outcome.effect.points === undefined ? [share] : level.accepts;
      if (adjustment.design === undefined) add(factorPlace(adjustment), adjustment.factor, factor);
      const spread = { accepts: stated, ...fixed };
      add(`${adjustment.path}.extraSd`, spreadOf(adjustment.extraSd), spread, spreadPlace(id));
    }
    add(`${at}.effect.buildUp`, outcome.effect.buildUp, factor);
    add(`${at}.fidelity`, outcome.fidelity, factor);
    add(`${at}.starts`, outcome.starts, duration);
    if (!toHorizon(outcome.lasts)) add(`${at}.lasts`, outcome.lasts, duration);
    add(`${at}.keeps`, outcome.keeps, kept);
  }

  for (const [design, row] of Object.entries(content.adjustments?.designs ?? {}))
    if (row !== undefined) add(`adjustments.designs.${design}.factor`, row.factor, { ...factor, ...fixed });

  for (const [id, consequence] of Object.entries(content.consequences)) {
    const at = `consequences.${id}`;
    const outcome = unitOfOutcome(consequence.of);
    const groups = ["enrolled", "completed", "everyone"];
    const below = groups.includes(consequence.of) ? people : outcome === undefined ? undefined : countedUnit(outcome);
    add(`${at}.share`, consequence.share, probability);
    add(`${at}.amount`, consequence.amount, { accepts: below === undefined ? [] : moneyPer(money, below), ...split });
    add(`${at}.starts`, consequence.starts, duration);
    if (!toHorizon(consequence.lasts)) add(`${at}.lasts`, consequence.lasts, duration);
    add(`${at}.keeps`, consequence.keeps, kept);
    add(`${at}.drift`, consequence.drift, growth);
  }

  for (const [id, cost] of Object.entries(content.costs)) {
    const at = `costs.${id}`;
    const perPerson = cost.per === "enrolled" || cost.per === "completed";
    const here = { years: true, segments: perPerson };
    const counted: Unit = perPerson ? people : cost.per === undefined ? share : { group: 1 };
    add(`${at}.amount`, cost.amount, {
      accepts: perPerson ? moneyPer(money, people).toReversed() : moneyPer(money, share),
      fits: (unit, unitOf) => {
        const number = unitOf(`${at}.number`);
        return number === undefined || readPer(cost.per) === undefined || isMoneyFlow(unit, number, counted, money);
      },
      ...here,
    });
    if (cost.post !== undefined) {
      const salary = { [money]: 1, year: -1 };
      add(`${at}.post.salary`, cost.post.salary, {
        accepts: [salary, divideUnits(salary, { post: 1 })],
        range: "amount",
        ...here,
      });
      add(`${at}.post.charges`, cost.post.charges, { accepts: [share], range: "markup", ...here });
      add(`${at}.post.overhead`, cost.post.overhead, { accepts: [share], range: "markup", ...here });
    }
    const posts = cost.post === undefined ? { accepts: [share], fits: () => true } : { accepts: [share, { post: 1 }] };
    add(`${at}.number`, cost.number, { ...posts, range: "amount", ...here });
    add(`${at}.drift`, cost.drift, growth);
    if (typeof cost.paidBy === "object") {
      for (const [actor, part] of Object.entries(cost.paidBy))
        add(`${at}.paidBy.${actor}`, part, { accepts: [share], range: "probability", ...fixed });
    }
  }

  for (const [id, formula] of Object.entries(content.formulas))
    add(`formulas.${id}.value`, formula.value, { accepts: [], ...split });
  for (const [index, row] of content.reproduces.entries()) {
    add(`reproduces.${index}.value`, row.value, { accepts: [], ...fixed });
    add(`reproduces.${index}.within`, row.within, { accepts: [], range: "amount", ...fixed });
  }
  return places;
}

/** A further spread about what is stated; a 0 is none. */
const spreadOf = (extraSd: unknown): unknown => (isNought(extraSd) ? extraSd : { mean: 0, sd: extraSd });

/** Does amount · number · people (or groups) give money, once or per year? */
function isMoneyFlow(amount: Unit, number: Unit, counted: Unit, money: string): boolean {
  const { year: _year, ...total } = multiplyUnits(amount, number);
  const wanted: Unit = { [money]: 1 };
  if (equalUnits(multiplyUnits(total, counted), wanted)) return true;
  // Groups need not be named in the unit: the amount is kr per group.
  return counted.group === 1 && equalUnits(total, wanted);
}

export const toHorizon = (lasts: unknown): boolean => typeof lasts === "string" && lasts.trim() === "to horizon";

/** The same flow of money whatever it is counted by: person = case, and any number of `/year` counts as one. */
export function accountUnit(unit: Unit): Unit {
  const { year: _year, case: cases = 0, people: persons = 0, ...rest } = unit;
  return cases + persons === 0 ? rest : multiplyUnits(rest, { people: cases + persons });
}
