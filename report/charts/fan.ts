import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import { colours, type Frame } from "./theme.ts";
import { yearAxis } from "./yearAxis.ts";

/** Accumulated net value by year: nine outcomes in ten, half of them, and the median; the year in which the median reaches zero is marked. */
export function fan(picture: Extract<Picture, { kind: "fan" }>, frame: Frame): TopLevelSpec {
  const data = { values: [...picture.years] };
  const labels = picture.years.map(({ label }) => label);
  const x = {
    field: "label",
    type: "ordinal",
    sort: labels,
    title: null,
    scale: { type: "point", padding: 0.2 },
    axis: yearAxis(labels, frame.width),
  } as const;
  const back = picture.marksPayback ? picture.years.find(({ p50 }) => p50 >= 0) : undefined;
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      {
        data,
        mark: { type: "area", color: colours.light },
        encoding: {
          x,
          y: { field: "p5", type: "quantitative", title: picture.axis.title, axis: { tickCount: 6 } },
          y2: { field: "p95" },
        },
      },
      {
        data,
        mark: { type: "area", color: colours.middle },
        encoding: { x, y: { field: "p25", type: "quantitative" }, y2: { field: "p75" } },
      },
      {
        data,
        mark: { type: "line", color: "#003f66", strokeWidth: 2.5 },
        encoding: { x, y: { field: "p50", type: "quantitative" } },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { y: { field: "zero", type: "quantitative" } },
      },
      ...(back
        ? ([
            {
              data: { values: [back] },
              mark: {
                type: "point",
                filled: true,
                color: "#003f66",
                stroke: colours.paper,
                strokeWidth: 1.5,
                size: 110,
                opacity: 1,
              },
              encoding: { x, y: { field: "p50", type: "quantitative" } },
            },
            {
              data: { values: [back] },
              mark: { type: "text", align: "right", dx: -4, dy: -14, fontWeight: "bold" },
              encoding: { x, y: { field: "p50", type: "quantitative" }, text: { field: "label" } },
            },
          ] satisfies Extract<TopLevelSpec, { layer: unknown[] }>["layer"])
        : []),
    ],
  };
}
