import type { Issue } from "../../engine/issues.ts";
import { patched } from "../check/patch.ts";
import { checkValue } from "../check.ts";
import type { CheckedScenario, CheckOutcome } from "../checked.ts";
import type { PriceFiles } from "../unitCosts/priceFiles.ts";
import type { Alternative } from "./alternative.ts";

/** An alternative compares the same programme for the same people: what it is called and whom it is for stays. */
const fixed: ReadonlySet<string> = new Set([
  ...["$schema", "format", "id", "version", "language", "currency", "priceYear"],
  ...["actors", "perspectives", "criteria", "success", "options", "comparators", "target.segments"],
]);

/** The scenario as an alternative has it, as an option of the file would: its own paths alone are drawn anew. */
export function changed(
  checked: CheckedScenario,
  { id, set, distributions = {} }: Alternative,
  prices?: PriceFiles,
): CheckOutcome {
  const paths: string[] = [];
  let scenario: CheckedScenario = checked;
  if (set !== undefined) {
    // Its options and what it is held against are scenarios of their own.
    const { options: _, comparators: __, ...content } = structuredClone(checked.content);
    const issues: Issue[] = [];
    const source = { file: "", text: "", value: content, extents: new Map() };
    const { source: written, changes } = patched({ source, content, issues, broken: new Set() }, id, set, fixed);
    if (issues.length > 0) return { ok: false, issues };
    const outcome = checkValue(written.value, prices);
    if (!outcome.ok) return outcome;
    scenario = outcome.scenario;
    paths.push(...changes.map(({ keys }) => keys.join(".")));
  }
  const inputs = scenario.inputs.map((input) =>
    Object.hasOwn(distributions, input.place) ? { ...input, distribution: distributions[input.place] } : input,
  );
  const option = {
    id,
    paths: [...(checked.option?.paths ?? []), ...paths],
    without: checked.option?.without ?? [],
    yearsLater: 0,
  };
  return { ok: true, scenario: { ...scenario, inputs, option } };
}
