import type { TopLevelSpec } from "vega-lite";
import type { SensitivityPicture } from "../sensitivity/picture.ts";
import { colours, type Frame, fontSizePx } from "./theme.ts";
import { wrapLabel } from "./widths.ts";

/** Told apart by dashes as well as by colour. */
const strokes = [colours.gain, colours.loss, colours.ink, colours.lost, colours.unclear];
const dashes = [
  [1, 0],
  [8, 3],
  [2, 2],
  [8, 3, 2, 3],
  [4, 4],
];

/** The output as each of some inputs moves over its own distribution. */
export function spider(picture: Extract<SensitivityPicture, { kind: "spider" }>, frame: Frame): TopLevelSpec {
  const names = picture.lines.map(({ name }, k) => `${k + 1}. ${wrapLabel(name, frame.width - 40, fontSizePx)}`);
  const values = picture.lines.flatMap(({ points }, k) => points.map((point) => ({ ...point, name: names[k] })));
  const legend = {
    orient: "bottom",
    direction: "vertical",
    columns: 1,
    symbolType: "stroke",
    labelLimit: frame.width,
    labelExpr: "split(datum.label, '\\n')",
  } as const;
  return {
    width: frame.width,
    height: frame.height,
    data: { values },
    mark: { type: "line", strokeWidth: 2.5 },
    encoding: {
      x: {
        field: "share",
        type: "quantitative",
        title: picture.xTitle,
        scale: { domain: [0, 1] },
        axis: { format: ".0%", grid: false, tickCount: 5 },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: picture.axisTitle,
        scale: { zero: false },
        axis: { tickCount: 5 },
      },
      color: { field: "name", type: "nominal", sort: null, scale: { domain: names, range: strokes }, legend },
      strokeDash: { field: "name", type: "nominal", sort: null, scale: { domain: names, range: dashes }, legend },
    },
  };
}
