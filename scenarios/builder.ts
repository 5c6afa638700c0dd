import { UtfallError } from "../engine/issues.ts";
import { checkValue } from "./check.ts";
import type { CheckedScenario } from "./checked.ts";
import type { ScenarioInput } from "./schema/index.ts";
import type { PriceFiles } from "./unitCosts/priceFiles.ts";

/**
 * A scenario written in TypeScript: the same keys as the file, the same checks, the same hash as a file of the same content.
 * `format` may be left out.
 * @param prices where unit costs and price indices come from that the scenario does not hold itself: `priceFiles()`
 * @throws UtfallError with every problem found
 */
export function defineScenario(
  scenario: Omit<ScenarioInput, "format"> & { readonly format?: string },
  prices?: PriceFiles,
): CheckedScenario {
  const outcome = checkValue({ format: "utfall-scenario/1", ...scenario }, prices);
  if (!outcome.ok) throw new UtfallError(outcome.issues);
  return outcome.scenario;
}
