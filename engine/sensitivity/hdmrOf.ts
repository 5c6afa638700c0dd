import { cholesky } from "../numeric/cholesky.ts";

/** How the components are fitted. */
export interface HdmrOptions {
  /** Equal parts of an input's range between the knots of its cubic splines. */
  readonly intervals: number;
  /** 1: components of single inputs; 2: of pairs as well. */
  readonly order: 1 | 2;
  /** What is added to the diagonal of the normal equations. */
  readonly ridge?: number;
  /** Single components are fitted anew until no sum of squared coefficients changes by more. */
  readonly settled?: number;
}

/** One component, and what share of the variance of the output goes by it. */
export interface HdmrTerm {
  /** Places of its one or two inputs. */
  readonly inputs: readonly number[];
  /** Its own variance. */
  readonly structural: number;
  /** Its covariance with the other components, which comes from correlated inputs. */
  readonly correlative: number;
  /** Its covariance with the output: both together, nearly. */
  readonly share: number;
}

const mostRounds = 100;

/** By draw: the values of all splines of one component, four of a single input, sixteen of a pair, and their places. */
interface Basis {
  readonly inputs: readonly number[];
  readonly size: number;
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly perDraw: number;
}

/** @param u in [0, 1] */
function splines(u: Float64Array, input: number, intervals: number): Basis {
  const perDraw = 4;
  const places = new Int32Array(perDraw * u.length);
  const values = new Float64Array(perDraw * u.length);
  u.forEach((own, draw) => {
    const at = own * intervals;
    const first = Math.min(intervals - 1, Math.floor(at));
    for (let k = 0; k < perDraw; k++) {
      const far = Math.abs(at - (first - 1 + k));
      const near = 2 / 3 - far * far + (far * far * far) / 2;
      const rest = Math.max(0, 2 - far);
      places[perDraw * draw + k] = first + k;
      values[perDraw * draw + k] = (far < 1 ? near : (rest * rest * rest) / 6) * intervals * intervals * intervals;
    }
  });
  return { inputs: [input], size: intervals + 3, places, values, perDraw };
}

function product(a: Basis, b: Basis): Basis {
  const perDraw = a.perDraw * b.perDraw;
  const n = a.values.length / a.perDraw;
  const places = new Int32Array(perDraw * n);
  const values = new Float64Array(perDraw * n);
  for (let draw = 0, at = 0; draw < n; draw++)
    for (let i = draw * a.perDraw; i < (draw + 1) * a.perDraw; i++)
      for (let j = draw * b.perDraw; j < (draw + 1) * b.perDraw; j++, at++) {
        places[at] = a.places[i] * b.size + b.places[j];
        values[at] = a.values[i] * b.values[j];
      }
  return { inputs: [...a.inputs, ...b.inputs], size: a.size * b.size, places, values, perDraw };
}

/** The coefficients that fit a component to some numbers, and the component's values with them. */
function smoother({ size, places, values, perDraw }: Basis, ridge: number) {
  const normal = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? ridge : 0)));
  for (let first = 0; first < values.length; first += perDraw)
    for (let i = first; i < first + perDraw; i++)
      for (let j = first; j < first + perDraw; j++) normal[places[i]][places[j]] += values[i] * values[j];
  const lower = cholesky(normal);
  if (!Array.isArray(lower)) throw new RangeError("the splines can't be told apart: a larger ridge is needed");
  const right = (target: Float64Array): Float64Array => {
    const c = new Float64Array(size);
    for (let draw = 0, at = 0; draw < target.length; draw++)
      for (let k = 0; k < perDraw; k++, at++) c[places[at]] += values[at] * target[draw];
    return c;
  };
  const solve = (rightSide: Float64Array): Float64Array => {
    const c = rightSide.slice();
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) c[i] -= lower[i][j] * c[j];
      c[i] /= lower[i][i];
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let j = i + 1; j < size; j++) c[i] -= lower[j][i] * c[j];
      c[i] /= lower[i][i];
    }
    return c;
  };
  const component = (c: Float64Array): Float64Array => {
    const out = new Float64Array(values.length / perDraw);
    for (let draw = 0, at = 0; draw < out.length; draw++)
      for (let k = 0; k < perDraw; k++, at++) out[draw] += values[at] * c[places[at]];
    return out;
  };
  return { right, solve, component };
}

