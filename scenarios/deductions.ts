import type { ScenarioContent } from "./schema/index.ts";

/** What may have to be taken off an effect before it is the programme's own, in the order in which it is. */
export const deductionNames = ["deadweight", "attribution", "displacement", "dropOff"] as const;
export type DeductionName = (typeof deductionNames)[number];

/** Those that take off cases when they arise; drop-off takes them off later. */
export const shareNames = ["deadweight", "attribution", "displacement"] as const;

/** Where the number stands, if the stated effect still contains it; undefined where it is taken off already, or nothing is said. */
export function grossPlace(content: ScenarioContent, outcome: string, name: DeductionName): string | undefined {
  const written = content.outcomes[outcome].deductions?.[name];
  return written?.gross === undefined ? undefined : `outcomes.${outcome}.deductions.${name}.gross`;
}

/** Those that are to be taken off. */
export const grossNames = (content: ScenarioContent, outcome: string): readonly DeductionName[] =>
  deductionNames.filter((name) => grossPlace(content, outcome, name) !== undefined);
