import type { TopLevelSpec } from "vega-lite";
import type { SensitivityPicture } from "../sensitivity/picture.ts";
import { nameAxis } from "./nameAxis.ts";
import { colours, type Frame } from "./theme.ts";

/** A measure of each input, strongest first, with 95 % intervals; grey and hollow where it can't be told from zero. */
export function measureBars(picture: Extract<SensitivityPicture, { kind: "bars" }>, frame: Frame): TopLevelSpec {
  const labelWidth = frame.narrow ? 140 : 260;
  const names = nameAxis(
    picture.bars.map(({ name }) => name),
    labelWidth,
    32,
  );
  const values = picture.bars.map((bar, index) => ({ ...bar, name: names.keys[index] }));
  const y = { field: "name", type: "ordinal", sort: names.keys, title: null, axis: names.axis } as const;
  const axis = { tickCount: frame.narrow ? 3 : 6 };
  return {
    width: frame.width - labelWidth,
    height: { step: names.stepPx },
    layer: [
      {
        data: { values },
        mark: { type: "bar", height: 18, strokeWidth: 1.5 },
        encoding: {
          y,
          x: { field: "value", type: "quantitative", title: picture.axisTitle, axis },
          fill: { condition: { test: "datum.unclear", value: colours.paper }, value: colours.gain },
          stroke: { condition: { test: "datum.unclear", value: colours.unclear }, value: colours.gain },
        },
      },
      {
        data: { values },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1 },
        encoding: { x: { field: "zero", type: "quantitative" } },
      },
    ],
  };
}
