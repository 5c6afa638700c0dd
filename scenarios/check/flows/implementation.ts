import { decisionYear, stageYear } from "../../implementation.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { checkPayers } from "./parties.ts";
import { checkScaleUp } from "./scaleUp.ts";

/** Everything about the forecast of ordinary operation that is not a number. */
export function checkImplementation(checking: Checking, quantities: Quantities): void {
  const { implementation, programme, horizon } = checking.content;
  if (implementation === undefined) return;
  const { amount, posts, post, premises, replaces, paidBy, frame, room } = implementation;
  const isWhole = !touched(checking, "implementation");
  const costsNothing = amount === undefined && post === undefined && premises === undefined;
  if (isWhole && costsNothing) report(checking, "implementationCostless", "implementation", {}, "key");
  if (isWhole && post !== undefined && posts === undefined)
    report(checking, "implementationPosts", "implementation.post", {}, "key");
  if (replaces !== undefined) checkPayers(checking, "implementation.replaces.by", replaces.by, quantities);
  if (paidBy !== undefined) checkPayers(checking, "implementation.paidBy", paidBy, quantities);
  if (isWhole && frame === "inside" && replaces === undefined && room === undefined)
    report(checking, "frameUnstated", "implementation.frame");
  checkScaleUp(checking, quantities);
  checkStages(checking, decisionYear(implementation.decision, programme.years), horizon ?? programme.years);
}

function checkStages(checking: Checking, decided: number | undefined, horizonYears: number): void {
  const { decision, stages, sites } = checking.content.implementation!;
  if (decided === undefined) report(checking, "decisionForm", "implementation.decision", { decision: decision! });
  const written = [
    ...Object.keys(stages ?? {}).map((stage) => ({ stage, at: `implementation.stages.${stage}` })),
    ...Object.keys(sites?.open ?? {}).map((stage) => ({ stage, at: `implementation.sites.open.${stage}` })),
  ];
  for (const { stage, at } of written) {
    const year = stageYear(stage);
    if (year === undefined) report(checking, "stageForm", at, { stage }, "key");
    else if (year >= horizonYears) report(checking, "whenOutside", at, { when: stage, last: horizonYears - 1 }, "key");
    else if (decided !== undefined && year < decided) report(checking, "stageEarly", at, { stage, decided }, "key");
  }
}
