import type { VariancePart } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import { capital, fill, type Sentence, type Table } from "../shown.ts";
import { errorText, unitOf } from "./figures.ts";

/** What the spread comes from, where people and cases were drawn as whole numbers. */
export interface Levels {
  readonly lead: readonly Sentence[];
  readonly table: Table;
}

export function levels(context: Context): Levels | undefined {
  const { result, word } = context;
  const all = result.varianceByLevel ?? {};
  const leading = context.leadingId("net");
  // Where the leading perspective has everything, the sum over all actors says the same.
  const ids = Object.keys(all).filter(
    (id) => id !== "net" || leading === "net" || all.net.chance.sd.value !== all[leading]?.chance.sd.value,
  );
  if (ids.length === 0) return undefined;
  const share = (id: string, of: "assumptions" | "chance") =>
    context.shown(`varianceByLevel|${id}|${of}|share`, all[id][of].share, "share");
  const sd = (id: string, of: "assumptions" | "chance", { sd: figure }: VariancePart) =>
    context.shown(`varianceByLevel|${id}|${of}|sd`, figure, unitOf(result.outputs[id]), 2);
  const lead = all[leading]
    ? [
        fill(word("levelsLead"), {
          assumptions: share(leading, "assumptions"),
          chance: share(leading, "chance"),
        }),
      ]
    : [];
  return {
    lead: [...lead, fill(word("levelsMeaning"))],
    table: {
      caption: word("levels"),
      columns: (
        ["figure", "fromAssumptions", "fromChance", "standardError", "sdOfAssumptions", "sdOfChance"] as const
      ).map((key, index) => ({ title: word(key), numeric: index > 0 })),
      rows: ids.map((id) => ({
        id,
        cells: [
          capital(context.label(id)),
          share(id, "assumptions"),
          share(id, "chance"),
          all[id].chance.share.se === 0 ? "0" : `± ${errorText(context, all[id].chance.share.se, "share")}`,
          sd(id, "assumptions", all[id].assumptions),
          sd(id, "chance", all[id].chance),
        ],
      })),
      note: word("levelsNote"),
    },
  };
}
