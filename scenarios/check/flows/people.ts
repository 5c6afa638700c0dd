import type { Quantity } from "../../checked.ts";
import { isPostponed } from "../../effects.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Checking, report, touched } from "../checking.ts";
import { isZero, type Quantities } from "../quantities.ts";
import { needsTarget } from "./parties.ts";

type Funnel = NonNullable<ScenarioContent["funnel"]>;

/** The target group and its way through the programme: everything that is not a number by itself. */
export function checkPeople(checking: Checking, quantities: Quantities): void {
  const { target, funnel } = checking.content;
  if (target !== undefined && !touched(checking, "target")) {
    const given = (["size", "stock"] as const).filter((way) => target[way] !== undefined);
    if (given.length !== 1) report(checking, "targetWays", "target", { given: listed(given) }, "key");
    const planned = quantities.at("target.planned");
    if (planned !== undefined && !isCertain(planned)) report(checking, "plannedUncertain", "target.planned");
  }
  const mayBeHarmed = funnel?.harmed !== undefined || funnel?.dropouts.harmed !== undefined;
  for (const [id, { of }] of Object.entries(checking.content.consequences)) {
    if (of === "harmed" && !mayBeHarmed && !touched(checking, "funnel"))
      report(checking, "harmNobody", `consequences.${id}.of`, { place: id });
  }
  for (const id of Object.keys(checking.content.outcomes)) checkHarm(checking, id, mayBeHarmed);
  if (funnel === undefined) return;
  needsTarget(checking, "funnel");
  checkCapacity(checking, funnel);
  checkDropouts(checking, quantities, funnel);
}

const listed = (given: readonly string[]): string => (given.length === 0 ? "0" : given.join(", "));

const isCertain = (quantity: Quantity): boolean => {
  if (quantity.kind === "bySegment") return Object.values(quantity.items).every(isCertain);
  if (quantity.kind === "byYear") return quantity.items.every(isCertain);
  return quantity.kind === "number";
};

function checkCapacity(checking: Checking, { capacity }: Funnel): void {
  const at = "funnel.capacity";
  if (capacity === undefined || touched(checking, at)) return;
  const { places, posts, perPost, order } = capacity;
  const given = Object.entries({ places, posts, perPost }).flatMap(([key, own]) => (own === undefined ? [] : [key]));
  if (!["places", "posts,perPost"].includes(given.join())) {
    report(checking, "capacityWays", at, { given: listed(given) }, "key");
  }
  if (order === undefined) return;
  const segments = Object.keys(checking.content.target?.segments ?? {});
  for (const id of new Set([...segments, ...order])) {
    if (segments.includes(id) && order.filter((own) => own === id).length === 1) continue;
    report(checking, "capacityOrder", `${at}.order`, { id });
    return;
  }
}

function checkDropouts(checking: Checking, quantities: Quantities, { dropouts }: Funnel): void {
  const at = "funnel.dropouts";
  const { stages, dose } = dropouts;
  if (touched(checking, at)) return;
  const isSaid = (place: string) => {
    const quantity = quantities.at(place);
    return quantity !== undefined && !isZero(quantity);
  };
  const twice = (first: string, second: string) =>
    report(checking, "dropoutTwoWays", `${at}.${second}`, { first, second: `dropouts.${second}` }, "key");
  if (stages !== undefined && isSaid("funnel.dropout")) twice("dropout", "stages");
  if (dose !== undefined) {
    if (isSaid(`${at}.effectKept`)) twice("dropouts.effectKept", "dose");
    const { threshold, from, full } = dose;
    const isOne = (threshold === undefined) !== (full === undefined);
    if (!isOne || (from !== undefined && full === undefined)) report(checking, "doseForm", `${at}.dose`, {}, "key");
  }
  for (const key of ["dose", "costOver"] as const) {
    if (dropouts[key] !== undefined && stages === undefined)
      report(checking, "doseWithoutStages", `${at}.${key}`, { key }, "key");
  }
  checkTimes(checking, quantities, stages ?? []);
}

/** The ends of stages are certain, and each later than the one before. */
function checkTimes(checking: Checking, quantities: Quantities, stages: readonly unknown[]): void {
  let before = 0;
  for (const index of stages.keys()) {
    const at = `funnel.dropouts.stages.${index}.until`;
    const until = quantities.at(at);
    if (until === undefined) return;
    if (until.kind !== "number") report(checking, "stageCertain", at, { key: "until" });
    else if (until.value <= before) report(checking, "stageTimes", at);
    if (until.kind !== "number" || until.value <= before) return;
    before = until.value;
  }
}

/** What harm means for an outcome: said in one way, of people who are not in the measured effect already. */
function checkHarm(checking: Checking, id: string, mayBeHarmed: boolean): void {
  const { harm, effect, among, baseline } = checking.content.outcomes[id];
  const at = `outcomes.${id}.harm`;
  if (harm === undefined || touched(checking, `outcomes.${id}`)) return;
  const given = (["points", "relative"] as const).filter((way) => harm[way] !== undefined);
  if (given.length !== 1) report(checking, "harmWays", at, { given: listed(given) }, "key");
  else if (harm.relative !== undefined && baseline === undefined)
    report(checking, "baselineMissing", at, { name: id }, "key");
  if (isPostponed(effect)) report(checking, "harmPostponed", at, { name: id }, "key");
  else if (among !== undefined || effect.measuredOn !== "completed")
    report(checking, "harmMeasured", at, { name: id }, "key");
  else if (!mayBeHarmed && !touched(checking, "funnel")) report(checking, "harmNobody", at, { place: id }, "key");
}
