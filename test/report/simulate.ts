import type {
  AccountRow,
  Bin,
  Figure,
  NumberSummary,
  OutputSummary,
  RankCorrelation,
  RatioSummary,
  Result,
  YearSummary,
} from "../../engine/result/result.ts";
import { percentileLevels } from "../../engine/result/result.ts";

/** A small stand-in for the engine, for results that reports can be tried on: plain draws, sixteen replicates. */
export const draws = 8_192;
const replicates = 16;
const t15 = 2.131449545559323;

/** Numbers in [0, 1), the same every time. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sampler(seed: number) {
  const uniform = uniforms(seed);
  const normal = (mean = 0, sd = 1): number =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  // Marsaglia & Tsang (2000), doi:10.1145/358407.358414.
  const standardGamma = (shape: number): number => {
    if (shape < 1) return standardGamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (a: number, b: number): number => {
    const x = standardGamma(a);
    return x / (x + standardGamma(b));
  };
  return {
    uniform: (low: number, high: number) => low + (high - low) * uniform(),
    normal,
    truncated(mean: number, sd: number, low: number, high: number): number {
      for (;;) {
        const x = normal(mean, sd);
        if (x >= low && x <= high) return x;
      }
    },
    gamma: (mean: number, sd: number) => (standardGamma((mean / sd) ** 2) * sd * sd) / mean,
    beta,
    triangular(low: number, best: number, high: number): number {
      const u = uniform();
      const up = (best - low) / (high - low);
      return u < up
        ? low + Math.sqrt(u * (high - low) * (best - low))
        : high - Math.sqrt((1 - u) * (high - low) * (high - best));
    },
    pert: (low: number, best: number, high: number) =>
      low + (high - low) * beta(1 + (4 * (best - low)) / (high - low), 1 + (4 * (high - best)) / (high - low)),
    lognormal(mean: number, sd: number): number {
      const variance = Math.log(1 + (sd / mean) ** 2);
      return Math.exp(normal(Math.log(mean) - variance / 2, Math.sqrt(variance)));
    },
  };
}

type Sampler = ReturnType<typeof sampler>;
type Column = Float64Array;

function part(column: Column, r: number): Column {
  const own = new Float64Array(Math.ceil((column.length - r) / replicates));
  for (let k = 0; k < own.length; k++) own[k] = column[k * replicates + r];
  return own;
}
function mean(column: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < column.length; d++) sum += column[d];
  return sum / column.length;
}
function sd(column: ArrayLike<number>): number {
  const centre = mean(column);
  let sum = 0;
  for (let d = 0; d < column.length; d++) sum += (column[d] - centre) ** 2;
  return Math.sqrt(sum / Math.max(1, column.length - 1));
}
function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

/** The value from all draws, its error from the replicates. */
function figure(column: Column, statistic: (values: Column) => number, min = -Infinity, max = Infinity): Figure {
  const value = statistic(column);
  const parts = Array.from({ length: replicates }, (_, r) => statistic(part(column, r)));
  const se = sd(parts) / Math.sqrt(replicates);
  return { value, se, low: Math.max(min, value - t15 * se), high: Math.min(max, value + t15 * se) };
}

const sortedOnce = new WeakMap<Column, Column>();
const sorted = (column: Column) => {
  if (!sortedOnce.has(column)) sortedOnce.set(column, column.slice().sort());
  return sortedOnce.get(column)!;
};
const percentilesOf = (column: Column) => {
  const levels = [...percentileLevels];
  const parts = Array.from({ length: replicates }, (_, r) => part(column, r).sort());
  return Object.fromEntries(
    levels.map((level) => {
      const value = quantile(sorted(column), level / 100);
      const se = sd(parts.map((values) => quantile(values, level / 100))) / Math.sqrt(replicates);
      return [String(level), { value, se, low: value - t15 * se, high: value + t15 * se }];
    }),
  );
};

export function numberSummary(column: Column, unit: string, worse: "low" | "high" = "low"): NumberSummary {
  const tail = Math.ceil(column.length / 20);
  const worst = sorted(column).slice(...(worse === "low" ? [0, tail] : [-tail]));
  const below = column.filter((x) => x < 0);
  return {
    kind: "number",
    unit,
    mean: figure(column, mean),
    sd: figure(column, sd, 0),
    percentiles: percentilesOf(column),
    expectedShortfall: { "5": { ...figure(worst, mean), value: mean(worst) } },
    chanceAboveZero: figure(column, (values) => mean(values.map((x) => Number(x > 0))), 0, 1),
    ...(below.length > 32 ? { meanBelowZero: figure(below, mean, -Infinity, 0) } : {}),
  };
}

