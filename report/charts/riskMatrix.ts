import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import { colours, type Frame, fontSizePx } from "./theme.ts";
import { wrapLabel } from "./widths.ts";

/** Risks by how likely they are and what is lost where they happen, each with its rank, and by its name where there is room. */
export function riskMatrix(picture: Extract<Picture, { kind: "riskMatrix" }>, frame: Frame): TopLevelSpec {
  const likeliest = Math.max(0.1, ...picture.points.map(({ chance }) => chance));
  const values = picture.points.map(({ rank, name, chance, loss }) => ({
    chance,
    loss,
    rank: String(rank),
    label: wrapLabel(name, 150, fontSizePx).split("\n"),
    side: chance > 0.75 * likeliest ? "left" : "right",
  }));
  const x = {
    field: "chance",
    type: "quantitative",
    title: picture.chanceTitle,
    scale: { domainMin: 0, domainMax: 1.15 * likeliest, nice: true },
    axis: { format: ".0%", tickCount: frame.narrow ? 4 : 8 },
  } as const;
  const y = {
    field: "loss",
    type: "quantitative",
    title: picture.axis.title,
    scale: { zero: true, nice: true, domainMax: Math.max(0, ...values.map(({ loss }) => loss)) * 1.1 },
    axis: { tickCount: 6 },
  } as const;
  const named = (side: "left" | "right") => {
    const mark = {
      type: "text",
      align: side === "left" ? "right" : "left",
      baseline: "middle",
      dx: side === "left" ? -15 : 15,
      lineHeight: 14,
    } as const;
    return {
      transform: [{ filter: `datum.side === "${side}"` }],
      mark,
      encoding: { x, y, text: { field: "label" } },
    };
  };
  return {
    width: frame.width,
    height: frame.height,
    data: { values },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5 },
        encoding: { y: { field: "zero", type: "quantitative" } },
      },
      { mark: { type: "point", filled: true, size: 420, opacity: 1, color: colours.loss }, encoding: { x, y } },
      {
        mark: { type: "text", color: colours.paper, fontWeight: "bold", baseline: "middle", dy: 1 },
        encoding: { x, y, text: { field: "rank" } },
      },
      ...(frame.narrow ? [] : [named("left"), named("right")]),
    ],
  };
}
