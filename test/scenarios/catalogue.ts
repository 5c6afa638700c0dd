import { readFileSync } from "node:fs";
import { checkText } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";

export const folder = new URL("../../scenarios/", import.meta.url);

/** A scenario of the catalogue, by its file. */
export function load(file: string): CheckedScenario {
  return checked(readFileSync(new URL(file, folder), "utf8"), file);
}

/** A text that must pass the check. */
export function checked(text: string, file = "test.yaml"): CheckedScenario {
  const outcome = checkText(text, file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, undefined, 1));
  return outcome.scenario;
}
