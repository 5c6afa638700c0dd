import type { Context } from "../context.ts";
import { type Cell, fill, plain, type Table } from "../shown.ts";

const figures = ["loses", "losesThoughLeadingGains", "losesThoughTotalGains"] as const;

/** The chance that each actor loses, alone and although others gain. Undefined where a result has no such chances. */
export function losers(context: Context): Table | undefined {
  const { about, result, word } = context;
  const { chances = {} } = result;
  const has = (id: string): boolean => Object.hasOwn(chances, id);
  const actors = about.actors.filter(({ id }) => has(`loses.${id}`));
  if (actors.length === 0) return undefined;
  const shown = figures.filter((figure) => actors.some(({ id }) => has(`${figure}.${id}`)));
  const titles = {
    loses: word("chanceLoss"),
    losesThoughLeadingGains: plain(fill(word("lossThough"), { who: context.leadingRunning })),
    losesThoughTotalGains: word("lossThoughAll"),
  };
  const cell = (id: string): Cell =>
    has(id) ? context.chance(`chances|${id}|probability`, chances[id].probability) : "–";
  return {
    caption: word("whoLoses"),
    columns: [{ title: word("actor") }, ...shown.map((figure) => ({ title: titles[figure], numeric: true }))],
    rows: actors.map(({ id, depth, parts }) => ({
      id: `loses.${id}`,
      cells: [context.title(id), ...shown.map((figure) => cell(`${figure}.${id}`))],
      depth,
      total: parts.length > 0,
    })),
    note: word("whoLosesNote"),
  };
}
