import type { Analysis } from "../../engine/sensitivity/analysis.ts";
import type { OutcomeBox } from "../../engine/sensitivity/prim.ts";
import { sayBox } from "../../engine/sensitivity/sayBox.ts";
import type { Naming } from "./naming.ts";
import { quoted } from "./rows.ts";

/** Boxes of values that lead to an outcome, as sentences; none for other methods. */
export function boxSentences({ method, more }: Analysis, unit: string, naming: Naming): readonly string[] {
  if (method !== "prim" || !Array.isArray(more?.boxes)) return [];
  const { language } = naming;
  const boxes: readonly OutcomeBox[] = more.boxes;
  return boxes.flatMap((box) => {
    const titles = box.restrictions.map(({ input }) => naming.input(input));
    const common = commonBeginning(titles);
    const shown = titles.map((title) => (common === "" ? quoted(title, language) : title.slice(common.length)));
    const names = new Map(shown.map((title, k) => [title, box.restrictions[k].input]));
    const restrictions = box.restrictions.map((own, k) => ({ ...own, input: shown[k] }));
    const sentences = sayBox({ ...box, restrictions }, language, {
      value: (title, value) => naming.sayInput(names.get(title) ?? title, value, 0),
      // Whole percents, or as many decimals as a small share needs.
      share: (share) => naming.say(share, "share", Math.min(0.1, share)),
      outcome: (value) => naming.say(value, unit, 0),
      output: quoted(naming.output(box.of), language),
      ...(common === "" ? {} : { common: quoted(common.replace(/[,:] $/, ""), language) }),
    });
    return sentences.map((sentence) => `${sentence}.`);
  });
}

/** What several titles begin with, up to the comma or colon after which they differ. */
function commonBeginning([first, ...others]: readonly string[]): string {
  if (others.length === 0) return "";
  const beginnings = [...first.matchAll(/[,:] /g)].map(({ index }) => first.slice(0, index + 2));
  return beginnings.findLast((own) => others.every((other) => other.startsWith(own))) ?? "";
}