/**
 * High-dimensional model representation by regression on given draws: the output as a constant, a cubic spline of each input
 * and, for order 2, a product of splines of each pair, fitted in turn to what the components before leave over. The covariance of
 * each component with the output is its share of variance, in a part of its own and a part that correlated inputs make.
 * Source: Rabitz & Aliş (1999), doi:10.1023/A:1019188517934; Li et al. (2010), doi:10.1021/jp9096919.
 *
 * @param inputs columns on [0, 1] @param y output that varies
 * @throws RangeError where without a ridge the splines can't be told apart
 */
export function hdmrTerms(
  inputs: readonly Float64Array[],
  y: Float64Array,
  { intervals, order, ridge = 0.01, settled = 1e-3 }: HdmrOptions,
): readonly HdmrTerm[] {
  const n = y.length;
  const mean = y.reduce((sum, own) => sum + own, 0) / n;
  const rest = y.map((own) => own - mean);
  const singles = inputs.map((u, i) => splines(u, i, intervals));
  const smoothers = singles.map((basis) => smoother(basis, ridge));
  const fits = fittedTogether(singles, smoothers, rest, settled);
  const components = smoothers.map(({ component }, i) => component(fits[i]));
  for (const own of components) subtract(rest, own);
  const bases = [...singles];
  if (order === 2) {
    const pairs: Float64Array[] = [];
    for (let i = 0; i < singles.length; i++)
      for (let j = i + 1; j < singles.length; j++) {
        const basis = product(singles[i], singles[j]);
        const { right, solve, component } = smoother(basis, ridge);
        pairs.push(component(solve(right(rest))));
        bases.push({ ...basis, places: new Int32Array(), values: new Float64Array() });
      }
    components.push(...pairs);
  }
  const whole = new Float64Array(n);
  for (const own of components) for (let d = 0; d < n; d++) whole[d] += own[d];
  const variance = covariance(y, y) / n;
  return components.map((own, k) => ({
    inputs: bases[k].inputs,
    structural: covariance(own, own) / n / variance,
    correlative:
      covariance(
        own,
        Float64Array.from(whole, (sum, d) => sum - own[d]),
      ) /
      (n - 1) /
      variance,
    share: covariance(own, y) / (n - 1) / variance,
  }));
}

/** Coefficients of the single components: each alone at first, then each anew to what the others leave over, until they settle. */
function fittedTogether(
  singles: readonly Basis[],
  smoothers: readonly ReturnType<typeof smoother>[],
  target: Float64Array,
  settled: number,
): readonly Float64Array[] {
  const rights = smoothers.map(({ right }) => right(target));
  const fits = smoothers.map(({ solve }, i) => solve(rights[i]));
  const crossed = singles.map((a) => singles.map((b) => (a === b ? [] : crossProducts(a, b))));
  for (let round = 0, moved = 1; round < mostRounds && moved > settled; round++) {
    moved = 0;
    smoothers.forEach(({ solve }, i) => {
      const left = rights[i].map((own, p) =>
        crossed[i].reduce((rest, rows, z) => (z === i ? rest : rest - dot(rows[p], fits[z])), own),
      );
      const fitted = solve(left);
      moved = Math.max(moved, Math.abs(squares(fitted) - squares(fits[i])));
      fits[i] = fitted;
    });
  }
  return fits;
}

/** Sums over draws of a's splines times b's. */
function crossProducts(a: Basis, b: Basis): readonly Float64Array[] {
  const rows = Array.from({ length: a.size }, () => new Float64Array(b.size));
  for (let i = 0, first = 0; i < a.values.length; i += a.perDraw, first += b.perDraw)
    for (let p = i; p < i + a.perDraw; p++) {
      const row = rows[a.places[p]];
      for (let q = first; q < first + b.perDraw; q++) row[b.places[q]] += a.values[p] * b.values[q];
    }
  return rows;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

const squares = (c: Float64Array): number => c.reduce((sum, own) => sum + own * own, 0);

function subtract(from: Float64Array, own: Float64Array): void {
  for (let d = 0; d < from.length; d++) from[d] -= own[d];
}

/** Σ (a − ā)(b − b̄). */
function covariance(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let sumA = 0;
  let sumB = 0;
  for (let d = 0; d < n; d++) {
    sumA += a[d];
    sumB += b[d];
  }
  let sum = 0;
  for (let d = 0; d < n; d++) sum += (a[d] - sumA / n) * (b[d] - sumB / n);
  return sum;
}
