import { say } from "../../engine/issues.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedInput, CheckOutcome } from "../../scenarios/checked.ts";

/** A scenario that is little more than one uncertain quantity. */
export function outcomeOf(quantity: unknown): CheckOutcome {
  return checkValue({
    format: "utfall-scenario/1",
    id: "support",
    title: "Support",
    priceYear: 2025,
    discounting: "3.5 %/year",
    quantities: { x: quantity },
    formulas: { y: "= x" },
  });
}

export function inputOf(quantity: unknown): CheckedInput {
  const outcome = outcomeOf(quantity);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => say(issue, "en").found).join("\n"));
  return outcome.scenario.inputs[0];
}

/** Codes with the values of their words. */
export function problemsOf(quantity: unknown): readonly { readonly code: string; readonly [key: string]: unknown }[] {
  const outcome = outcomeOf(quantity);
  return (outcome.ok ? outcome.scenario.warnings : outcome.issues).map(({ code, path, with: values }) => ({
    code,
    path,
    ...values,
  }));
}
