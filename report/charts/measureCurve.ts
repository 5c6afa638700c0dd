import type { TopLevelSpec } from "vega-lite";
import type { SensitivityPicture } from "../sensitivity/picture.ts";
import { colours, type Frame } from "./theme.ts";

/** The output as one input moves, with a 95 % band. */
export function measureCurve(picture: Extract<SensitivityPicture, { kind: "curve" }>, frame: Frame): TopLevelSpec {
  const x = {
    field: "at",
    type: "quantitative",
    title: picture.xTitle,
    scale: { nice: false, zero: false },
    axis: { grid: false, tickCount: frame.narrow ? 3 : 6 },
  } as const;
  const y = {
    type: "quantitative",
    title: picture.axisTitle,
    scale: { zero: false },
    axis: { tickCount: 5 },
  } as const;
  return {
    width: frame.width,
    height: frame.height,
    data: { values: [...picture.points] },
    layer: [
      {
        mark: { type: "area", color: colours.light, opacity: 0.6 },
        encoding: { x, y: { field: "low", ...y }, y2: { field: "high" } },
      },
      {
        mark: { type: "line", color: colours.gain, strokeWidth: 2.5 },
        encoding: { x, y: { field: "value", ...y } },
      },
    ],
  };
}
