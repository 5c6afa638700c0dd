import { actorParts } from "../../ids.ts";
import { suggestion } from "../../nearest.ts";
import { type Checking, report } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { numberText } from "../ranges.ts";

/** A flow names an actor without parts. */
export function checkLeaf(checking: Checking, name: string, path: string, part: "key" | "value" = "value"): void {
  const actors = actorParts(checking.content.actors);
  const parts = actors[name];
  if (parts === undefined) {
    if (!checking.broken.has(name))
      report(checking, "actorUnknown", path, { name, nearest: suggestion(name, Object.keys(actors)) }, part);
  } else if (parts.length > 0) report(checking, "actorHasParts", path, { name, parts: parts.join(", ") }, part);
}

/** Those who pay: an actor, or several whose shares make a whole. */
export function checkPayers(
  checking: Checking,
  at: string,
  payers: string | { readonly [actor: string]: unknown },
  quantities: Quantities,
): void {
  if (typeof payers === "string") {
    checkLeaf(checking, payers, at);
    return;
  }
  let sum = 0;
  let certain = true;
  for (const actor of Object.keys(payers)) {
    checkLeaf(checking, actor, `${at}.${actor}`, "key");
    const share = quantities.at(`${at}.${actor}`);
    if (share?.kind === "number") sum += share.value;
    else certain = false;
  }
  if (certain && Math.abs(sum - 1) > 1e-9) report(checking, "payerShares", at, { sum: numberText(sum, true) }, "key");
}

/** What counts people needs a target group. */
export function needsTarget(checking: Checking, place: string): void {
  if (checking.content.target === undefined && !checking.broken.has("target"))
    report(checking, "targetMissing", place, { place }, "key");
}
