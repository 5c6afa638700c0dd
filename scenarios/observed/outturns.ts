import type { ForecastChance, ScoredOutturn } from "../../engine/evidence/calibration/calibration.ts";
import { scoreInForecast } from "../../engine/evidence/calibration/scoreInForecast.ts";
import type { OutputSummary, Result } from "../../engine/result/result.ts";
import type { CheckedScenario } from "../checked.ts";
import type { CheckedObserved, PeopleSeen } from "./observed.ts";

/** A figure that was forecast, beside what it came to. */
export interface Outturn extends ScoredOutturn {
  readonly unit: string;
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
  readonly outturn: number;
}

interface Value {
  readonly value: number;
  /** Standard error of the outturn itself; 0 where it was counted. */
  readonly se: number;
}

/** What a forecast said of figures and criteria of which a follow-up holds the outturn. */
export function outturnsOf(
  { outputs, criteria, manifest }: Result,
  observed: CheckedObserved,
  scenario: CheckedScenario,
): { readonly outturns: readonly Outturn[]; readonly chances: readonly ForecastChance[] } {
  const programme = manifest.scenario;
  const values = new Map([
    ...peopleIn(observed, scenario.content.programme.years),
    ...changesIn(observed, scenario),
    ...Object.entries(observed.figures).map(([id, value]) => [id, { value, se: 0 }] as const),
  ]);
  return {
    outturns: [...values].flatMap(([figure, own]) => {
      const made = outturnOf(outputs[figure], own);
      return made === undefined ? [] : [{ programme, figure, ...made }];
    }),
    chances: Object.entries(observed.content.criteria).flatMap(([what, came]) => {
      const forecast = criteria[what];
      if (forecast === undefined) return [];
      return [{ programme, what, chance: forecast.probability.value, came: came === "met", draws: manifest.draws }];
    }),
  };
}

function outturnOf(
  output: OutputSummary | undefined,
  { value, se }: Value,
): Omit<Outturn, "programme" | "figure"> | undefined {
  if (output === undefined || (output.kind !== "number" && output.kind !== "ratio")) return undefined;
  const { percentiles } = output;
  // Kronor per krona is a number, not a share.
  const unit = output.kind === "ratio" && output.unit === "share" ? "1" : output.unit;
  const mean = output.kind === "number" ? output.mean : output.ratioOfMeans;
  if (percentiles === undefined || mean === undefined) return undefined;
  const points = Object.entries(percentiles).map(([level, own]) => [Number(level), own.value] as const);
  const score = scoreInForecast(
    points.sort(([a], [b]) => a - b),
    value,
    se,
  );
  if (score === undefined) return undefined;
  const forecast = mean.value;
  const relative = forecast === 0 ? {} : { relativeError: (value - forecast) / Math.abs(forecast) };
  const [low, high] = [percentiles["5"].value, percentiles["95"].value];
  return { score, unit, forecast, low, high, outturn: value, ...relative };
}

/** Groups counted to the end: in a year, and added up where every year is there. */
function peopleIn({ people }: CheckedObserved, programmeYears: number): (readonly [string, Value])[] {
  const isOver = ({ group, part, done }: PeopleSeen) =>
    group === "dropped" || group === "completed" || group === "harmed" ? done : part === 1;
  const groups = new Map<string, PeopleSeen[]>();
  for (const own of people.filter((one) => isOver(one) && one.group !== "accepted")) {
    const key = own.segment === undefined ? own.group : `${own.group}.${own.segment}`;
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  return [...groups].flatMap(([key, own]) => {
    const exact = (value: number): Value => ({ value, se: 0 });
    if (own[0].year === undefined) return [[key, exact(own[0].count)] as const];
    // What is counted to the end is one number: its years would say the same again.
    if (own.length === programmeYears) return [[key, exact(own.reduce((sum, one) => sum + one.count, 0))] as const];
    return own.map((one) => [`${key}.y${one.year}`, exact(one.count)] as const);
  });
}

/** Changes measured in the last programme year, the good way positive. */
function changesIn({ outcomes }: CheckedObserved, { content }: CheckedScenario): (readonly [string, Value])[] {
  return outcomes.flatMap(({ outcome, whose, segment, year, measure }) => {
    if (measure.by !== "change" || whose === "comparison" || year !== content.programme.years - 1) return [];
    const figure = whose === "net" ? "improvementNet" : "improvementGross";
    const falls = whose === "participants" && content.outcomes[outcome].better === "lower";
    const id = [figure, outcome, ...(segment === undefined ? [] : [segment])].join(".");
    return [[id, { value: falls ? -measure.value : measure.value, se: measure.se }] as const];
  });
}
