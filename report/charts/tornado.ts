import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { nameAxis } from "./nameAxis.ts";
import { colours, type Frame } from "./theme.ts";

/** Rank correlations, strongest first, with 95 % intervals; grey and hollow where zero lies inside. */
export function tornado(picture: Extract<Picture, { kind: "tornado" }>, frame: Frame, words: WordTable): TopLevelSpec {
  const labelWidth = frame.narrow ? 140 : 260;
  // As wide as the longest bar with its error, in fifths, the same on both sides.
  const longest = Math.max(...picture.rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 0.1);
  const end = Math.min(1, Math.ceil(longest * 5) / 5);
  const names = nameAxis(
    picture.rows.map(({ name }) => name),
    labelWidth,
    32,
  );
  const values = picture.rows.map((row, index) => ({ ...row, name: names.keys[index] }));
  const y = { field: "name", type: "ordinal", sort: names.keys, title: null, axis: names.axis } as const;
  return {
    width: frame.width - labelWidth,
    height: { step: names.stepPx },
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
            axis: { format: ".1f", values: frame.narrow ? [-end, 0, end] : [-end, -end / 2, 0, end / 2, end] },
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
