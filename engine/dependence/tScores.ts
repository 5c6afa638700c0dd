import { applyTransform, type CellTable } from "../distributions/index.ts";
import { impossible } from "../issues.ts";
import { columnLength } from "../numeric/columns.ts";
import { exp, ln, normalTail } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { gammaQuantile } from "../numeric/gammaQuantile.ts";
import { gammaTails } from "../numeric/incompleteGamma.ts";
import { log1p } from "../numeric/log1p.ts";
import { normalDensity, normalUpperQuantile } from "../numeric/normalQuantile.ts";
import { studentTTails } from "../numeric/studentT.ts";
import { cubicCells, edge } from "./cubicCells.ts";

/*
 * Scores with a t copula: z″ = Φ⁻¹(t_ν(y)), y = (Lz)/√W, where W = χ²_ν/ν comes from one more score s that the whole group
 * shares: W is its gamma quantile at Φ(s). Two tables carry the draws, the first with an error below 1e-9, the second below 1e-10:
 *
 * - of ½·ln W over s, so that √W has its relative accuracy also where W is next to nothing and all of a group is extreme;
 * - of z″ over q = √(ν·ln(1 + y²/ν)), in which it is nearly straight from the median to the farthest tails, stretched to scores:
 *   −9 is q = 0, 9 the q at which z″ is 9. Odd in y, so one half serves both.
 */

/** What a group with a t copula needs to make its scores. */
export interface TScoreTables {
  readonly degreesOfFreedom: number;
  /** ½·ln W at a score. */
  readonly mixing: CellTable;
  /** q at which z″ is 9; beyond, z″ stays there. */
  readonly reach: number;
  /** z″ at 18·q/reach − 9. */
  readonly scores: CellTable;
}

/** e^(−h), and places in the table of scores, of the draws that are worked on. */
const factors = new Float64Array(columnLength);
const places = new Float64Array(columnLength);

const allowed = { mixing: 1e-9, scores: 1e-10 };

/** @throws UtfallError `evidenceRule` for degrees of freedom below 1 or above 1e6 */
export function tScoreTables(degreesOfFreedom: number): TScoreTables {
  if (!(degreesOfFreedom >= 1 && degreesOfFreedom <= 1e6))
    throw impossible("t copula", "1 ≤ degreesOfFreedom ≤ 1e6", { degreesOfFreedom });
  const reach = reachOf(degreesOfFreedom);
  return {
    degreesOfFreedom,
    mixing: cubicCells(mixingAt(degreesOfFreedom), allowed.mixing, [
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]),
    reach,
    scores: cubicCells(scoreAt(degreesOfFreedom, reach), allowed.scores, [0, edge]),
  };
}

/**
 * Turns a group's mixed scores Lz into z″, in place. What a draw means, so the order of operations is fixed: h = mixing(s);
 * y = z·exp(−h); r = (y·y)/ν; q = √(ν·log1p(r)); z″ = scores(q·(18/reach) − 9), negative for y < 0. NaN gives NaN.
 *
 * @param mixing the group's further scores s
 * @param columns Lz of each member
 */
export function applyTScores(tables: TScoreTables, mixing: Float64Array, columns: readonly Float64Array[]): void {
  const { degreesOfFreedom: nu, reach } = tables;
  const perQ = (2 * edge) / reach;
  for (let from = 0; from < mixing.length; from += columnLength) {
    const n = Math.min(columnLength, mixing.length - from);
    applyTransform(tables.mixing, mixing.subarray(from), factors, n);
    for (let i = 0; i < n; i++) factors[i] = exp(-factors[i]);
    for (const column of columns) {
      for (let i = 0; i < n; i++) {
        const y = column[from + i] * factors[i];
        column[from + i] = y;
        places[i] = Math.sqrt(nu * log1p((y * y) / nu)) * perQ - edge;
      }
      applyTransform(tables.scores, places, places, n);
      for (let i = 0; i < n; i++) column[from + i] = column[from + i] < 0 ? -places[i] : places[i];
    }
  }
}

/** W at a score, by its quantile from the nearer tail. */
export function mixingExactly(degreesOfFreedom: number, score: number): number {
  const half = degreesOfFreedom / 2;
  const tail = normalTail(score);
  return (score < 0 ? gammaQuantile(half, tail, 1 - tail) : gammaQuantile(half, 1 - tail, tail)) / half;
}

/** Φ⁻¹(t_ν(y)) from the nearer tail. */
export function tScoreExactly(degreesOfFreedom: number, y: number): number {
  const out = new Float64Array(3);
  studentTTails(degreesOfFreedom)(Math.abs(y), out);
  const z = normalUpperQuantile(out[2]);
  return y < 0 ? -z : z;
}

/** ½·ln W, whose slope is ½·φ(s)/(W·f(W)). */
function mixingAt(degreesOfFreedom: number): (s: number, out: Float64Array) => void {
  const half = degreesOfFreedom / 2;
  const tails = gammaTails(half);
  const density = new Float64Array(3);
  return (s, out) => {
    const w = mixingExactly(degreesOfFreedom, s);
    tails(w * half, density);
    out[0] = ln(w) / 2;
    out[1] = normalDensity(s) / (2 * w * half * density[0]);
  };
}

const yOf = (nu: number, q: number): number => Math.sqrt(nu * expm1((q * q) / nu));

/** The q whose score is 9. */
function reachOf(nu: number): number {
  let [low, high] = [0, 2 * edge];
  // A little more or less would do as well: forty halvings.
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tScoreExactly(nu, yOf(nu, middle)) < edge) low = middle;
    else high = middle;
  }
  return high;
}

/** z″ over stretched q: dz″/dy = t density/φ(z″), dy/dq = (q/y)(1 + y²/ν). */
function scoreAt(nu: number, reach: number): (stretched: number, out: Float64Array) => void {
  const tails = studentTTails(nu);
  const at = new Float64Array(3);
  const perScore = reach / (2 * edge);
  return (stretched, out) => {
    const q = Math.max(0, (stretched + edge) * perScore);
    const y = yOf(nu, q);
    tails(y, at);
    const z = q === 0 ? 0 : normalUpperQuantile(at[2]);
    const dy = q === 0 ? 1 : (q / y) * (1 + (y * y) / nu);
    out[0] = z;
    out[1] = (at[0] / normalDensity(z)) * dy * perScore;
  };
}
