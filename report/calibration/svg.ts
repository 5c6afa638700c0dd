import type { Calibration } from "../../engine/evidence/calibration/calibration.ts";
import { shareBelow } from "../../engine/evidence/calibration/scoreInForecast.ts";
import type { Language } from "../../engine/issues.ts";
import { colours } from "../charts/theme.ts";
import { percent } from "../format.ts";
import { escapeHtml } from "../html/markup.ts";
import { calibrationWord } from "./words.ts";

const width = 640;
const side = 240;
const left = 48;
const right = 352;
const top = 56;
const height = 356;
const bins = 10;

/** Two pictures: goals met against the chance they were given, and where outturns fell in their forecasts. */
export function calibrationSvg(scores: readonly number[], { reliability }: Calibration, language: Language): string {
  const say = (name: Parameters<typeof calibrationWord>[0]) => escapeHtml(calibrationWord(name, language));
  const x = (from: number, share: number) => (from + share * side).toFixed(1);
  const y = (share: number) => (top + (1 - share) * side).toFixed(1);
  const text = (at: string | number, line: number, words: string, anchor = "start") =>
    `<text x="${at}" y="${line}" text-anchor="${anchor}">${words}</text>`;
  const ticks = [0, 0.5, 1];
  const frame = (from: number) => [
    `<rect x="${from}" y="${top}" width="${side}" height="${side}" fill="none" stroke="${colours.grid}"/>`,
    ...ticks.map((share) => text(x(from, share), top + side + 18, escapeHtml(percent(share, language)), "middle")),
  ];
  const points = reliability.map(({ meanChance, forecasts, came, low, high }) => {
    const at = x(left, meanChance);
    const line = `<line x1="${at}" x2="${at}" y1="${y(low)}" y2="${y(high)}" stroke="${colours.ink}"/>`;
    return `${line}<circle cx="${at}" cy="${y(came / forecasts)}" r="${(3 + Math.min(5, Math.sqrt(forecasts))).toFixed(1)}" fill="${colours.gain}"/>`;
  });
  const counts = Array.from({ length: bins }, () => 0);
  for (const score of scores) counts[Math.min(bins - 1, Math.floor(shareBelow(score) * bins))]++;
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, k) => {
    const share = count / most;
    return `<rect x="${x(right, k / bins)}" y="${y(share)}" width="${(side / bins - 2).toFixed(1)}" height="${(share * side).toFixed(1)}" fill="${colours.gain}"/>`;
  });
  const even = y(scores.length / bins / most);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${say("title")}" font-family="Arial, Liberation Sans, Helvetica, sans-serif" font-size="13" fill="${colours.ink}">`,
    `<title>${say("title")}</title><rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    text(left, 24, say("reliability")),
    ...frame(left),
    ...ticks.map((share) => text(left - 6, top + (1 - share) * side + 4, escapeHtml(percent(share, language)), "end")),
    `<line x1="${left}" y1="${top + side}" x2="${left + side}" y2="${top}" stroke="${colours.loss}" stroke-dasharray="4 4"/>`,
    ...points,
    text(left + side / 2, top + side + 40, `${say("chance")} (- - - ${say("perfect")})`, "middle"),
    text(right, 24, say("fellIn")),
    ...bars,
    ...frame(right),
    `<line x1="${right}" x2="${right + side}" y1="${even}" y2="${even}" stroke="${colours.loss}" stroke-dasharray="4 4"/>`,
    text(right + side / 2, top + side + 40, say("fellAxis"), "middle"),
    "</svg>\n",
  ].join("\n");
}
