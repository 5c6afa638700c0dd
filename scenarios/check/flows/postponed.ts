import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { unitName } from "../unitName.ts";

/**
 * A case that comes later is spared for as long as that and no longer: the outcome has no duration of its own, and what follows from
 * it is a yearly amount for that time. What is paid once is only moved.
 */
export function checkPostponed(checking: Checking, id: string, quantities: Quantities): void {
  const { outcomes, consequences } = checking.content;
  const at = `outcomes.${id}`;
  const { better, lasts } = outcomes[id];
  if (better === "higher") report(checking, "postponedGood", `${at}.effect.postponedBy`, {}, "key");
  if (!isOneYear(lasts)) report(checking, "postponedLasts", `${at}.lasts`, { name: id }, "key");
  for (const [consequence, { of, lasts: longer }] of Object.entries(consequences)) {
    const place = `consequences.${consequence}`;
    if (of !== id || touched(checking, place)) continue;
    if (!isOneYear(longer)) report(checking, "postponedLonger", `${place}.lasts`, { name: consequence }, "key");
    const amount = quantities.at(`${place}.amount`);
    const years = (amount?.unit.year ?? 0) + (quantities.at(`${place}.number`)?.unit.year ?? 0);
    if (amount !== undefined && years >= 0)
      report(checking, "postponedOnce", `${place}.amount`, { found: unitName(amount.unit) });
  }
}

/** As where nothing is written. */
export const isOneYear = (lasts: unknown): boolean => typeof lasts === "string" && /^1\s*years?$/.test(lasts.trim());
