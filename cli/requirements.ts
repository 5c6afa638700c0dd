import { type Issue, type Language, UtfallError } from "../engine/issues.ts";
import type { Result } from "../engine/result/result.ts";
import { percent } from "../report/format.ts";
import { suggestion } from "../scenarios/nearest.ts";
import { readChance } from "./options.ts";
import { word } from "./words.ts";

/** `--require gain=80%`: the chance of that criterion must be at least so large. */
export interface Requirement {
  readonly criterion: string;
  readonly chance: number;
  /** The chance as it was written. */
  readonly written: string;
}

/** What is asked for, and what of it can't be read. */
export function readRequirements(texts: readonly string[]): {
  readonly requirements: readonly Requirement[];
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const requirements = texts.map((text) => {
    const cut = text.indexOf("=");
    const written = text.slice(cut + 1).trim();
    const chance = cut > 0 ? readChance(written) : undefined;
    if (chance === undefined) {
      issues.push({ code: "optionValue", with: { option: "--require", value: text, wanted: "gain=80% | gain=0.8" } });
    }
    return { criterion: text.slice(0, Math.max(cut, 0)).trim(), chance: chance ?? 0, written };
  });
  return { requirements, issues };
}

/** Throws UtfallError `criterionUnknown` for those that name no criterion. */
export function checkRequirements(requirements: readonly Requirement[], criteria: readonly string[]): void {
  const unknown = requirements.filter(({ criterion }) => !criteria.includes(criterion));
  if (unknown.length === 0) return;
  throw new UtfallError(
    unknown.map(({ criterion }) => ({
      code: "criterionUnknown",
      with: { name: criterion, nearest: suggestion(criterion, criteria) },
    })),
  );
}

/** Whether all are met, and a line for each. The value decides; a line says where its error leaves it open. */
export function judge(
  requirements: readonly Requirement[],
  result: Result,
  language: Language,
): { readonly met: boolean; readonly lines: readonly string[] } {
  const judged = requirements.map(({ criterion, chance, written }) => {
    const { probability } = result.criteria[criterion];
    const met = probability.value >= chance;
    const open = probability.low <= chance && chance <= probability.high && probability.se > 0;
    const line = word(met ? "met" : "unmet", language, {
      criterion,
      chance: percent(probability.value, language, { se: probability.se }),
      asked: written,
    });
    return { met, line: line + (open ? word("closeCall", language) : "") };
  });
  return { met: judged.every(({ met }) => met), lines: judged.map(({ line }) => line) };
}
