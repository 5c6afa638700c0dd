import type { Context } from "../context.ts";
import { moneyUnitText } from "../format.ts";
import { type Cell, fill, plain, type Table } from "../shown.ts";

/** What weights by income change: the weights, and net beside weighted net. Undefined where a scenario states no weights. */
export function weights(context: Context): Table | undefined {
  const { about, word } = context;
  const weighted = about.weighted ?? [];
  if (weighted.length === 0) return undefined;
  const segmentsOf = (actor: string): readonly string[] =>
    Object.keys(context.result.outputs)
      .filter((id) => id.startsWith(`distributionalWeight.${actor}.`))
      .map((id) => id.slice(`distributionalWeight.${actor}.`.length));
  const groups = [...about.actors.map(({ id }) => id), ...Object.keys(about.perspectives)].filter(
    (id) => context.numberOutput(`weighted/net.${id}`) !== undefined,
  );
  const outputs = [...groups.map((id) => `net.${id}`), "net"];
  const means = outputs.flatMap((id) =>
    [id, `weighted/${id}`].map((own) => context.numberOutput(own)?.mean.value ?? 0),
  );
  const unit = context.moneyUnitFor(...means);
  const amount = (id: string): Cell => {
    const mean = context.numberOutput(id)?.mean;
    const finest = unit.exponent >= 6 ? unit.exponent - 1 : unit.exponent;
    return mean === undefined ? "–" : context.amount(`outputs|${id}|mean`, mean, unit, finest);
  };
  const weight = (id: string): Cell => {
    const mean = context.numberOutput(id)?.mean;
    return mean === undefined ? "–" : context.shown(`outputs|${id}|mean`, mean, "1");
  };
  const row = (title: string, id: string, own: Cell) => ({
    id: `weighted/${id}`,
    cells: [title, own, amount(id), amount(`weighted/${id}`)],
  });
  const unitText = moneyUnitText(unit, about.currency, context.language);
  return {
    caption: plain(fill(word("weightsCaption"), { unit: unitText })),
    columns: [
      { title: word("actor") },
      { title: word("weight"), numeric: true },
      { title: word("netDiscounted"), numeric: true },
      { title: word("weightedNet"), numeric: true },
    ],
    rows: [
      ...groups.flatMap((id) => {
        const segments = segmentsOf(id);
        return [
          row(context.who(id), `net.${id}`, segments.length > 0 ? "" : weight(`distributionalWeight.${id}`)),
          ...segments.map((segment) => ({
            cells: [context.title(segment), weight(`distributionalWeight.${id}.${segment}`), "", ""],
            depth: 1,
          })),
        ];
      }),
      { ...row(word("sum"), "net", "–"), total: true },
    ],
    note: word("weightsNote"),
  };
}
