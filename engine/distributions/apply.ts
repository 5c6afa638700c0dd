import { columnLength, expOfSums, normalTails } from "../numeric/columns.ts";
import { applyTailForm } from "./closedForms.ts";
import type { CellTable, ClosedForm, KnotTable, StepTable, Transform } from "./distribution.ts";

/** Tables reach from −tableEdge to tableEdge; scores beyond count as the end. */
export const tableEdge = 9;

/**
 * Turns scores into values: out[i] = T(z[i]) for i < count. This is what a draw means, for every kernel, and the order of
 * the floating-point operations is fixed for ever:
 *
 * - normal: mean + sd·z. lognormal: exp(meanlog + sdlog·z).
 * - uniform: with step = (high − low)·Φ(−|z|): low + step for z < 0, else high − step.
 * - triangular: tail = Φ(−|z|), rest = 1 − tail; (v, w) = (tail, rest) for z < 0, else (rest, tail); width = high − low;
 *   if v·width < best − low: min(best, low + √((v·width)·(best − low))), else max(best, high − √((w·width)·(high − best))).
 * - the other closed forms: see `numeric/programs/tailDraws.ts`.
 * - cells: y = (z + 9)·(cells/18), taken into [0, cells]; i = min(⌊y⌋, cells − 1); t = y − i;
 *   c0 + t·(c1 + t·(c2 + t·c3)), taken into [low, high] as max(low, min(high, ·)).
 * - knots: z taken into [−9, 9]; bin = min(⌊(z + 9)·(bins/18)⌋, bins − 1); piece = guide[bin], raised by one while the next
 *   knot ≤ z, up to the last piece; t = (z − knot)/(next knot − knot); then as cells.
 * - steps: z taken into [−9, 9]; bin as for knots; step = guide[bin], raised by one while threshold[step] < z; value[step].
 *
 * NaN gives NaN.
 */
export function applyTransform(transform: Transform, z: Float64Array, out: Float64Array, count: number): void {
  if (transform.kind === "cells") applyCells(transform, z, out, count);
  else if (transform.kind === "knots") applyKnots(transform, z, out, count);
  else if (transform.kind === "steps") applySteps(transform, z, out, count);
  else applyClosedForm(transform, z, out, count);
}

function applyClosedForm(form: ClosedForm, z: Float64Array, out: Float64Array, count: number): void {
  const inChunks = (apply: (from: number, n: number) => void) => {
    for (let from = 0; from < count; from += columnLength) apply(from, Math.min(columnLength, count - from));
  };
  switch (form.kind) {
    case "normal":
      for (let i = 0; i < count; i++) out[i] = form.mean + form.sd * z[i];
      return;
    case "lognormal":
      inChunks((from, n) => applyLognormal(form.meanlog, form.sdlog, z, out, from, n));
      return;
    case "uniform":
      inChunks((from, n) => applyUniform(form.low, form.high, z, out, from, n));
      return;
    case "triangular":
      inChunks((from, n) => applyTriangular(form.low, form.best, form.high, z, out, from, n));
      return;
    default:
      applyTailForm(form, z, out, count);
  }
}

/** Φ(−|z|) of the draws that are worked on. */
const tails = new Float64Array(columnLength);
const exponents = new Float64Array(columnLength);
const noLows = new Float64Array(columnLength);

function applyLognormal(
  meanlog: number,
  sdlog: number,
  z: Float64Array,
  out: Float64Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) exponents[i] = meanlog + sdlog * z[from + i];
  expOfSums(exponents, noLows, exponents, count);
  for (let i = 0; i < count; i++) out[from + i] = exponents[i];
}

function applyUniform(
  low: number,
  high: number,
  z: Float64Array,
  out: Float64Array,
  from: number,
  count: number,
): void {
  const width = high - low;
  normalTails(z, from, tails, count);
  for (let i = 0; i < count; i++) {
    const step = width * tails[i];
    out[from + i] = z[from + i] < 0 ? low + step : high - step;
  }
}

function applyTriangular(
  low: number,
  best: number,
  high: number,
  z: Float64Array,
  out: Float64Array,
  from: number,
  count: number,
): void {
  const width = high - low;
  const left = best - low;
  const right = high - best;
  normalTails(z, from, tails, count);
  for (let i = 0; i < count; i++) {
    const tail = tails[i];
    const below = z[from + i] < 0;
    const v = below ? tail : 1 - tail;
    const w = below ? 1 - tail : tail;
    out[from + i] =
      v * width < left
        ? Math.min(best, low + Math.sqrt(v * width * left))
        : Math.max(best, high - Math.sqrt(w * width * right));
  }
}

function applyCells(
  { cells, coefficients: c, low, high }: CellTable,
  z: Float64Array,
  out: Float64Array,
  count: number,
) {
  // An exported constant is looked up at every use.
  const edge = tableEdge;
  const perScore = cells / (2 * edge);
  const last = cells - 1;
  for (let k = 0; k < count; k++) {
    const scaled = (z[k] + edge) * perScore;
    const y = scaled < 0 ? 0 : scaled > cells ? cells : scaled;
    const whole = y | 0; // NaN looks in cell 0, and stays NaN through t
    const i = whole > last ? last : whole;
    const t = y - i;
    const at = i << 2;
    const x = c[at] + t * (c[at + 1] + t * (c[at + 2] + t * c[at + 3]));
    // Comparing costs less than the exact minimum and maximum, which are left for the ends.
    out[k] = x > low && x < high ? x : Math.max(low, Math.min(high, x));
  }
}

function applyKnots(
  { knots, coefficients: c, guide, low, high }: KnotTable,
  z: Float64Array,
  out: Float64Array,
  count: number,
) {
  const edge = tableEdge;
  const bins = guide.length;
  const perScore = bins / (2 * edge);
  const last = knots.length - 2;
  for (let k = 0; k < count; k++) {
    const inside = Math.max(-edge, Math.min(edge, z[k]));
    const bin = Math.min(Math.floor((inside + edge) * perScore), bins - 1) | 0;
    let piece = guide[bin];
    while (piece < last && knots[piece + 1] <= inside) piece++;
    const t = (inside - knots[piece]) / (knots[piece + 1] - knots[piece]);
    const at = piece << 2;
    const x = c[at] + t * (c[at + 1] + t * (c[at + 2] + t * c[at + 3]));
    out[k] = Math.max(low, Math.min(high, x));
  }
}

function applySteps({ values, thresholds, guide }: StepTable, z: Float64Array, out: Float64Array, count: number) {
  const bins = guide.length;
  const perScore = bins / (2 * tableEdge);
  for (let k = 0; k < count; k++) {
    const inside = Math.max(-tableEdge, Math.min(tableEdge, z[k]));
    const bin = Math.min(Math.floor((inside + tableEdge) * perScore), bins - 1) | 0;
    let step = guide[bin];
    while (step < thresholds.length && thresholds[step] < inside) step++;
    out[k] = Number.isNaN(inside) ? inside : values[step];
  }
}
