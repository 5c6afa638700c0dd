import { cubicAt } from "../distributions/hermite.ts";
import type { DistributionSpec } from "../distributions/index.ts";
import { impossible } from "../issues.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { normalDensity, normalUpperQuantile } from "../numeric/normalQuantile.ts";
import { studentTTails } from "../numeric/studentT.ts";

/*
 * Scores with a t copula: z″ = Φ⁻¹(t_ν(y)), y = (Lz)/√W, where W = χ²_ν/ν comes from one more score that the whole group shares.
 * With q = ±√(ν·ln(1 + y²/ν)) the map from q to z″ is odd and nearly straight from the median to the farthest tails, so that a
 * table of cubics in q serves all y.
 */

/** Degrees of freedom that a group may have. */
const fewestDegrees = 1;

/** The distribution of W, the shared mixing variable: gamma with shape and rate ν/2, mean 1. */
export function mixingSpec(degreesOfFreedom: number): DistributionSpec {
  checkDegrees(degreesOfFreedom);
  return { family: "gamma", parameters: { alpha: degreesOfFreedom / 2, beta: degreesOfFreedom / 2 } };
}

/** Φ⁻¹(t_ν(y)) from the nearer tail: what the table stands for. */
export function tScoreExactly(degreesOfFreedom: number, y: number): number {
  const out = new Float64Array(3);
  studentTTails(degreesOfFreedom)(Math.abs(y), out);
  const z = normalUpperQuantile(out[2]);
  return y < 0 ? -z : z;
}

/** Equal cubic cells over 0 ≤ q ≤ `reach`; beyond, the last value. */
export interface TScoreTable {
  readonly degreesOfFreedom: number;
  readonly reach: number;
  readonly cells: number;
  /** c0 … c3 per cell, in t = position within the cell, 0 ≤ t < 1. */
  readonly coefficients: Float64Array;
}

/** Scores beyond count as this one, as in every table of draws. */
const farthestScore = 9;
const fewestCells = 64;
const mostCells = 4096;
const allowed = 1e-10;

/** A table with an error below 1e-10 in the score; cells are doubled until that holds in the middle and the quarters of each. */
export function tScoreTable(degreesOfFreedom: number): TScoreTable {
  checkDegrees(degreesOfFreedom);
  const nu = degreesOfFreedom;
  const reach = reachOf(nu);
  for (let cells = fewestCells; ; cells *= 2) {
    const table = { degreesOfFreedom: nu, reach, cells, coefficients: coefficientsOf(nu, reach, cells) };
    if (cells >= mostCells || holds(table)) return table;
  }
}

/** z″ at y by the table: odd in y, rising, NaN for NaN. */
export function tScoreAt(table: TScoreTable, y: number): number {
  const { degreesOfFreedom: nu, reach, cells, coefficients } = table;
  const q = Math.sqrt(nu * log1p((y * y) / nu));
  const at = Math.max(0, Math.min(cells, q * (cells / reach)));
  const cell = Math.min(Math.floor(at), cells - 1);
  const z = Number.isNaN(at) ? at : cubicAt(coefficients, cell, at - cell);
  return y < 0 ? -z : z;
}

const yOf = (nu: number, q: number): number => Math.sqrt(nu * expm1((q * q) / nu));

/** The q whose score is the farthest. */
function reachOf(nu: number): number {
  let [low, high] = [0, 2 * farthestScore];
  // A little more or less would do as well: forty halvings.
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tScoreExactly(nu, yOf(nu, middle)) < farthestScore) low = middle;
    else high = middle;
  }
  return high;
}

function coefficientsOf(nu: number, reach: number, cells: number): Float64Array {
  const c = new Float64Array(4 * cells);
  const width = reach / cells;
  let [z, slope] = pointAt(nu, 0);
  for (let cell = 0; cell < cells; cell++) {
    const [next, nextSlope] = pointAt(nu, width * (cell + 1));
    const [a, b] = [slope * width, nextSlope * width];
    const rise = next - z;
    c[4 * cell] = z;
    c[4 * cell + 1] = a;
    c[4 * cell + 2] = 3 * rise - 2 * a - b;
    c[4 * cell + 3] = a + b - 2 * rise;
    z = next;
    slope = nextSlope;
  }
  return c;
}

/** z″ and dz″/dq at q. */
function pointAt(nu: number, q: number): readonly [number, number] {
  const y = yOf(nu, q);
  const out = new Float64Array(3);
  studentTTails(nu)(y, out);
  const z = q === 0 ? 0 : normalUpperQuantile(out[2]);
  // dy/dq = (q/y)(1 + y²/ν)
  const dy = q === 0 ? 1 : (q / y) * (1 + (y * y) / nu);
  return [z, (out[0] / normalDensity(z)) * dy];
}

function holds(table: TScoreTable): boolean {
  for (let cell = 0; cell < table.cells; cell++)
    for (const t of [0.25, 0.5, 0.75]) {
      const y = yOf(table.degreesOfFreedom, ((cell + t) / table.cells) * table.reach);
      const exact = tScoreExactly(table.degreesOfFreedom, y);
      if (!(Math.abs(cubicAt(table.coefficients, cell, t) - exact) <= allowed)) return false;
    }
  return true;
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom >= fewestDegrees && degreesOfFreedom <= 1e6))
    throw impossible("t copula", "1 ≤ degreesOfFreedom ≤ 1e6", { degreesOfFreedom });
}
