import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import type { OutcomeBox } from "../../engine/sensitivity/prim.ts";
import { sayBox } from "../../engine/sensitivity/sayBox.ts";
import type { Naming } from "./naming.ts";

/** Boxes of values that lead to an outcome, as sentences; none for other methods. */
export function boxSentences({ method, more }: Analysis, unit: string, naming: Naming): readonly string[] {
  if (method !== "prim" || !Array.isArray(more?.boxes)) return [];
  const boxes: readonly OutcomeBox[] = more.boxes;
  return boxes.flatMap((box) => {
    const names = new Map(box.restrictions.map(({ input }) => [naming.input(input), input]));
    const restrictions = box.restrictions.map((own) => ({ ...own, input: naming.input(own.input) }));
    const sentences = sayBox({ ...box, restrictions }, naming.language, {
      value: (title, value) => naming.say(value, naming.inputUnit(names.get(title) ?? title), 0),
      share: (share) => naming.say(share, "share", 0.005),
      outcome: (value) => naming.say(value, unit, 0),
      output: `”${naming.output(box.of)}”`,
    });
    return sentences.map((sentence) => `${sentence}.`);
  });
}
