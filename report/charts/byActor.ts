import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { nameAxis } from "./nameAxis.ts";
import { sides } from "./sides.ts";
import { colours, type Frame } from "./theme.ts";

/** Who pays (to the left of the line) and who gains (to the right). */
export function byActor(
  picture: Extract<Picture, { kind: "byActor" | "byYear" }>,
  frame: Frame,
  words: WordTable,
): TopLevelSpec {
  const labelWidth = frame.narrow ? 96 : 220;
  const names = nameAxis(
    picture.rows.map(({ name }) => name),
    labelWidth,
    44,
  );
  const { values, scale } = sides(
    picture.rows.map((row, index) => ({ ...row, name: names.keys[index] })),
    words,
  );
  return {
    width: frame.width - labelWidth,
    height: { step: names.stepPx },
    layer: [
      {
        data: { values },
        mark: { type: "bar", height: 22 },
        encoding: {
          y: {
            field: "name",
            type: "ordinal",
            sort: names.keys,
            title: null,
            axis: names.axis,
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
