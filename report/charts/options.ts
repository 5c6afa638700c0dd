import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import { nameAxis } from "./nameAxis.ts";
import { colours, type Frame } from "./theme.ts";

/** Net value by option: nine outcomes in ten, half of them, and the median. */
export function options(picture: Extract<Picture, { kind: "options" }>, frame: Frame): TopLevelSpec {
  const labelWidth = frame.narrow ? 96 : 220;
  const names = nameAxis(
    picture.rows.map(({ name }) => name),
    labelWidth,
    44,
  );
  const data = { values: picture.rows.map((row, index) => ({ ...row, name: names.keys[index] })) };
  const y = { field: "name", type: "ordinal", sort: names.keys, title: null, axis: names.axis } as const;
  return {
    width: frame.width - labelWidth,
    height: { step: names.stepPx },
    layer: [
      {
        data,
        mark: { type: "bar", height: 10, color: colours.light },
        encoding: {
          y,
          x: {
            field: "p5",
            type: "quantitative",
            title: picture.axis.title,
            axis: { tickCount: frame.narrow ? 4 : 8 },
          },
          x2: { field: "p95" },
        },
      },
      {
        data,
        mark: { type: "bar", height: 20, color: colours.middle },
        encoding: { y, x: { field: "p25", type: "quantitative" }, x2: { field: "p75" } },
      },
      {
        data,
        mark: { type: "tick", thickness: 3, size: 26, color: colours.ink },
        encoding: { y, x: { field: "p50", type: "quantitative" } },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { x: { field: "zero", type: "quantitative" } },
      },
    ],
  };
}
