import { suggestion } from "../../nearest.ts";
import { type Checking, report } from "../checking.ts";
import { actorParts } from "../figures.ts";

/** A flow names an actor without parts. */
export function checkLeaf(checking: Checking, name: string, path: string, part: "key" | "value" = "value"): void {
  const actors = actorParts(checking.content.actors);
  const parts = actors[name];
  if (parts === undefined) {
    if (!checking.broken.has(name))
      report(checking, "actorUnknown", path, { name, nearest: suggestion(name, Object.keys(actors)) }, part);
  } else if (parts.length > 0) report(checking, "actorHasParts", path, { name, parts: parts.join(", ") }, part);
}

/** What counts people needs a target group. */
export function needsTarget(checking: Checking, place: string): void {
  if (checking.content.target === undefined && !checking.broken.has("target"))
    report(checking, "targetMissing", place, { place }, "key");
}
