import { equalUnits } from "../../../engine/units/index.ts";
import { stageYear } from "../../implementation.ts";
import { suggestion } from "../../nearest.ts";
import { isKeptParts } from "../../schema/implementation.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";

const at = "implementation";

/** Everything that is no number about what makes ordinary operation differ from the project. */
export function checkScaleUp(checking: Checking, quantities: Quantities): void {
  const { implementation } = checking.content;
  if (implementation === undefined) return;
  const { effectKept, stages, sites, marginalCost } = implementation;
  if (sites?.open !== undefined && stages !== undefined) report(checking, "stagesTwice", `${at}.sites.open`, {}, "key");
  for (const stage of Object.keys(marginalCost?.stages ?? {}))
    if (!Object.hasOwn(stages ?? sites?.open ?? {}, stage))
      report(checking, "stageUnknown", `${at}.marginalCost.stages.${stage}`, { stage }, "key");
  const empty =
    marginalCost !== undefined && marginalCost.perDoubling === undefined && marginalCost.stages === undefined;
  if (empty && !touched(checking, `${at}.marginalCost`)) report(checking, "marginalCostEmpty", `${at}.marginalCost`);
  checkSites(checking, quantities);
  if (effectKept !== undefined) checkScale(checking, quantities);
  else
    for (const key of ["funnel", "sites", "marginalCost", "years"] as const)
      if (implementation[key] !== undefined && !touched(checking, at))
        report(checking, "effectKeptMissing", `${at}.${key}`, { key }, "key");
}

/** What the figures of ordinary operation need to know. */
function checkScale(checking: Checking, quantities: Quantities): void {
  const { implementation, target, formulas } = checking.content;
  const { paidBy, effectKept } = implementation!;
  if (isKeptParts(effectKept) && Object.values(effectKept).every((part) => part === undefined)) return;
  const size = quantities.at("target.size") ?? quantities.at("target.stock.start");
  const scale = quantities.at(`${at}.target`);
  if (target === undefined && !touched(checking, "target"))
    report(checking, "scaleTargetless", `${at}.effectKept`, {}, "key");
  else if (size !== undefined && scale !== undefined && !equalUnits(size.unit, scale.unit))
    report(checking, "scaleTargetUnit", `${at}.target`);
  if (paidBy === undefined && !touched(checking, at)) report(checking, "scalePayer", `${at}.effectKept`, {}, "key");
  for (const [id, { gains, paidBy: payer }] of Object.entries(formulas))
    if (gains !== undefined || payer !== undefined)
      report(checking, "scaleFormula", `formulas.${id}`, { name: id }, "key");
}

function checkSites(checking: Checking, quantities: Quantities): void {
  const { implementation, outcomes } = checking.content;
  const { sites } = implementation!;
  if (sites === undefined) return;
  for (const id of Object.keys(sites.between))
    if (outcomes[id] === undefined && !checking.broken.has(id))
      report(
        checking,
        "outcomeUnknown",
        `${at}.sites.between.${id}`,
        { name: id, nearest: suggestion(id, Object.keys(outcomes)) },
        "key",
      );
  const number = quantities.at(`${at}.sites.number`);
  if (number?.kind !== "number") return;
  if (number.value <= 0) report(checking, "sitesNone", `${at}.sites.number`);
  for (const stage of Object.keys(sites.open ?? {})) {
    const open = quantities.at(`${at}.sites.open.${stage}`);
    if (open?.kind === "number" && open.value > number.value && stageYear(stage) !== undefined)
      report(checking, "sitesTooMany", `${at}.sites.open.${stage}`, { open: open.value, number: number.value });
  }
}
