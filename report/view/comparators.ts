import { centreOf } from "../centre.ts";
import type { Context } from "../context.ts";
import type { Cell, Table } from "../shown.ts";

/** Cost per unit of effect beside other programmes', and the chance that it is lower here. Undefined where none is named. */
export function comparators(context: Context): Table | undefined {
  const { about, result, word } = context;
  const rows = (about.comparators ?? []).flatMap(({ id, outcome }) => {
    const there = context.numberOutput(`comparator.${id}`);
    const chance = result.chances?.[`cheaper.${id}`];
    if (there === undefined || chance === undefined) return [];
    const own = `costPer.${outcome}`;
    const [part, here] = centreOf(context.output(own));
    const cells: Cell[] = [
      `${context.title(id)}: ${context.title(outcome)}`,
      context.shown(`outputs|comparator.${id}|mean`, there.mean, there.unit),
      here === undefined ? "–" : context.shown(`outputs|${own}|${part}`, here, there.unit),
      context.chance(`chances|cheaper.${id}|probability`, chance.probability),
    ];
    return [{ id: `comparator.${id}`, cells }];
  });
  if (rows.length === 0) return undefined;
  return {
    caption: word("comparators"),
    columns: [
      { title: word("otherProgramme") },
      { title: word("costThere"), numeric: true },
      { title: word("costHere"), numeric: true },
      { title: word("chanceCheaper"), numeric: true },
    ],
    rows,
    note: word("comparatorsNote"),
  };
}
