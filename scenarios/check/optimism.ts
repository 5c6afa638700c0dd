import { suggestion } from "../nearest.ts";
import { mitigatedByPart } from "../optimism.ts";
import { optimismParts } from "../schema/optimism.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report, touched } from "./checking.ts";

/** Everything about the allowance for optimism that is not a number. */
export function checkOptimism(checking: Checking): void {
  const { optimism } = checking.content;
  if (optimism === undefined) return;
  if (optimism.source !== undefined) checkSource(checking, optimism.source, "optimism.source");
  if (optimismParts.every((part) => optimism[part] === undefined) && !touched(checking, "optimism"))
    report(checking, "optimismEmpty", "optimism", {}, "key");
  if (!mitigatedByPart(optimism.mitigated)) return;
  for (const key of Object.keys(optimism.mitigated)) {
    if (optimismParts.some((part) => part === key)) continue;
    const nearest = suggestion(key, [...optimismParts]);
    report(checking, "unknownKey", `optimism.mitigated.${key}`, { key, nearest }, "key");
  }
}
