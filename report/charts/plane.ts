import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import { colours, type Frame } from "./theme.ts";

/** The cost-effectiveness plane: a point per outcome, both zeros as lines. */
export function plane(picture: Extract<Picture, { kind: "plane" }>, frame: Frame): TopLevelSpec {
  const zero = { values: [{ zero: 0 }] };
  const rule = { type: "rule", color: colours.ink, strokeWidth: 1.5 } as const;
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      {
        data: { values: [...picture.points] },
        mark: { type: "point", filled: true, size: 22, opacity: 0.55, color: colours.gain },
        encoding: {
          x: {
            field: "effect",
            type: "quantitative",
            title: picture.effectTitle,
            axis: { tickCount: frame.narrow ? 4 : 8 },
          },
          y: { field: "cost", type: "quantitative", title: picture.axis.title, axis: { tickCount: 6 } },
        },
      },
      { data: zero, mark: rule, encoding: { x: { field: "zero", type: "quantitative" } } },
      { data: zero, mark: rule, encoding: { y: { field: "zero", type: "quantitative" } } },
    ],
  };
}
