import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { colours, type Frame } from "./theme.ts";
import { yearAxis } from "./yearAxis.ts";

/** Chance that the money is back first in each year; "never" stands last, hollow. */
export function payback(picture: Extract<Picture, { kind: "payback" }>, frame: Frame, words: WordTable): TopLevelSpec {
  return {
    width: frame.width,
    height: frame.height,
    data: { values: [...picture.rows] },
    mark: { type: "bar", strokeWidth: 1.5 },
    encoding: {
      x: {
        field: "label",
        type: "ordinal",
        sort: picture.rows.map(({ label }) => label),
        title: null,
        scale: { paddingInner: 0.3 },
        axis: yearAxis(
          picture.rows.map(({ label }) => label),
          frame.width,
          picture.rows.find(({ never }) => never)?.label,
        ),
      },
      y: { field: "share", type: "quantitative", title: words.shareAxis, axis: { format: ".0%", tickCount: 5 } },
      fill: { condition: { test: "datum.never", value: colours.paper }, value: colours.gain },
      stroke: { condition: { test: "datum.never", value: colours.loss }, value: colours.gain },
    },
  };
}
