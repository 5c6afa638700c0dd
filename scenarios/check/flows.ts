import { isPlain } from "../../engine/units/index.ts";
import { checkAdjustments } from "./adjustments.ts";
import type { Checking } from "./checking.ts";
import { checkComponents } from "./components.ts";
import { checkAccounts } from "./flows/accounts.ts";
import { checkConsequences } from "./flows/consequences.ts";
import { checkCosts } from "./flows/costs.ts";
import { checkFinancing } from "./flows/financing.ts";
import { checkFormulas } from "./flows/formulas.ts";
import { checkImplementation } from "./flows/implementation.ts";
import { checkOutcomes } from "./flows/outcomes.ts";
import { checkPeople } from "./flows/people.ts";
import { checkOptimism } from "./optimism.ts";
import type { Quantities } from "./quantities.ts";

/** Who gains and pays, what of, when and for whom: everything about flows that is not a number. */
export function checkFlows(checking: Checking, quantities: Quantities): void {
  checkPeople(checking, quantities);
  checkOutcomes(checking, quantities);
  checkAdjustments(checking);
  checkConsequences(checking, quantities);
  checkCosts(checking, quantities);
  checkOptimism(checking);
  checkImplementation(checking, quantities);
  checkFormulas(checking, quantities);
  checkFinancing(checking, quantities);
  checkAccounts(checking);
  checkComponents(checking, quantities);
}

/** Does the scenario speak of money at all? Then it needs a price year. */
export function hasMoney(checking: Checking, quantities: Quantities): boolean {
  return [...quantities.read.values()].some(
    (quantity) => !isPlain(quantity.unit) && quantity.unit[checking.words.money] !== undefined,
  );
}
