import type { Figure } from "../../engine/result/result.ts";
import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import type { GapStep } from "../../engine/sensitivity/gap.ts";
import type { Naming } from "./naming.ts";
import { sensitivityWord } from "./words.ts";

/** The way from the best guess to the simulated mean, as a sentence; none for other methods. */
export function gapSentence({ method, unit, more }: Analysis, naming: Naming): readonly string[] {
  if (method !== "gap" || !Array.isArray(more?.steps)) return [];
  const steps: readonly GapStep[] = more.steps;
  const say = ({ value, se }: Figure) => naming.say(value, unit, se);
  return [
    sensitivityWord("gap", naming.language, Object.fromEntries(steps.map(({ step, figure }) => [step, say(figure)]))),
  ];
}
