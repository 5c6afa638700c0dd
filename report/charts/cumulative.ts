import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { colours, type Frame } from "./theme.ts";

/** The chance that the net value is at most x, from the histogram's bars; zero is marked. */
export function cumulative(
  picture: Extract<Picture, { kind: "cumulative" }>,
  frame: Frame,
  words: WordTable,
): TopLevelSpec {
  const zeroInside = picture.points[0].amount <= 0 && picture.points.at(-1)!.amount >= 0;
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      {
        data: { values: [...picture.points] },
        mark: { type: "line", color: colours.gain, strokeWidth: 2.5 },
        encoding: {
          x: {
            field: "amount",
            type: "quantitative",
            title: picture.axis.title,
            scale: { nice: false, zero: false },
            axis: { grid: false, tickCount: frame.narrow ? 4 : 8 },
          },
          y: {
            field: "chance",
            type: "quantitative",
            title: words.chanceAxis,
            scale: { domain: [0, 1] },
            axis: { format: ".0%", tickCount: 5 },
          },
        },
      },
      ...(zeroInside
        ? ([
            {
              data: { values: [{ at: 0 }] },
              mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
              encoding: { x: { field: "at", type: "quantitative" } },
            },
            {
              data: { values: [{ at: 0, label: words.zeroLabel }] },
              mark: { type: "text", align: "left", dx: 5, y: 4, baseline: "top" },
              encoding: { x: { field: "at", type: "quantitative" }, text: { field: "label" } },
            },
          ] satisfies Extract<TopLevelSpec, { layer: unknown[] }>["layer"])
        : []),
    ],
  };
}
