import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures.ts";
import type { WordTable } from "../words/index.ts";
import { colours, type Frame, fontSizePx } from "./theme.ts";
import { wrapLabel } from "./widths.ts";

/** Rank correlations, strongest first, with 95 % intervals; grey and hollow where zero lies inside. */
export function tornado(picture: Extract<Picture, { kind: "tornado" }>, frame: Frame, words: WordTable): TopLevelSpec {
  const labelWidth = frame.narrow ? 140 : 260;
  // As wide as the longest bar with its error, in quarters, the same on both sides.
  const longest = Math.max(...picture.rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 0.1);
  const end = Math.min(1, Math.ceil(longest * 4) / 4);
  const values = picture.rows.map((row, index) => ({
    ...row,
    name: `${index}\t${wrapLabel(row.name, labelWidth, fontSizePx)}`,
  }));
  const mostLines = Math.max(...values.map(({ name }) => name.split("\n").length), 1);
  const y = {
    field: "name",
    type: "ordinal",
    sort: values.map(({ name }) => name),
    title: null,
    // The number before the tab keeps two assumptions of the same name apart.
    axis: {
      labelExpr: "split(split(datum.label, '\\t')[1], '\\n')",
      labelLimit: 400,
      ticks: false,
      domain: false,
      labelPadding: 8,
      labelColor: colours.ink,
    },
  } as const;
  return {
    width: frame.width - labelWidth,
    height: { step: Math.max(frame.narrow ? 36 : 32, 15 * mostLines + 8) },
    layer: [
      {
        data: { values },
        mark: { type: "bar", height: 18, strokeWidth: 1.5 },
        encoding: {
          y,
          x: {
            field: "value",
            type: "quantitative",
            title: words.rankAxis,
            scale: { domain: [-end, end] },
            axis: { values: frame.narrow ? [-end, 0, end] : [-end, -end / 2, 0, end / 2, end] },
          },
          fill: { condition: { test: "datum.unclear", value: colours.paper }, value: colours.gain },
          stroke: { condition: { test: "datum.unclear", value: colours.unclear }, value: colours.gain },
        },
      },
      {
        data: { values },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1 },
        encoding: { x: { field: "zero", type: "quantitative" } },
      },
    ],
  };
}
