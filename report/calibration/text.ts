import type { Calibration, ReliabilityRow } from "../../engine/evidence/calibration/calibration.ts";
import { shareBelow } from "../../engine/evidence/calibration/scoreInForecast.ts";
import type { Language } from "../../engine/issues.ts";
import type { Figure } from "../../engine/result/result.ts";
import { decimal, percent } from "../format.ts";
import { textTable, wrap } from "../terminal/textTable.ts";
import { type CalibrationWord, calibrationWord } from "./words.ts";

/** One outturn as it is shown: what was forecast, in words. */
export interface ShownOutturn {
  readonly title: string;
  readonly forecast: string;
  readonly interval: string;
  readonly outturn: string;
  readonly score: number;
}

/** Forecasts against what came of them, for a terminal. Ends without a line feed. */
export function calibrationText(
  all: readonly ShownOutturn[],
  calibration: Calibration,
  language: Language,
  columns = 80,
): string {
  const say = (name: CalibrationWord, values: Readonly<Record<string, string>> = {}) =>
    calibrationWord(name, language, values);
  const { outturns, chances, programmes, coverage, enough } = calibration;
  const counts = { outturns: String(outturns), chances: String(chances), programmes: String(programmes) };
  return [
    say("title"),
    ...wrap(say("lead", counts), columns),
    ...(all.length === 0 ? [] : ["", say("each"), ...outturnLines(all, language, columns)]),
    ...(coverage.length === 0 ? [] : ["", say("coverage"), ...coverageLines(calibration, language, columns)]),
    ...(enough ? ["", ...conclusions(calibration, language).flatMap((one) => wrap(one, columns))] : []),
    ...(chances === 0 ? [] : ["", say("reliability"), ...reliabilityLines(calibration, language, columns)]),
  ].join("\n");
}

function outturnLines(all: readonly ShownOutturn[], language: Language, columns: number): string[] {
  const head = (["forecast", "interval", "outturn", "place"] as const).map((name) => calibrationWord(name, language));
  const rows = all.map(({ title, forecast, interval, outturn, score }) => ({
    cells: [title, forecast, interval, outturn, percent(shareBelow(score), language, { digits: 2, finest: -2 })],
  }));
  return textTable([{ cells: ["", ...head] }, ...rows], columns);
}

function coverageLines({ coverage }: Calibration, language: Language, columns: number): string[] {
  const share = (value: number) => percent(value, language, { digits: 2, finest: -2 });
  const head = (["held", "margin"] as const).map((name) => calibrationWord(name, language));
  const rows = coverage.map(({ level, held, of, low, high }) => ({
    cells: [
      calibrationWord("level", language, { level: String(level) }),
      `${held}/${of} = ${share(held / of)}`,
      `${share(low)} – ${share(high)}`,
    ],
  }));
  return textTable([{ cells: ["", ...head] }, ...rows], columns);
}

/** Said only where there are enough to conclude from. */
function conclusions(
  { bias, relativeError, widen, brier, brierOfShare = 0, logScore }: Calibration,
  language: Language,
): string[] {
  const number = (value: number) => decimal(value, -2, language);
  const bounds = ({ low, high }: Figure) => ({ low: number(low), high: number(high) });
  const said: string[] = [];
  if (widen !== undefined) {
    const way = widen.low > 1 ? "narrow" : widen.high < 1 ? "wide" : "right";
    said.push(calibrationWord(way, language, { value: number(widen.value), ...bounds(widen) }));
  }
  if (bias !== undefined) {
    const side = calibrationWord(bias.value < 0 ? "below" : "above", language);
    const relative =
      relativeError === undefined ? "–" : percent(relativeError.value, language, { digits: 2, finest: -2 });
    said.push(
      calibrationWord("bias", language, { value: number(Math.abs(bias.value)), side, relative, ...bounds(bias) }),
    );
  }
  if (brier !== undefined && logScore !== undefined) {
    const values = { brier: number(brier.value), share: number(brierOfShare), log: number(logScore.value) };
    said.push(calibrationWord("scores", language, values));
  }
  return said;
}

function reliabilityLines({ reliability }: Calibration, language: Language, columns: number): string[] {
  const share = (value: number) => percent(value, language, { digits: 2, finest: -2 });
  const head = (["goals", "came", "margin"] as const).map((name) => calibrationWord(name, language));
  const rows = reliability.map(({ meanChance, forecasts, came, low, high }: ReliabilityRow) => ({
    cells: [share(meanChance), String(forecasts), String(came), `${share(low)} – ${share(high)}`],
  }));
  return textTable([{ cells: [calibrationWord("chance", language), ...head] }, ...rows], columns);
}
