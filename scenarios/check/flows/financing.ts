import { readRepaidUntil, repayersOf } from "../../financing.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { checkContracts } from "./contracts.ts";
import { checkGains } from "./gains.ts";
import { checkLeaf } from "./parties.ts";
import { checkSharers } from "./sharers.ts";

/** Everything about what moves between actors that is not a number. */
export function checkFinancing(checking: Checking, quantities: Quantities): void {
  const { financing } = checking.content;
  if (financing === undefined) return;
  const { repayment, lossShare, resultShare, fund, contracts } = financing;
  const said = [repayment, lossShare, resultShare, fund, ...Object.values(contracts)];
  if (said.every((part) => part === undefined) && !touched(checking, "financing"))
    report(checking, "financingEmpty", "financing", {}, "key");
  if (lossShare !== undefined && resultShare !== undefined)
    report(checking, "resultSharedTwice", "financing.resultShare", {}, "key");
  checkSharers(checking, "financing.lossShare", lossShare, quantities);
  checkSharers(checking, "financing.resultShare", resultShare, quantities);
  if (fund !== undefined) checkLeaf(checking, fund.actor.trim(), "financing.fund.actor");
  checkRepayment(checking);
  checkContracts(checking, quantities);
}

function checkRepayment(checking: Checking): void {
  const { content } = checking;
  const repayment = content.financing?.repayment;
  if (repayment === undefined) return;
  const { to, from, of, until, starts = 0 } = repayment;
  const at = "financing.repayment";
  checkLeaf(checking, to.trim(), `${at}.to`);
  for (const [index, actor] of repayersOf(from).entries()) {
    const [path, part] = whereNamed(from, `${at}.from`, actor, index);
    checkLeaf(checking, actor, path, part);
    if (actor === to.trim()) report(checking, "repaysItself", path, { name: actor }, part);
    else checkGains(checking, actor, of, path, part);
  }
  const last = (content.horizon ?? content.programme.years) - 1;
  const end = readRepaidUntil(until);
  if (end.kind === "year" && end.last > last)
    report(checking, "whenOutside", `${at}.until`, { when: String(until), last });
  if (starts > last) report(checking, "whenOutside", `${at}.starts`, { when: `${starts} years`, last });
}

function whereNamed(from: unknown, at: string, actor: string, index: number): readonly [string, "key" | "value"] {
  if (typeof from === "string") return [at, "value"];
  return Array.isArray(from) ? [`${at}.${index}`, "value"] : [`${at}.${actor}`, "key"];
}
