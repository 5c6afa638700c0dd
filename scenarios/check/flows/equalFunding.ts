import { equalFundingId } from "../../equalFunding.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import type { Sharers } from "../../sharers.ts";
import { type Checking, report } from "../checking.ts";
import { declaredIds } from "../ids.ts";
import type { Quantities } from "../quantities.ts";
import { checkLeaf } from "./parties.ts";

/**
 * Funding of independent schools follows what one actor of own schools gains or pays; some pupils are left in these, and the line
 * that it adds has a name of its own.
 */
export function checkEqualFunding(
  checking: Checking,
  at: string,
  funding: ScenarioContent["consequences"][string]["equalFunding"],
  of: Sharers,
  quantities: Quantities,
): void {
  if (funding === undefined) return;
  if (funding.to !== undefined) checkLeaf(checking, funding.to, `${at}.equalFunding.to`);
  const [, name] = at.split(".");
  if (typeof of !== "string") report(checking, "equalFundingShared", `${at}.equalFunding`, { name }, "key");
  const id = equalFundingId(name);
  if (declaredIds(checking.source.value).includes(id))
    report(checking, "equalFundingId", `${at}.equalFunding`, { id, name }, "key");
  const share = quantities.at(`${at}.equalFunding.share`);
  const named = share?.kind === "reference" ? quantities.at(share.to) : share;
  if (named?.kind === "number" && named.value === 1) report(checking, "equalFundingAll", `${at}.equalFunding.share`);
}
