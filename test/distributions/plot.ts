import { type DistributionSpec, describe } from "../../engine/distributions/index.ts";

/* A small picture of a distribution: its density, or a stem for each value of a discrete one. */

const width = 220;
const height = 72;
const floor = 60;
const ink = "#2b5c8a";

/** From the 1st to the 99th percentile, a little beyond where there is room. */
function rangeOf(spec: DistributionSpec): readonly [number, number] {
  const d = describe(spec);
  const [low, high] = [d.quantile(0.01), d.upperQuantile(0.01)];
  const room = 0.04 * (high - low);
  return [Math.max(d.support[0], low - room), Math.min(d.support[1], high + room)];
}

/** A number of the page, the same on every machine. */
const short = (x: number): string => String(Number(x.toPrecision(3))).replace("-", "−");

/** "weibull: shape 1.7, scale 3.4". */
function titleOf({ family, parameters, lists = {} }: DistributionSpec): string {
  const numbers = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  const named = Object.entries(lists).map(([name, values]) => `${name} ${values.join(" ")}`);
  return `${family}: ${[...numbers, ...named].join(", ")}`;
}

export function plotOf(spec: DistributionSpec): string {
  const d = describe(spec);
  const [low, high] = rangeOf(spec);
  const place = (x: number) => 4 + ((width - 8) * (x - low)) / (high - low);
  const points =
    d.atoms === undefined
      ? Array.from({ length: 161 }, (_, i) => low + ((high - low) * (i + 0.5)) / 161)
      : [...d.atoms].filter((x) => x >= low && x <= high);
  const heights = points.map(d.density);
  // where a density is infinite at an end, the rest is to be seen
  const highest = heights.indexOf(Math.max(...heights));
  const atEnd = d.atoms === undefined && (highest === 0 || highest === heights.length - 1);
  const usual = [...heights].sort((a, b) => a - b)[Math.floor(0.9 * (heights.length - 1))];
  const top = atEnd ? Math.min(heights[highest], 6 * usual) : heights[highest];
  const level = (y: number) => floor - (floor - 6) * Math.min(1, y / top);
  const at = (i: number) => `${place(points[i]).toFixed(1)} ${level(heights[i]).toFixed(1)}`;
  const path =
    d.atoms === undefined
      ? `M${points.map((_, i) => at(i)).join("L")}`
      : points.map((x, i) => `M${place(x).toFixed(1)} ${floor}L${at(i)}`).join("");
  const text = (x: number, anchor: string, words: string) =>
    `<text x="${x}" y="70" font-size="9" text-anchor="${anchor}" fill="#555">${words}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">`,
    `<title>${titleOf(spec)}</title>`,
    `<path d="M4 ${floor}H${width - 4}" stroke="#bbb" fill="none"/>`,
    `<path d="${path}" stroke="${ink}" stroke-width="1.6" fill="none"/>`,
    text(4, "start", short(points[0])),
    text(width - 4, "end", short(points[points.length - 1])),
    "</svg>\n",
  ].join("\n");
}
