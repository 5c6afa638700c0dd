import type { WordTable } from "../words/index.ts";
import { colours } from "./theme.ts";

interface Row {
  readonly name: string;
  readonly cost: number;
  readonly benefit: number;
}

/** Bars on both sides of a line: cost and what is lost to others on one, benefit on the other; with the colours of those that there are. */
export function sides(rows: readonly Row[], words: WordTable) {
  const values = rows.flatMap(({ name, cost, benefit }) => [
    { name, side: words.cost, amount: -cost },
    { name, side: benefit < 0 ? words.lost : words.benefit, amount: benefit },
  ]);
  const palette = [
    [words.cost, colours.loss],
    [words.lost, colours.lost],
    [words.benefit, colours.gain],
  ].filter(([side]) => side !== words.lost || values.some((value) => value.side === side));
  return { values, scale: { domain: palette.map(([side]) => side), range: palette.map(([, colour]) => colour) } };
}