function ratioSummary(top: Column, bottom: Column): RatioSummary {
  const perDraw = top.map((x, d) => x / bottom[d]);
  const value = mean(top) / mean(bottom);
  const se =
    sd(Array.from({ length: replicates }, (_, r) => mean(part(top, r)) / mean(part(bottom, r)))) /
    Math.sqrt(replicates);
  const percentiles = percentilesOf(perDraw);
  return {
    kind: "ratio",
    unit: "share",
    ratioOfMeans: { value, se, low: value - t15 * se, high: value + t15 * se },
    median: percentiles["50"],
    percentiles,
    perDrawMean: figure(perDraw, mean),
    perDrawSd: figure(perDraw, sd, 0),
    divisorNotPositive: { value: 0, se: 0, low: 0, high: 0 },
  };
}

function yearSummary(column: Column, years: number): YearSummary {
  const keys = [...Array.from({ length: years }, (_, year) => String(year)), "never"];
  return {
    kind: "year",
    chance: Object.fromEntries(
      keys.map((key, year) => [key, figure(column, (values) => mean(values.map((x) => Number(x === year))), 0, 1)]),
    ),
    mean: figure(column, mean),
    sd: figure(column, sd, 0),
    percentiles: percentilesOf(column),
  };
}

export const chanceOf = (column: Column): { probability: Figure } => ({ probability: figure(column, mean, 0, 1) });

function histogramOf(column: Column, bars = 50): Bin[] {
  const low = quantile(sorted(column), 0);
  const width = (quantile(sorted(column), 1) - low) / bars;
  const counts = new Array<number>(bars).fill(0);
  for (const x of column) counts[Math.min(bars - 1, Math.floor((x - low) / width))]++;
  return counts.map((count, k) => ({ low: low + k * width, high: low + (k + 1) * width, count }));
}

function ranks(column: Column): Column {
  const order = Array.from(column.keys()).sort((a, b) => column[a] - column[b]);
  const rank = new Float64Array(column.length);
  for (const [place, d] of order.entries()) rank[d] = place;
  return rank;
}

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [ma, mb] = [mean(a), mean(b)];
  let both = 0;
  for (let d = 0; d < a.length; d++) both += (a[d] - ma) * (b[d] - mb);
  return both / ((a.length - 1) * sd(a) * sd(b));
}

function rankCorrelations(inputs: Readonly<Record<string, Column>>, output: Column): RankCorrelation[] {
  const target = ranks(output);
  return Object.entries(inputs)
    .map(([input, column]) => {
      const own = ranks(column);
      const value = correlation(own, target);
      const parts = Array.from({ length: replicates }, (_, r) => correlation(part(own, r), part(target, r)));
      const se = sd(parts) / Math.sqrt(replicates);
      const low = Math.max(-1, value - t15 * se);
      return { input, correlation: { value, se, low, high: Math.min(1, value + t15 * se) } };
    })
    .sort((a, b) => Math.abs(b.correlation.value) - Math.abs(a.correlation.value));
}

interface Simulated {
  /** Paths and values of the inputs, by draw. */
  readonly inputs: Record<string, Column>;
  /** Any quantity by draw. */
  readonly columns: Record<string, Column>;
  /** Cost and benefit of an actor by year: `fund` → [year] → draw. */
  readonly flows: Record<string, { cost: Column[]; benefit: Column[] }>;
}

/** Runs `model` once per draw; it names its inputs, its quantities and its flows as it goes. */
export function simulate(
  seed: number,
  years: number,
  model: (
    s: Sampler,
    tell: {
      input(path: string, value: number): number;
      quantity(id: string, value: number): void;
      flow(actor: string, side: "cost" | "benefit", year: number, amount: number): void;
    },
  ) => void,
): Simulated {
  const s = sampler(seed);
  const made: Simulated = { inputs: {}, columns: {}, flows: {} };
  const blank = () => new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    model(s, {
      input(path, value) {
        made.inputs[path] ??= blank();
        made.inputs[path][d] = value;
        return value;
      },
      quantity(id, value) {
        made.columns[id] ??= blank();
        made.columns[id][d] = value;
      },
      flow(actor, side, year, amount) {
        made.flows[actor] ??= {
          cost: Array.from({ length: years }, blank),
          benefit: Array.from({ length: years }, blank),
        };
        made.flows[actor][side][year][d] += amount;
      },
    });
  }
  return made;
}

