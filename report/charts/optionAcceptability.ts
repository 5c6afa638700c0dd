import type { TopLevelSpec } from "vega-lite";
import type { Picture } from "../view/pictures/picture.ts";
import type { WordTable } from "../words/index.ts";
import { colours, type Frame } from "./theme.ts";
import { willingnessAxis } from "./willingnessAxis.ts";

/** Okabe & Ito's colours, dark enough on paper; a curve is told by its dashes and marks as well. */
const strokes = ["#0072b2", "#b34700", "#006b4f", "#8e4585", "#7a6a00", "#1f2933", "#3b8fc4"] as const;
const dashes = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [12, 3],
  [1, 3],
] as const;
const shapes = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right"] as const;
const titlesWide = 2;

/** Chance that each option is best, by what a unit of effect is worth; filled points where it is best on the mean. */
export function optionAcceptability(
  picture: Extract<Picture, { kind: "optionAcceptability" }>,
  frame: Frame,
  words: WordTable,
): TopLevelSpec {
  // Two options may have the same title: curves are told apart by their number.
  const data = {
    values: picture.options.flatMap(({ points }, index) => points.map((own) => ({ ...own, option: String(index) }))),
  };
  const names = picture.options.map(({ name }) => name);
  const of = <T>(list: readonly T[]): T[] => names.map((_, k) => list[k % list.length]);
  const domain = names.map((_, k) => String(k));
  const legend = {
    columns: frame.narrow ? 1 : titlesWide,
    labelExpr: `${JSON.stringify(names)}[toNumber(datum.label)]`,
    labelLimit: frame.narrow ? 250 : 320,
    symbolStrokeWidth: 0,
  };
  const x = willingnessAxis(picture.axis.title, frame);
  const color = { field: "option", type: "nominal", scale: { domain, range: of(strokes) }, legend } as const;
  const strokeDash = {
    field: "option",
    type: "nominal",
    scale: { domain, range: of(dashes).map((own) => [...own]) },
    legend,
  } as const;
  const y = {
    field: "chance",
    type: "quantitative",
    title: words.optionChanceBest,
    scale: { domain: [0, 1] as number[] },
    axis: { format: ".0%", tickCount: 5 },
  } as const;
  return {
    width: frame.width,
    height: frame.height,
    layer: [
      { data, mark: { type: "line", strokeWidth: 2 }, encoding: { x, y, color, strokeDash } },
      {
        data,
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: { x, y: { field: "low", type: "quantitative" }, y2: { field: "high" }, color },
      },
      {
        data,
        mark: { type: "point", filled: false, size: 60, opacity: 1, strokeWidth: 1.5 },
        encoding: {
          x,
          y,
          color,
          shape: { field: "option", type: "nominal", scale: { domain, range: of(shapes) }, legend },
          fill: { value: colours.paper },
        },
      },
      {
        data: { values: data.values.filter(({ best }) => best) },
        mark: { type: "point", filled: true, size: 60, opacity: 1 },
        encoding: {
          x,
          y,
          color,
          shape: { field: "option", type: "nominal", scale: { domain, range: of(shapes) }, legend },
        },
      },
    ],
  };
}
