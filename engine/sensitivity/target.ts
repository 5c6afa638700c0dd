import { sampleQuantile } from "../evidence/sample/quantileTypes.ts";
import type { Figure } from "../result/estimate.ts";
import { anyNumber, replicateFigure, shareFigure } from "../result/figure.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered } from "./answered.ts";
import type { Sample } from "./sample.ts";

export const mostTargetDraws = 131_072;
const appetite = { method: "target", most: mostTargetDraws, fewest: 1024 };

/** Share of the draws on either side of the end of a tenth that tell what is expected there. */
const nearEnd = 0.02;

/** Draws in a tenth with fewer than this in some replicate tell too little. */
const fewestInTenth = 2;

/**
 * The chance that a criterion is met, or the expected result, among the draws where an input is in its lowest tenth and in its
 * highest: what would be said if it were known to be low, or high. Inputs that move together with it follow, as they do in the
 * draws; see `oneWay` for the input moved alone. Errors are those of a quotient, from the replicates; of few hits the exact
 * binomial interval. Equal values stay together, so a tenth may hold more; an input whose lowest and highest tenths would share
 * draws is left out. Misleads where the answer turns within the range: low and high may then be alike though the input matters.
 * First-order and total indices of the 0/1 output (target indices: Perrin & Defaux 2019, doi:10.1016/j.ress.2018.10.010) are those
 * that the variance-based methods give of a criterion.
 */
export const target = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map((output, k) => targetOf(output, answered(sample, k, appetite)));

function targetOf({ id, kind, unit: own = "" }: Sample["outputs"][number], found: Answered): Analysis {
  const unit = kind === "chance" ? "share" : own;
  const { y, notes } = found;
  const rows = found.nothing
    ? []
    : found.inputs.flatMap(({ name, x }): AnalysisRow[] => {
        const figures = tenths(x, kind, found);
        if (figures === undefined) return [];
        const { low, high } = figures.difference;
        const unsure = low <= 0 && high >= 0;
        return [{ inputs: [name], figures, ...(unsure ? { indistinct: ["difference"] } : {}) }];
      });
  rows.sort((a, b) => Math.abs(b.figures.difference.value) - Math.abs(a.figures.difference.value));
  return {
    method: "target",
    of: id,
    unit,
    evaluations: 0,
    draws: y.length,
    measures: ["low", "high", "difference"].map((measure) => ({ id: measure, unit })),
    rows,
    notes,
  };
}

type Tenths = Readonly<Record<"low" | "high" | "difference", Figure>>;

/** Undefined where an input has no tenths that lie apart, or a replicate has too few draws in one. */
function tenths(x: Float64Array, kind: "number" | "chance", found: Answered): Tenths | undefined {
  const sorted = x.slice().sort();
  const [lower, upper] = [0.1, 0.9].map((share) => sampleQuantile(sorted, share));
  if (!(lower < upper)) return undefined;
  const low = tenth(found, (draw) => x[draw] <= lower, around(x, sorted, 0.1));
  const high = tenth(found, (draw) => x[draw] >= upper, around(x, sorted, 0.9));
  if (Math.min(...low.counts, ...high.counts) < fewestInTenth) return undefined;
  const [lowFigure, highFigure] = [low, high].map(({ sums, counts, mean, linear }) => {
    const byReplicate = replicateFigure(mean, linear, kind === "chance" ? { low: 0, high: 1 } : anyNumber);
    return kind === "chance" ? wider(byReplicate, shareFigure(sums, counts)) : byReplicate;
  });
  const byReplicate = replicateFigure(
    high.mean - low.mean,
    high.linear.map((own, r) => own - low.linear[r]),
    kind === "chance" ? { low: -1, high: 1 } : anyNumber,
  );
  if (kind === "number") return { low: lowFigure, high: highFigure, difference: byReplicate };
  // Where hits are few, what each tenth leaves open is wider than the replicates say.
  const difference = {
    value: byReplicate.value,
    se: Math.max(byReplicate.se, Math.sqrt(lowFigure.se * lowFigure.se + highFigure.se * highFigure.se)),
    low: Math.min(byReplicate.low, byReplicate.value - beside(highFigure, "low", lowFigure, "high")),
    high: Math.max(byReplicate.high, byReplicate.value + beside(highFigure, "high", lowFigure, "low")),
  };
  return {
    low: lowFigure,
    high: highFigure,
    difference: { ...difference, low: Math.max(-1, difference.low), high: Math.min(1, difference.high) },
  };
}

/** The one whose interval says less. */
const wider = (a: Figure, b: Figure): Figure => (a.high - a.low > b.high - b.low ? a : b);

/** Which draws lie near the end of a tenth, where it is itself drawn; none where so many are equal there that it stands fast. */
function around(x: Float64Array, sorted: Float64Array, share: number): (draw: number) => boolean {
  const [from, end, to] = [-nearEnd, 0, nearEnd].map((beside) => sampleQuantile(sorted, share + beside));
  const stands =
    sampleQuantile(sorted, share - nearEnd / 4) === end || sampleQuantile(sorted, share + nearEnd / 4) === end;
  return (draw) => !stands && x[draw] >= from && x[draw] <= to;
}

/** How far a difference reaches where each of two figures reaches so far (Newcombe 1998, method 10). */
function beside(a: Figure, endOfA: "low" | "high", b: Figure, endOfB: "low" | "high"): number {
  const [first, second] = [a.value - a[endOfA], b.value - b[endOfB]];
  return Math.sqrt(first * first + second * second);
}

interface Tenth {
  /** By replicate. */
  readonly sums: readonly number[];
  readonly counts: readonly number[];
  readonly mean: number;
  /** The mean as each replicate says it. */
  readonly linear: readonly number[];
}

/**
 * The mean of y where an input is at most, or at least, its own quantile. That quantile is of the same draws: one more below it takes
 * the last one out of the tenth, so residuals count from the mean of y near the end of the tenth, m in (Σ(y − m)) / n, and not from
 * that within it.
 */
function tenth(
  { y, replicateAt, replicates }: Answered,
  belongs: (draw: number) => boolean,
  near: (draw: number) => boolean,
): Tenth {
  let [nearSum, nearCount] = [0, 0];
  const sums = new Array<number>(replicates).fill(0);
  const counts = new Array<number>(replicates).fill(0);
  for (let draw = 0; draw < y.length; draw++) {
    if (near(draw)) {
      nearSum += y[draw];
      nearCount++;
    }
    if (!belongs(draw)) continue;
    sums[replicateAt[draw]] += y[draw];
    counts[replicateAt[draw]]++;
  }
  const count = counts.reduce((sum, own) => sum + own, 0);
  const mean = sums.reduce((sum, own) => sum + own, 0) / count;
  const each = count / replicates;
  const from = nearCount === 0 ? mean : nearSum / nearCount;
  const whole = (mean - from) * count;
  const linear = sums.map((own, r) => mean + (own - from * counts[r] - whole / replicates) / each);
  return { sums, counts, mean, linear };
}
