import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { sides } from "./sides.ts";
import { colours, type Frame } from "./theme.ts";
import { yearAxis } from "./yearAxis.ts";

/** What it costs (below the line) and gives back (above) year by year. */
export function byYear(
  picture: Extract<Picture, { kind: "byActor" | "byYear" }>,
  frame: Frame,
  words: WordTable,
): TopLevelSpec {
  const { values, scale } = sides(picture.rows, words);
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      {
        data: { values },
        mark: { type: "bar" },
        encoding: {
          x: {
            field: "name",
            type: "ordinal",
            sort: picture.rows.map(({ name }) => name),
            title: null,
            scale: { paddingInner: 0.3 },
            axis: yearAxis(
              picture.rows.map(({ name }) => name),
              frame.width,
            ),
          },
          y: { field: "amount", type: "quantitative", title: picture.axis.title, axis: { tickCount: 6 } },
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
        encoding: { y: { field: "zero", type: "quantitative" } },
      },
    ],
  };
}
