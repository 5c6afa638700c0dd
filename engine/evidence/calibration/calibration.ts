import { binomialInterval } from "../../numeric/binomialInterval.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { normalQuantile } from "../../numeric/normalQuantile.ts";
import type { Figure } from "../../result/estimate.ts";
import { byProgramme, type OfProgramme } from "./byProgramme.ts";

/** An outturn in its forecast: the standard normal score of where it lay. */
export interface ScoredOutturn extends OfProgramme {
  readonly figure: string;
  readonly score: number;
  /** (outturn − mean of the forecast) / |mean|; absent where that mean is 0. */
  readonly relativeError?: number;
}

/** A chance that was forecast, and whether it came true. */
export interface ForecastChance extends OfProgramme {
  readonly what: string;
  readonly chance: number;
  readonly came: boolean;
  /** Draws behind the chance: of so many, none or all is not impossible or certain. */
  readonly draws: number;
}

/** How many outturns a central interval held. */
interface Coverage {
  /** In per cent: 50, 80, 90. */
  readonly level: number;
  readonly held: number;
  readonly of: number;
  /** Exact 95 % interval of the share held, were outturns independent of each other. */
  readonly low: number;
  readonly high: number;
}

/** Chances of about the same size: how many came true. */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly forecasts: number;
  readonly meanChance: number;
  readonly came: number;
  readonly low: number;
  readonly high: number;
}

export interface Calibration {
  readonly outturns: number;
  readonly programmes: number;
  /** False where there are too few to conclude from. */
  readonly enough: boolean;
  readonly coverage: readonly Coverage[];
  /** Mean score: above 0 where it came to more than was forecast. Absent for fewer than two programmes, as all figures below. */
  readonly bias?: Figure;
  readonly relativeError?: Figure;
  /**
   * How much wider the intervals ought to have been: root mean square of the scores. Above 1 they are too narrow. Its interval is
   * that of the logarithm.
   */
  readonly widen?: Figure;
  readonly chances: number;
  /** Mean of (chance − what came)², Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2. */
  readonly brier?: Figure;
  /** The same had every chance been the share that came true: a forecast that knows the past and nothing else. */
  readonly brierOfShare?: number;
  /** Mean of −ln of the chance given to what came. */
  readonly logScore?: Figure;
  readonly reliability: readonly ReliabilityRow[];
}

/** From so many outturns, of so many programmes, one may conclude. */
export const fewestOutturns = 20;
export const fewestProgrammes = 10;

const levels = [50, 80, 90] as const;
const bands = 5;

/** Holds forecasts against what came. Errors come from the programmes, since what one of them brought moves together. */
export function calibration(outturns: readonly ScoredOutturn[], chances: readonly ForecastChance[]): Calibration {
  const programmes = new Set(outturns.map(({ programme }) => programme)).size;
  const relative = outturns.filter(
    (own): own is ScoredOutturn & { relativeError: number } => own.relativeError !== undefined,
  );
  const came = chances.filter((own) => own.came).length / chances.length;
  return {
    outturns: outturns.length,
    programmes,
    enough: outturns.length >= fewestOutturns && programmes >= fewestProgrammes,
    coverage: outturns.length === 0 ? [] : levels.map((level) => coverageOf(outturns, level)),
    ...optional(
      "bias",
      byProgramme(outturns, (own) => mean(own.map(({ score }) => score))),
    ),
    ...optional(
      "relativeError",
      byProgramme(relative, (own) => mean(own.map(({ relativeError }) => relativeError))),
    ),
    ...optional("widen", widenOf(outturns)),
    chances: chances.length,
    ...optional(
      "brier",
      byProgramme(chances, (own) => mean(own.map(brier))),
    ),
    ...(chances.length === 0 ? {} : { brierOfShare: came * (1 - came) }),
    ...optional(
      "logScore",
      byProgramme(chances, (own) => mean(own.map(logScore))),
    ),
    reliability: reliabilityOf(chances),
  };
}

const optional = <K extends string>(key: K, value: Figure | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: Figure };

const mean = (all: readonly number[]): number => all.reduce((sum, x) => sum + x, 0) / all.length;

function coverageOf(outturns: readonly ScoredOutturn[], level: number): Coverage {
  const edge = normalQuantile(0.5 + level / 200);
  const held = outturns.filter(({ score }) => Math.abs(score) <= edge).length;
  const [low, high] = binomialInterval(held, outturns.length, 0.95);
  return { level, held, of: outturns.length, low, high };
}

/** A spread is told on the scale of its logarithm, where it lies evenly about what it is. */
function widenOf(outturns: readonly ScoredOutturn[]): Figure | undefined {
  const lnOf = byProgramme(outturns, (own) => 0.5 * ln(mean(own.map(({ score }) => score * score))));
  if (lnOf === undefined) return undefined;
  const value = exp(lnOf.value);
  return { value, se: value * lnOf.se, low: exp(lnOf.low), high: exp(lnOf.high) };
}

const brier = ({ chance, came }: ForecastChance): number => (chance - Number(came)) * (chance - Number(came));

function logScore({ chance, came, draws }: ForecastChance): number {
  // Of n draws none is hardly less than half of one.
  const least = 1 / (2 * draws);
  return -ln(Math.max(least, Math.min(1 - least, came ? chance : 1 - chance)));
}

function reliabilityOf(chances: readonly ForecastChance[]): readonly ReliabilityRow[] {
  return Array.from({ length: bands }, (_, band) => {
    const [from, to] = [band / bands, (band + 1) / bands];
    const own = chances.filter(({ chance }) => Math.min(bands - 1, Math.floor(chance * bands)) === band);
    const came = own.filter((one) => one.came).length;
    const [low, high] = own.length === 0 ? [0, 1] : binomialInterval(came, own.length, 0.95);
    const meanChance = own.length === 0 ? (from + to) / 2 : mean(own.map(({ chance }) => chance));
    return { from, to, forecasts: own.length, meanChance, came, low, high };
  }).filter(({ forecasts }) => forecasts > 0);
}
