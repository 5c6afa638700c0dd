import type { Evidence } from "../../../engine/result/about.ts";
import type { Context } from "../../context.ts";
import type { Shown } from "../../shown.ts";

const kinds = ["data", "research", "expert", "assumption"] as const satisfies readonly Evidence[];

/** Uncertain assumptions by what they rest on, surest first; kinds that none rests on are left out. */
export interface Sureness {
  readonly parts: readonly { readonly kind: Evidence | "unstated"; readonly title: string; readonly count: Shown }[];
}

export function sureness(context: Context): Sureness | undefined {
  const { about, word } = context;
  const uncertain = about.assumptions.filter((one) => one.uncertain);
  const counted = uncertain.length > 0 ? uncertain : about.assumptions;
  const count = (kind: Evidence | undefined) =>
    context.fact(`about|assumptions|${kind ?? "unstated"}`, counted.filter(({ evidence }) => evidence === kind).length);
  const parts = [
    ...kinds.map((kind) => ({ kind, title: word(`e_${kind}`), count: count(kind) })),
    { kind: "unstated" as const, title: word("e_unstated"), count: count(undefined) },
  ].filter((part) => part.count.value > 0);
  return parts.length === 0 ? undefined : { parts };
}
