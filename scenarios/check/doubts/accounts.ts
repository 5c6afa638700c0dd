import { report } from "../checking.ts";
import { lookUp } from "../structure.ts";
import { type Doubting, pathOf } from "./doubt.ts";

/** A cost of taxation whose number names no source, neither itself nor by the file's default. */
export function findUnsourced({ checking, quantities }: Doubting): void {
  const { taxation, defaults } = checking.content;
  const place = "taxation.costPerKrona";
  const quantity = quantities.read.get(place);
  if (taxation === undefined || quantity === undefined || defaults.source !== undefined) return;
  const own = quantity.kind === "reference" ? quantity.to : place;
  if (lookUp(checking.content, [...pathOf(checking, own).split("."), "source"]) !== undefined) return;
  report(checking, "taxationUnsourced", place, {});
}
