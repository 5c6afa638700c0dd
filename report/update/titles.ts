import type { SeenRow, WholeRow } from "../../engine/result/update.ts";
import type { Context } from "../context.ts";
import { isUpdateWord, sayUpdate, updateWord } from "./words.ts";

/** A group of people, a cost or an outcome, of whom and when. */
export function titleOfSeen(context: Context, row: SeenRow): string {
  const { kind, what, whose, by, segment, years } = row;
  const say = (name: string) => (isUpdateWord(name) ? updateWord(name, context.language) : name);
  const of = [
    ...(whose === undefined ? [] : [say(`w_${whose}`)]),
    // The change against the comparison is a change however it is measured.
    ...(by === "change" && whose !== "net" ? [say("b_change")] : []),
    ...(segment === undefined ? [] : [context.running(segment)]),
    ...(years === undefined ? [] : [yearsOf(context, years)]),
  ];
  return [titleOf(context, { kind, what }), ...of].join(", ");
}

export function titleOfWhole(context: Context, { kind, what, segment }: WholeRow): string {
  return [titleOf(context, { kind, what }), ...(segment === undefined ? [] : [context.running(segment)])].join(", ");
}

function titleOf(context: Context, { kind, what }: Pick<SeenRow, "kind" | "what">): string {
  if (kind === "cost") return sayUpdate("cost", context.language, { cost: context.title(what) });
  const group = `g_${what}`;
  return kind === "people" && isUpdateWord(group) ? updateWord(group, context.language) : context.title(what);
}

const yearsOf = (context: Context, [first, last]: readonly [number, number]): string =>
  first === last ? context.yearRunning(first) : `${context.yearRunning(first)}–${context.yearRunning(last)}`;
