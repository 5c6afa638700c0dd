import { basename } from "node:path";
import type { Language } from "../engine/issues.ts";
import { UtfallError } from "../engine/issues.ts";
import type { Result } from "../engine/result/result.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import { readScenarioFile } from "../scenarios/files.ts";
import { checkObserved, checkObservedValue } from "../scenarios/observed/check.ts";
import type { NamedObserved } from "../scenarios/observed/merge.ts";
import { BadInput } from "./badInput.ts";

/** A follow-up that has passed every check against its scenario. Throws BadInput with all that is wrong. */
export function openObserved(file: string, scenario: CheckedScenario, language?: Language): NamedObserved {
  const read = readScenarioFile(file);
  if (!read.ok) throw new UtfallError(read.issues);
  const outcome = checkObserved(read.text, file, scenario);
  if (!outcome.ok) throw new BadInput(outcome.issues, { file, text: read.text }, language);
  return { file: basename(file), observed: outcome.observed };
}

/** The follow-ups that a result was updated with, in their order; none where it was not. */
export function followUpsOf({ update }: Result, scenario: CheckedScenario): readonly NamedObserved[] {
  const names = (update?.trail ?? []).flatMap(({ followUps }) => followUps.map(({ file }) => file));
  return (update?.observed ?? []).map((content, index) => {
    const outcome = checkObservedValue(content, scenario);
    if (!outcome.ok) throw new UtfallError(outcome.issues);
    return { file: names[index] ?? "", observed: outcome.observed };
  });
}
