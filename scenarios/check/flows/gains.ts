import type { bases } from "../../schema/financing.ts";
import { sharersOf } from "../../sharers.ts";
import { type Checking, report, touched } from "../checking.ts";

/** Whoever pays out of what it gains gains something that is counted so. */
export function checkGains(
  checking: Checking,
  actor: string,
  base: (typeof bases)[number],
  path: string,
  part: "key" | "value" = "value",
): void {
  const { consequences, formulas } = checking.content;
  const flows = Object.values(consequences).filter(({ gains }) => sharersOf(gains).includes(actor));
  const isCashable = flows.some(({ cashable }) => cashable !== undefined);
  const gains = flows.length > 0 || Object.values(formulas).some((formula) => formula.gains === actor);
  if (base === "cashable" ? isCashable : gains) return;
  if (!touched(checking, "consequences")) report(checking, "repayerGainsNothing", path, { name: actor, base }, part);
}
