import type { TopLevelSpec } from "vega-lite";
import type { SensitivityPicture } from "../sensitivity/picture.ts";
import { nameAxis } from "./nameAxis.ts";
import { colours, type Frame } from "./theme.ts";

/** What is expected where each input is low, and where it is high, about what is expected where nothing is known. */
export function heldTornado(picture: Extract<SensitivityPicture, { kind: "tornado" }>, frame: Frame): TopLevelSpec {
  const labelWidth = frame.narrow ? 140 : 260;
  const names = nameAxis(
    picture.rows.map(({ name }) => name),
    labelWidth,
    32,
  );
  const ends = picture.rows.flatMap(({ ends }, index) =>
    ends.map((end, k) => ({ ...end, name: names.keys[index], side: picture.sides[k], from: picture.unheld })),
  );
  const y = { field: "name", type: "ordinal", sort: names.keys, title: null, axis: names.axis } as const;
  const scale = { zero: false } as const;
  const axis = { tickCount: frame.narrow ? 3 : 6 };
  return {
    width: frame.width - labelWidth,
    height: { step: names.stepPx },
    layer: [
      {
        data: { values: ends },
        mark: { type: "bar", height: 18 },
        encoding: {
          y,
          x: { field: "value", type: "quantitative", title: picture.axisTitle, scale, axis },
          x2: { field: "from" },
          color: {
            field: "side",
            type: "nominal",
            sort: null,
            scale: { domain: [...picture.sides], range: [colours.light, colours.gain] },
          },
        },
      },
      {
        data: { values: ends },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      {
        data: { values: [{ unheld: picture.unheld }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1 },
        encoding: { x: { field: "unheld", type: "quantitative" } },
      },
    ],
  };
}
