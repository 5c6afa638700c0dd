import { adjustmentOf, isNeutral } from "../adjustments.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { checkSource } from "./annotations.ts";
import { type Checking, report, touched } from "./checking.ts";
import { shown } from "./shown.ts";

/** What corrects an effect for how it was compared says where it comes from, and the file's table corrects something. */
export function checkAdjustments(checking: Checking): void {
  const { adjustments, outcomes } = checking.content;
  for (const [id, { effect }] of Object.entries(outcomes)) {
    const at = `outcomes.${id}.effect.adjust`;
    if (effect.adjust === undefined) continue;
    const { source } = effect.adjust;
    if (source !== undefined) checkSource(checking, source, `${at}.source`);
    else needsSource(checking, at, effect.design ?? id, effect.adjust);
  }
  if (adjustments === undefined) return;
  const { source, designs } = adjustments;
  if (source !== undefined) checkSource(checking, source, "adjustments.source");
  for (const [design, row] of Object.entries(designs)) {
    const at = `adjustments.designs.${design}`;
    if (row?.source !== undefined) checkSource(checking, row.source, `${at}.source`);
    else if (row !== undefined && source === undefined) needsSource(checking, at, design, row);
  }
}

function needsSource(
  checking: Checking,
  path: string,
  design: string,
  row: { readonly factor: unknown; readonly extraSd: unknown },
): void {
  if (isNeutral(row as Parameters<typeof isNeutral>[0]) || touched(checking, path)) return;
  const values = { design, factor: shown(row.factor), extraSd: shown(row.extraSd) };
  report(checking, "adjustmentWithoutSource", path, values, "key");
}

/** Warnings, once all is sound: effects that the file's table cannot reach, and a table that reaches none. */
export function findUnadjusted(checking: Checking): void {
  const { adjustments, outcomes } = checking.content;
  if (adjustments === undefined) return;
  for (const [id, { effect }] of Object.entries(outcomes))
    if (effect.design === undefined && effect.adjust === undefined)
      report(checking, "designMissing", `outcomes.${id}.effect`, { name: id }, "key");
  const reached = Object.keys(outcomes).some((id) => adjustmentOf(checking.content, id)?.design !== undefined);
  if (!reached && Object.values(adjustments.designs).some((row) => row !== undefined && !isNeutral(row)))
    report(checking, "adjustmentsUnused", "adjustments", {}, "key");
}

/** `adjust: none` says something only where the table would have adjusted: elsewhere it is what one gets by saying nothing. */
export function settleAdjustments(content: ScenarioContent): void {
  for (const { effect } of Object.values(content.outcomes)) {
    const { adjust, design } = effect;
    const inTable = design !== undefined && content.adjustments?.designs[design] !== undefined;
    if (adjust !== undefined && !inTable && isNeutral(adjust)) delete (effect as { adjust?: unknown }).adjust;
  }
}