/** Every money figure of `who` (leaf actors) from the flows, under the ids of the figures' table. */
export function moneyOutputs(
  made: Simulated,
  who: readonly string[],
  suffix: string,
  ratePerYear: number,
  byYear = false,
): { outputs: Record<string, OutputSummary>; net: Column } {
  const years = made.flows[who[0]].cost.length;
  const sum = (side: "cost" | "benefit", year: number, weight: number) =>
    new Float64Array(draws).map((_, d) =>
      who.reduce((total, actor) => total + weight * made.flows[actor][side][year][d], 0),
    );
  const zero = () => new Float64Array(draws);
  const [pvBenefit, pvCost, cost, benefit, cumulative] = [zero(), zero(), zero(), zero(), zero()];
  const payback = new Float64Array(draws).fill(years);
  const outputs: Record<string, OutputSummary> = {};
  for (let year = 0, weight = 1; year < years; year++, weight /= 1 + ratePerYear) {
    const [gain, paid] = [sum("benefit", year, 1), sum("cost", year, 1)];
    for (let d = 0; d < draws; d++) {
      pvBenefit[d] += weight * gain[d];
      pvCost[d] += weight * paid[d];
      cost[d] += paid[d];
      benefit[d] += gain[d];
      cumulative[d] = pvBenefit[d] - pvCost[d];
      if (cumulative[d] >= 0 && payback[d] === years) payback[d] = year;
    }
    if (!byYear) continue;
    outputs[`cumulativeNet${suffix}.y${year}`] = numberSummary(cumulative.slice(), "kr");
    outputs[`balance${suffix}.y${year}`] = numberSummary(
      gain.map((x, d) => x - paid[d]),
      "kr",
    );
  }
  const net = pvBenefit.map((x, d) => x - pvCost[d]);
  outputs[`net${suffix}`] = numberSummary(net, "kr");
  outputs[`pvBenefit${suffix}`] = numberSummary(pvBenefit, "kr");
  outputs[`pvCost${suffix}`] = numberSummary(pvCost, "kr", "high");
  outputs[`cost${suffix}`] = numberSummary(cost, "kr", "high");
  outputs[`benefit${suffix}`] = numberSummary(benefit, "kr");
  if (mean(pvCost) > 0) outputs[`returnPerKrona${suffix}`] = ratioSummary(pvBenefit, pvCost);
  outputs[`paybackYear${suffix}`] = yearSummary(payback, years);
  return { outputs, net };
}

export function accountsOf(made: Simulated, ratePerYear: number): AccountRow[] {
  return Object.entries(made.flows).flatMap(([actor, flows]) =>
    flows.cost.flatMap((_, year) =>
      [false, true].map((discounted) => {
        const weight = discounted ? (1 + ratePerYear) ** -year : 1;
        const of = (column: Column) =>
          figure(
            column.map((x) => weight * x),
            mean,
          );
        return { actor, segment: null, year, cost: of(flows.cost[year]), benefit: of(flows.benefit[year]), discounted };
      }),
    ),
  );
}

export function resultOf(
  id: string,
  made: Simulated,
  net: { id: string; column: Column },
  rest: Pick<Result, "outputs" | "criteria" | "accounts">,
): Result {
  return {
    format: "utfall-result/1",
    manifest: {
      scenario: id,
      scenarioHash: "3f6c1b0a5d7e9f20418b6c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f",
      seed: "2026",
      design: "plain",
      replicates,
      draws,
      paths: Object.keys(made.inputs),
      engine: "0.1.0",
      ended: "fixed",
    },
    ...rest,
    histograms: { [net.id]: histogramOf(net.column) },
    rankCorrelations: { [net.id]: rankCorrelations(made.inputs, net.column) },
    failures: { draws: 0, first: [] },
    scenario: null,
    warnings: [],
  };
}
