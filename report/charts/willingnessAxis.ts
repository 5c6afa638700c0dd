import type { Frame } from "./theme.ts";

/** What a unit of an effect is worth, along the axis of acceptability. */
export const willingnessAxis = (title: string, frame: Frame) =>
  ({
    field: "willingness",
    type: "quantitative",
    title,
    axis: { grid: false, tickCount: frame.narrow ? 4 : 8 },
  }) as const;
