import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { colours, type Frame } from "./theme.ts";
import { willingnessAxis } from "./willingnessAxis.ts";

/** Chance that the programme is worth its cost, by what a unit of effect is worth, with the error of each point. */
export function acceptability(
  picture: Extract<Picture, { kind: "acceptability" }>,
  frame: Frame,
  words: WordTable,
): TopLevelSpec {
  const data = { values: [...picture.points] };
  const x = willingnessAxis(picture.axis.title, frame);
  const scale = { domain: [0, 1] };
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      {
        data,
        mark: { type: "line", color: "#003f66", strokeWidth: 2 },
        encoding: {
          x,
          y: {
            field: "chance",
            type: "quantitative",
            title: words.chanceWorth,
            scale,
            axis: { format: ".0%", tickCount: 5 },
          },
        },
      },
      {
        data,
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { x, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
      },
      {
        data,
        mark: { type: "point", filled: true, size: 60, opacity: 1, stroke: "#003f66", strokeWidth: 1.5 },
        encoding: {
          x,
          y: { field: "chance", type: "quantitative" },
          fill: { condition: { test: "datum.best", value: "#003f66" }, value: colours.paper },
        },
      },
    ],
  };
}
