import type { Unit } from "../../engine/units/index.ts";
import { isSchedule, ratePlace } from "../discounting.ts";
import type { Checking } from "./checking.ts";
import { accountPlaces } from "./places/accounts.ts";
import { comparatorPlaces } from "./places/comparators.ts";
import { consequencePlaces } from "./places/consequences.ts";
import { costPlaces } from "./places/costs.ts";
import { financingPlaces } from "./places/financing.ts";
import { implementationPlaces } from "./places/implementation.ts";
import { optimismPlaces } from "./places/optimism.ts";
import { outcomePlaces } from "./places/outcomes.ts";
import { peoplePlaces } from "./places/people.ts";
import { riskPlaces } from "./places/risks.ts";
import { stopRulePlaces } from "./places/stopRules.ts";
import { type Add, factor, fixed, type Place, perYear, share, split, type Want } from "./places/want.ts";
import { worthPlaces } from "./places/worth.ts";
import { sharePlaces, splitsWhole } from "./sharesOfWhole.ts";

export type { Place, Range, Want } from "./places/want.ts";
export { accountUnit, toHorizon } from "./places/want.ts";

/** Every place of the content where a quantity may stand, with what it wants there; in no particular order. */
export function placesOf(checking: Checking, unitOfOutcome: (id: string) => Unit | undefined): Place[] {
  const { content, words } = checking;
  const places: Place[] = [];
  const add: Add = (path, value, want, name = path) => {
    if (value !== undefined) places.push({ name, path, value, ...(want === undefined ? {} : { want }) });
  };

  for (const [id, value] of Object.entries(content.quantities)) {
    if (splitsWhole(value)) places.push(...sharePlaces(checking, id, value));
    else add(`quantities.${id}`, value, undefined, id);
  }
  const rate: Want = { accepts: [perYear, share], range: "rate", ...fixed };
  if (isSchedule(content.discounting))
    for (const [band, own] of content.discounting.bands.entries()) add(ratePlace(band), own.rate, rate);
  else add("discounting", content.discounting, rate);
  peoplePlaces(add, content, unitOfOutcome);
  outcomePlaces(add, content, unitOfOutcome);
  for (const [design, row] of Object.entries(content.adjustments?.designs ?? {}))
    if (row !== undefined) add(`adjustments.designs.${design}.factor`, row.factor, { ...factor, ...fixed });

  comparatorPlaces(add, content, words.money, unitOfOutcome);
  worthPlaces(add, content, words.money, unitOfOutcome);
  consequencePlaces(add, content, words.money, unitOfOutcome);
  costPlaces(add, content, words.money);
  accountPlaces(add, content, words.money);
  optimismPlaces(add, content);
  implementationPlaces(add, content, words.money, unitOfOutcome);
  stopRulePlaces(add, content, words.money);
  financingPlaces(add, content, words.money, unitOfOutcome);
  riskPlaces(add, content, words.money);
  for (const [id, formula] of Object.entries(content.formulas))
    add(`formulas.${id}.value`, formula.value, { accepts: [], ...split });
  for (const [index, row] of content.reproduces.entries()) {
    add(`reproduces.${index}.value`, row.value, { accepts: [], ...fixed });
    add(`reproduces.${index}.within`, row.within, { accepts: [], range: "amount", ...fixed });
  }
  return places;
}
