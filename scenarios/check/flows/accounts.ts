import { budgetYearsOf } from "../../calendar.ts";
import { actorParts } from "../../ids.ts";
import { suggestion } from "../../nearest.ts";
import { type Checking, report } from "../checking.ts";
import { checkLeaf } from "./parties.ts";

/** The sections that look at the accounts as a whole: whom they name. */
export function checkAccounts(checking: Checking): void {
  const { content } = checking;
  const perspectives = Object.keys(content.perspectives);
  const everybody = [...Object.keys(actorParts(content.actors)), ...perspectives];
  const { taxation } = content;
  if (taxation !== undefined) {
    checkNames(checking, "taxation.of", taxation.of, everybody);
    if (taxation.to !== undefined) checkNames(checking, "taxation.to", taxation.to, perspectives);
  }
  checkBudget(checking, everybody);
  for (const actor of Object.keys(content.weights?.incomes ?? {}))
    checkLeaf(checking, actor, `weights.incomes.${actor}`, "key");
}

function checkBudget(checking: Checking, everybody: readonly string[]): void {
  const { budget, programme, priceYear } = checking.content;
  if (budget === undefined) return;
  if (budget.of !== undefined) checkNames(checking, "budget.of", budget.of, everybody);
  if (programme.start === undefined && !checking.broken.has("programme"))
    report(checking, "budgetStart", "budget", {}, "key");
  const years = budgetYearsOf(checking.content);
  if (years === undefined || priceYear === undefined || !Array.isArray(budget.inflation)) return;
  const steps = Math.max(years.last - priceYear, 1);
  if (budget.inflation.length > steps)
    report(checking, "inflationYears", "budget.inflation", {
      length: budget.inflation.length,
      priceYear,
      last: years.last,
      steps,
    });
}

function checkNames(checking: Checking, place: string, names: readonly string[], known: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (known.includes(name) || checking.broken.has(name)) continue;
    const own = `${place}.${index}`;
    const path = checking.source.extents.has(own) ? own : place;
    report(checking, "perspectiveUnknown", path, { name, nearest: suggestion(name, known) });
  }
}
