import type { OutputSummary, Result } from "../../engine/result/result.ts";
import type { FigureBefore, UpdateSummary } from "../../engine/result/update.ts";
import type { Compiled } from "../compile/index.ts";

/** The figures that are shown before and after. */
export function mainFigures({ headlines }: Compiled, { outputs, criteria }: Result): UpdateSummary["before"] {
  const isMain = (id: string) =>
    headlines.includes(id) ||
    /^(?:net|pvBenefit|pvCost|returnPerKrona|cost|benefit)(?:\.[^.]+)?$/.test(id) ||
    /^(?:enrolled|completed|cases\.[^.]+)$/.test(id);
  return {
    figures: Object.fromEntries(
      Object.entries(outputs).flatMap(([id, own]) => {
        const figure = isMain(id) ? figureBefore(own) : undefined;
        return figure === undefined ? [] : [[id, figure]];
      }),
    ),
    criteria: Object.fromEntries(Object.entries(criteria).map(([id, { probability }]) => [id, probability])),
  };
}

function figureBefore(own: OutputSummary): FigureBefore | undefined {
  const mean = own.kind === "number" ? own.mean : own.kind === "ratio" ? own.ratioOfMeans : undefined;
  if (mean === undefined || !("unit" in own) || own.kind === "rate") return undefined;
  const { unit, percentiles } = own;
  return { unit, mean, ...(percentiles === undefined ? {} : { low: percentiles["5"], high: percentiles["95"] }) };
}
