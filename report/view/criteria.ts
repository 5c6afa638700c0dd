import type { Context } from "../context.ts";
import { type Cell, fill, type Table } from "../shown.ts";

const combined = ["all", "success"] as const;

/** The goals and their chances, as they are written and after deduction for the comparison group. Undefined where the scenario has none. */
export function criteria(context: Context): Table | undefined {
  const { about, result, word } = context;
  const has = (id: string): boolean => Object.hasOwn(result.criteria, id);
  const own = about.criteria.filter((criterion) => !criterion.added && has(criterion.id));
  if (own.length === 0) return undefined;
  const withTwin = own.some((criterion) => criterion.netTwin && has(criterion.netTwin));
  const chanceOf = (id: string): Cell => context.chance(`criteria|${id}|probability`, result.criteria[id].probability);
  const rows = own.map((criterion) => {
    const twin = criterion.netTwin && has(criterion.netTwin) ? chanceOf(criterion.netTwin) : undefined;
    const deducted = /\bimprovementNet\b/.test(criterion.test) ? word("alreadyNet") : word("notApplicable");
    return {
      cells: [goalTitle(context, criterion.id), chanceOf(criterion.id), ...(withTwin ? [twin ?? deducted] : [])],
    };
  });
  const joint = jointGoals(context).map(({ id, title }) => ({
    cells: [title, chanceOf(id), ...(withTwin ? [word("notApplicable")] : [])],
    total: true,
  }));
  return {
    caption: word("goals"),
    columns: [
      { title: word("goal") },
      { title: word(withTwin ? "chanceGross" : "chance"), numeric: true },
      ...(withTwin ? [{ title: word("chanceNet"), numeric: true }] : []),
    ],
    rows: [...rows, ...joint],
    note: word("goalsNote"),
  };
}

/** All goals together, and what counts as success where that is something else; none where there is but one goal. */
export function jointGoals(context: Context): readonly { readonly id: string; readonly title: Cell }[] {
  const { about, result, word } = context;
  const has = (id: string): boolean => Object.hasOwn(result.criteria, id);
  const count = about.criteria.filter((criterion) => !criterion.added && has(criterion.id)).length;
  return combined.flatMap((id) => {
    const needed = about.successNeeds ?? about.success.length;
    const isSame = id === "success" && about.success.length === count && needed === count;
    if (!has(id) || count < 2 || isSame) return [];
    return [{ id, title: id === "all" ? word("allGoals") : fill(word("success"), { list: successList(context) }) }];
  });
}

/** “A” and “B”, “A” or “B”, at least 2 of: “A”, “B”, “C”: titles are sentences, and run together without the quotes. */
export function successList(context: Context): string {
  const { about, word } = context;
  const needed = about.successNeeds ?? about.success.length;
  const titles = about.success.map((part) => word("quoted").replace("{text}", () => goalTitle(context, part)));
  if (needed === titles.length) return titles.join(word("successAll"));
  if (needed === 1) return titles.join(word("successAny"));
  return word("successSome").replace("{n}", String(needed)) + titles.join(", ");
}

/** A goal's title, or its test as written where it has none. */
export function goalTitle(context: Context, id: string): string {
  if (context.about.titles[id]) return context.title(id);
  return context.about.criteria.find((criterion) => criterion.id === id)?.test ?? id;
}
