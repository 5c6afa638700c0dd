import type { Unit } from "../engine/units/index.ts";
import { parseFormula } from "./formula/parse.ts";
import type { ScenarioContent } from "./schema/index.ts";
import { unitWordsOf } from "./twins.ts";

/** A figure of the source that the run must give back: the mean, or for a return per krona the ratio of the means. */
export interface Reproduced {
  readonly figure: string;
  /** In base units. */
  readonly value: number;
  readonly within: number;
  readonly unit: Unit;
  readonly source?: string;
}

/** @throws Error where a number can't be read: then the content was never checked */
export function reproducesOf(content: ScenarioContent): readonly Reproduced[] {
  return content.reproduces.map(({ figure, value, within, source }) => {
    const wanted = plainNumber(content, value);
    return {
      figure,
      value: wanted.value,
      within: plainNumber(content, within).value,
      unit: wanted.unit,
      ...(source === undefined ? {} : { source }),
    };
  });
}

function plainNumber(content: ScenarioContent, written: unknown): { readonly value: number; readonly unit: Unit } {
  const parsed = parseFormula(String(written), unitWordsOf(content));
  if (parsed.ok) {
    const { expression } = parsed;
    if (expression.kind === "number") return expression;
    if (expression.kind === "unary" && expression.operator === "-" && expression.operand.kind === "number") {
      return { value: -expression.operand.value, unit: expression.operand.unit };
    }
  }
  throw new Error(`"${written}" is not a plain number`);
}
