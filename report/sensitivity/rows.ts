import type { Language } from "../../engine/issues.ts";
import type { Figure } from "../../engine/result/result.ts";
import type { Analysis, AnalysisRow } from "../../engine/sensitivity/analysis.ts";
import { groupWords } from "./methodWords.ts";
import type { Naming } from "./naming.ts";
import { sensitivityWord } from "./words.ts";

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

/** A figure and its interval, in the unit of its measure, or in that of the input it is a value of. */
export function sayFigure(
  { inputs }: AnalysisRow,
  { unit }: Analysis["measures"][number],
  figure: Figure,
  naming: Naming,
): { readonly value: string; readonly interval: string } {
  const { value, se } = figure;
  // Of a pair, the values are those of the second as the first moves.
  const name = inputs[inputs.length - 1];
  return unit === "input"
    ? { value: naming.sayInput(name, value, se), interval: naming.inputInterval(name, figure) }
    : { value: naming.say(value, unit, se), interval: naming.interval(figure, unit) };
}

/** An interval of an input's value, in parentheses after it; where both its ends read alike, that. */
export function intervalAfter(input: string, figure: Figure, naming: Naming): string {
  const [low, high] = [figure.low, figure.high].map((end) => naming.sayInput(input, end, figure.se));
  if (low === high) return sensitivityWord("withinRounding", naming.language);
  return sensitivityWord("intervalOf", naming.language, { interval: naming.inputInterval(input, figure) });
}
