import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report } from "./checking.ts";

/** Other programmes: their outcome is one of the file's. */
export function checkComparators(checking: Checking): void {
  const { content, broken } = checking;
  const outcomes = Object.keys(content.outcomes);
  for (const [id, { of, source }] of Object.entries(content.comparators ?? {})) {
    const at = `comparators.${id}`;
    const name = of.trim();
    if (!outcomes.includes(name) && !broken.has(name))
      report(checking, "outcomeUnknown", `${at}.of`, { name, nearest: suggestion(name, outcomes) });
    if (source !== undefined) checkSource(checking, source, `${at}.source`);
  }
}
