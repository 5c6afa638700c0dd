import type { Figure } from "../../engine/result/result.ts";
import type { Sensitivity } from "../../engine/sensitivity/sensitivity.ts";

const columns = "method,of,input,group,measure,unit,value,se,low,high,indistinct,at";

/**
 * Every figure of every method, one a row, unrounded, for programs: names are those of the JSON. Several inputs of a row are
 * parted by ` & `; `at` is where on a curve a figure is, in the input's unit.
 */
export function sensitivityCsv({ analyses }: Sensitivity): string {
  const lines = analyses.flatMap(({ method, of, unit, measures, rows, curves = [] }) => [
    ...rows.flatMap(({ inputs, group = "", figures, indistinct = [] }) =>
      measures.flatMap(({ id, unit: own }) =>
        Object.hasOwn(figures, id)
          ? [line([method, of, inputs.join(" & "), group, id, own], figures[id], indistinct.includes(id), "")]
          : [],
      ),
    ),
    ...curves.flatMap(({ input, measure, points }) =>
      points.map(({ at, figure }) => line([method, of, input, "", measure, unit], figure, false, at)),
    ),
  ]);
  return [columns, ...lines, ""].join("\r\n");
}

const line = (names: readonly string[], { value, se, low, high }: Figure, indistinct: boolean, at: number | "") =>
  [...names.map(cell), value, se, low, high, indistinct, at].join(",");

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
