import { shapeOf } from "../../compile/shape.ts";
import { sharersOf } from "../../sharers.ts";
import { report } from "../checking.ts";
import type { Doubting } from "./doubt.ts";

/**
 * Benefits of those whose result leads that are money of public budgets, as all are that say no other kind, without a word on how
 * much of them a budget will see. Told once for the file, at the consequence where it is only one.
 */
export function findNotCashable({ checking }: Doubting): void {
  const { content } = checking;
  const { leading, leaves, perspectives, actors } = shapeOf(content);
  const leads = leading === undefined ? leaves : (perspectives.get(leading) ?? actors.get(leading) ?? leaves);
  const missing = Object.entries(content.consequences).filter(
    ([, { kind = "fiscal", cashable, gains }]) =>
      kind === "fiscal" && cashable === undefined && sharersOf(gains).some((actor) => leads.includes(actor)),
  );
  if (missing.length === 0) return;
  const ids = missing.map(([id]) => id);
  const path = ids.length === 1 ? `consequences.${ids[0]}` : "consequences";
  report(checking, "cashableMissing", path, { names: ids.join(", ") }, "key");
}
