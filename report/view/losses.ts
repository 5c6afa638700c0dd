import type { NumberSummary } from "../../engine/result/result.ts";
import type { Context } from "../context.ts";
import type { Cell, Table } from "../shown.ts";

/**
 * How bad it may be, of the net present value for whom the result leads with, everybody and the perspectives: chance of a loss, its
 * size over all outcomes and over those that lose, and the mean of the worst. Undefined where nobody can lose.
 */
export function losses(context: Context): Table | undefined {
  const { about, word } = context;
  const who: readonly (string | null)[] = [context.leading, null, ...Object.keys(about.perspectives)];
  const titles = new Set<string>();
  // A perspective of all actors says the same as the total.
  const everybody = about.actors.filter(({ parts }) => parts.length === 0).length;
  const isAll = (id: string | null) => id !== null && about.perspectives[id]?.length === everybody;
  const isTold = (id: string | null) => (id === null ? !isAll(context.leading) : id === context.leading || !isAll(id));
  const rows = who.flatMap((id) => {
    const output = id === null ? "net" : `net.${id}`;
    const net = context.numberOutput(output);
    const title = id === null ? word("everyone") : context.who(id);
    if (net === undefined || titles.has(title) || !isTold(id)) return [];
    titles.add(title);
    return net.expectedLoss === undefined ? [] : [{ id: output, title, net }];
  });
  if (rows.length === 0) return undefined;
  const unit = context.moneyUnitFor(
    ...rows.flatMap(({ net }) => [net.expectedShortfall["5"]?.value ?? 0, net.expectedLoss?.value ?? 0]),
  );
  const unitText = context.amountWithUnit("", { value: 0, se: 0 }, unit).text.replace(/^\S+\s/, "");
  const cells = (id: string, net: NumberSummary): Cell[] => {
    const money = (part: string, figure = net.expectedLoss) =>
      figure === undefined ? "–" : context.amount(`outputs|${id}|${part}`, figure, unit, unit.exponent - 2);
    return [
      context.chance(`outputs|${id}|chanceAboveZero`, net.chanceAboveZero, true),
      money("expectedLoss"),
      money("meanBelowZero", net.meanBelowZero),
      money("expectedShortfall|5", net.expectedShortfall["5"]),
    ];
  };
  return {
    caption: `${word("losses")}, ${unitText}`,
    columns: [
      { title: word("actor") },
      ...(["chanceLoss", "expectedLoss", "lossGivenLoss", "worst"] as const).map((key) => ({
        title: word(key),
        numeric: true,
      })),
    ],
    rows: rows.map(({ id, title, net }) => ({ id, cells: [title, ...cells(id, net)] })),
    note: word("lossesNote"),
  };
}
