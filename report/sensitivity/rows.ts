import type { Language } from "../../engine/issues.ts";
import type { Analysis, AnalysisRow } from "../../engine/sensitivity/analysis.ts";
import { groupWords } from "./methodWords.ts";
import type { Naming } from "./naming.ts";

/** What a row is about, in words. */
export function rowTitle({ inputs, group }: Pick<AnalysisRow, "inputs" | "group">, naming: Naming): string {
  if (group === undefined) return inputs.map(naming.input).join(" × ");
  const own = Object.hasOwn(groupWords, group) ? groupWords[group][naming.language] : group;
  return `${own}: ${inputs.map(naming.input).join("; ")}`;
}

export const isIndistinct = ({ indistinct }: AnalysisRow, measure: string): boolean =>
  indistinct?.includes(measure) ?? false;

/** A name within a sentence; one that has quotation marks of its own stands without. */
export function quoted(name: string, language: Language): string {
  if (/[“”]/.test(name)) return name;
  return language === "sv" ? `”${name}”` : `“${name}”`;
}

/** The unit of a figure: that of its measure, or that of the input it is a value of. */
export const unitIn = ({ inputs }: AnalysisRow, { unit }: Analysis["measures"][number], naming: Naming): string =>
  unit === "input" ? naming.inputUnit(inputs[0]) : unit;
