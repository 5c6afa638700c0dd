import type { Table } from "../shown.ts";
import type { View } from "../view.ts";
import { fromTable, lower, textTable, wrap } from "./textTable.ts";

/** The way through the programme, each segment's result, and the chance of harm; segments by letters, told below. */
export function peopleLines({ word, people: { way, segments, harm } }: View, columns: number): string[] {
  const lines = (title: string, table: Table, titles: readonly string[], own: readonly number[], named: number) => {
    const groups = table.columns
      .slice(named)
      .map((column, index) => ({ ...column, letter: `(${"abcdefgh"[index] ?? index})` }));
    const picked = [...own, ...groups.map((_, index) => named + index)];
    return [
      "",
      title,
      ...textTable(
        [{ cells: ["", ...titles, ...groups.map(({ letter }) => letter)] }, ...fromTable(table, picked)],
        columns,
      ),
      ...wrap(groups.map((group) => `${group.letter} ${group.title}`).join("  "), columns),
    ];
  };
  const mean = word("mean").toLowerCase();
  const money = [word("cost"), word("benefit"), word("netWord"), word("chanceGain")].map(lower);
  const last = segments === undefined ? 0 : segments.columns.length;
  return [
    ...(way ? lines(word("t_people"), way, [mean, word("t_low"), word("t_high")], [0, 1, 2, 3], 4) : []),
    ...(segments
      ? lines(
          `${word("t_segments")} (${segments.caption.slice(segments.caption.lastIndexOf(",") + 1).trim()})`,
          segments,
          money,
          [0, last - 4, last - 3, last - 2, last - 1],
          last,
        )
      : []),
    ...(harm ? lines(word("t_harm"), harm.table, [word("risk").toLowerCase()], [0, 1], 2) : []),
  ];
}
