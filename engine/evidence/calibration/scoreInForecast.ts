import { exp } from "../../numeric/elementary.ts";
import { logNormalCdf } from "../../numeric/errorFunction.ts";
import { normalQuantile } from "../../numeric/normalQuantile.ts";

/** A forecast of a number by its percentiles: levels from 0 to 100, ascending, each with the value below which so much lies. */
export type ForecastPercentiles = readonly (readonly [level: number, value: number])[];

/** Scores beyond these say only that the outturn lay far outside. */
const furthest = 6;

/**
 * Where an outturn lies in its forecast, as a standard normal score: Φ⁻¹ of the share of the forecast below it (Dawid 1984,
 * doi:10.2307/2981683). Between percentiles the score is read off a straight line, beyond them off the one through the two
 * outermost; where several percentiles have the outturn's own value it is their middle.
 *
 * @param se standard error of the outturn itself, which adds to the spread of the forecast
 * @returns undefined where the forecast has no spread
 */
export function scoreInForecast(percentiles: ForecastPercentiles, outturn: number, se = 0): number | undefined {
  const points = percentiles.map(([level, value]) => ({ z: normalQuantile(level / 100), value }));
  const last = points.length - 1;
  if (last < 1 || !(points[last].value > points[0].value)) return undefined;
  const score = bounded(scoreAt(points, outturn));
  if (se === 0) return score;
  // One normal with the forecast's own slope there: its sd is how much a score is worth.
  const sd = (points[last].value - points[0].value) / (points[last].z - points[0].z);
  return score * (sd / Math.sqrt(sd * sd + se * se));
}

const bounded = (z: number): number => Math.max(-furthest, Math.min(furthest, z));

interface Point {
  readonly z: number;
  readonly value: number;
}

function scoreAt(points: readonly Point[], x: number): number {
  const equal = points.filter(({ value }) => value === x);
  if (equal.length > 0) return (equal[0].z + equal[equal.length - 1].z) / 2;
  const above = points.findIndex(({ value }) => value > x);
  if (above === 0) return line(points[0], next(points, 0, 1), x);
  if (above < 0) return line(points[points.length - 1], next(points, points.length - 1, -1), x);
  return line(points[above - 1], points[above], x);
}

/** The nearest point of another value, so that a line through the two is not upright. */
function next(points: readonly Point[], from: number, step: 1 | -1): Point {
  let at = from + step;
  while (points[at].value === points[from].value) at += step;
  return points[at];
}

const line = (a: Point, b: Point, x: number): number => a.z + ((x - a.value) / (b.value - a.value)) * (b.z - a.z);

/** The share of a forecast below a score: the probability integral transform of the outturn, Φ(z). */
export const shareBelow = (score: number): number => exp(logNormalCdf(score));
