import type { WasmMemory } from "../wasm/platform.ts";

/** What sums up columns in an instance's memory. Columns, counts, marks and results are addresses there. */
export interface SumExports {
  readonly memory: WasmMemory;
  moments(column: number, result: number): void;
  finite(column: number): number;
  hits(column: number): number;
  divided(column: number, divisor: number): void;
  tally(column: number, counts: number, stride: number): void;
  signs(column: number, result: number): void;
  extremes(column: number, result: number): void;
  below(column: number, edge: number): number;
  above(column: number, edge: number): number;
  spread(
    column: number,
    counts: number,
    marked: number,
    into: number,
    low: number,
    perUnit: number,
    last: number,
  ): number;
}

/** What an instance of a kernel gives. Columns, tables and records are addresses in its memory. */
export interface KernelExports extends SumExports {
  plain(key0: number, key1: number, key2: number, key3: number, block: number, column: number): void;
  sobol(record: number, first: number, column: number): void;
  mix(column: number, terms: number, end: number): void;
  scaleFactors(column: number): void;
  stretchedScores(column: number, factors: number, places: number, degreesOfFreedom: number, perQ: number): void;
  signedScores(column: number, sizes: number): void;
  cells(column: number, cells: number, perScore: number, low: number, high: number, origin: number): void;
  cellsInside(column: number, perScore: number, origin: number): void;
  knots(
    column: number,
    pieces: number,
    ends: number,
    guide: number,
    perScore: number,
    lastBin: number,
    low: number,
    high: number,
  ): void;
  steps(column: number, values: number, ends: number, guide: number, perScore: number, lastBin: number): void;
  normal(column: number, mean: number, sd: number): void;
  lognormal(column: number, meanlog: number, sdlog: number): void;
  uniform(column: number, low: number, high: number): void;
  triangular(column: number, low: number, best: number, high: number): void;
  logUniform(column: number, low: number, high: number, width: number): void;
  logitNormal(column: number, meanlogit: number, sdlogit: number): void;
  exponential(column: number, mean: number): void;
  weibull(column: number, shape: number, scale: number): void;
  pareto(column: number, low: number, shape: number): void;
  logistic(column: number, location: number, scale: number): void;
  cauchy(column: number, location: number, scale: number): void;
  gumbel(column: number, location: number, scale: number): void;
  model(): void;
}
