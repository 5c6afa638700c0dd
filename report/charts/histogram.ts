import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { colours, type Frame } from "./theme.ts";

type Histogram = Extract<Picture, { kind: "histogram" }>;

/** Distribution of the net value: solid bars above zero, hollow ones below, with zero and median marked. */
export function histogram(picture: Histogram, frame: Frame, words: WordTable): TopLevelSpec {
  const marks = [
    { at: 0, label: words.zeroLabel, dash: [1, 0] },
    ...(picture.median === undefined ? [] : [{ at: picture.median, label: words.medianLabel, dash: [5, 4] }]),
  ].filter(({ at }) => at >= picture.bars[0].low && at <= picture.bars.at(-1)!.high);
  // The two labels stand on opposite sides of their lines, so that they never meet.
  const leftmost = Math.min(...marks.map(({ at }) => at));
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      {
        data: { values: [...picture.bars] },
        mark: { type: "bar", strokeWidth: 1, binSpacing: 0 },
        encoding: {
          x: {
            field: "low",
            type: "quantitative",
            bin: "binned",
            title: picture.axis.title,
            axis: { grid: false, tickCount: frame.narrow ? 4 : 8 },
          },
          x2: { field: "high" },
          y: { field: "share", type: "quantitative", title: words.shareAxis, axis: { format: ".0%", tickCount: 5 } },
          fill: { condition: { test: "datum.loss", value: colours.paper }, value: colours.gain },
          stroke: { condition: { test: "datum.loss", value: colours.loss }, value: colours.paper },
        },
      },
      ...marks.flatMap(({ at, label, dash }): Extract<TopLevelSpec, { layer: unknown[] }>["layer"] => [
        {
          data: { values: [{ at }] },
          mark: { type: "rule", color: colours.ink, strokeWidth: 1.5, strokeDash: dash },
          encoding: { x: { field: "at", type: "quantitative" } },
        },
        {
          data: { values: [{ at, label }] },
          mark: {
            type: "text",
            align: at === leftmost && marks.length > 1 ? "right" : "left",
            dx: at === leftmost && marks.length > 1 ? -5 : 5,
            y: 4,
            baseline: "top",
          },
          encoding: { x: { field: "at", type: "quantitative" }, text: { field: "label" } },
        },
      ]),
    ],
  };
}
