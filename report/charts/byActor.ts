import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures.ts";
import type { WordTable } from "../words/index.ts";
import { sides } from "./sides.ts";
import { colours, type Frame, fontSizePx } from "./theme.ts";
import { wrapLabel } from "./widths.ts";

/** Who pays (to the left of the line) and who gains (to the right). */
export function byActor(
  picture: Extract<Picture, { kind: "byActor" | "byYear" }>,
  frame: Frame,
  words: WordTable,
): TopLevelSpec {
  const labelWidth = frame.narrow ? 96 : 220;
  const label = (name: string) => wrapLabel(name, labelWidth, fontSizePx);
  const { values, scale } = sides(
    picture.rows.map((row) => ({ ...row, name: label(row.name) })),
    words,
  );
  return {
    width: frame.width - labelWidth,
    height: { step: 44 },
    layer: [
      {
        data: { values },
        mark: { type: "bar", height: 22 },
        encoding: {
          y: {
            field: "name",
            type: "ordinal",
            sort: picture.rows.map(({ name }) => label(name)),
            title: null,
            axis: {
              labelExpr: "split(datum.label, '\\n')",
              labelLimit: 400,
              ticks: false,
              domain: false,
              labelPadding: 8,
              labelColor: colours.ink,
            },
          },
          x: {
            field: "amount",
            type: "quantitative",
            title: picture.axis.title,
            axis: { tickCount: frame.narrow ? 4 : 8 },
          },
          color: {
            field: "side",
            type: "nominal",
            scale,
            legend: {},
          },
        },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { x: { field: "zero", type: "quantitative" } },
      },
    ],
  };
}
