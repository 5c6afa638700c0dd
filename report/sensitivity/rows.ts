import type { AnalysisRow } from "../../engine/sensitivity/analysis.ts";
import type { Naming } from "./naming.ts";

/** What a row is about, in words. */
export const rowTitle = ({ inputs, group }: Pick<AnalysisRow, "inputs" | "group">, naming: Naming): string =>
  group ?? inputs.map(naming.input).join(" × ");

export const isIndistinct = ({ indistinct }: AnalysisRow, measure: string): boolean =>
  indistinct?.includes(measure) ?? false;
