import { normalQuantile } from "../numeric/normalQuantile.ts";
import { ranks } from "../numeric/ranks.ts";
import { type Answered, type Groups, jackknifeGroups } from "./answered.ts";
import { nearestOthers } from "./neighbours.ts";
import { type Fit, fitOn, productsOf } from "./quadraticFit.ts";
import type { Worth } from "./shapleyValues.ts";
import { shuffled } from "./shuffled.ts";

/** Each draw is compared with so many others. */
const neighbours = 3;

/** Equal scores are told apart by less than this, so that not always the same of them are neighbours. */
const jitter = 1e-6;

/** A coordinate along which the residuals hardly move is kept at this part of the steepest, in squares. */
const flattest = 0.01;

export interface ExplainedVariance {
  /** Var(y) and that without each group. */
  readonly variance: Float64Array;
  /** What a quadratic regression on some inputs explains. */
  readonly quadratic: Worth;
  /** What knowing some inputs explains beyond that. */
  readonly beyond: Worth;
}

/**
 * Var(E[y | some inputs]) from given draws, whatever the dependence of the inputs, in all and without each group of draws in turn.
 * The part that is quadratic in the inputs' normal scores (by rank) comes from a regression, with the bias of the fit taken off; of
 * what is left, products of a draw's residual and those of its nearest neighbours in the space of these inputs, since the
 * covariance of two draws that agree in them is the variance of the conditional mean. The regression leaves little for the
 * neighbours, whose distance is the bias of this method. All inputs together are taken to explain all.
 * Source: Broto, Bachoc & Depecker (2020), doi:10.1137/18M1234631, section 4.2 (nearest neighbours).
 *
 * @param most draws whose neighbours are looked for
 */
export function explainedVariance(found: Answered, most: number): ExplainedVariance {
  const { inputs } = found;
  const groups = jackknifeGroups(found);
  const y = standardised(found.y);
  const scores = inputs.map(({ x }) => standardised(scoresOf(x)));
  const features = featuresOf(scores, y.length);
  const products = productsOf([...features.map(({ column }) => column), y], groups.at, groups.count);
  const total = products.map(({ n, width, sums }) => sums[width * width - 1] / (n - 1));
  const variance = Float64Array.from(total);
  const asked = spreadOver(y.length, most);

  const fits = (members: readonly number[]): { readonly taken: readonly number[]; readonly fits: readonly Fit[] } => {
    const inside = new Set(members);
    const taken = features.flatMap(({ of }, f) => (of.every((input) => inside.has(input)) ? [f] : []));
    return { taken, fits: products.map((own) => fitOn(own, taken)) };
  };
  const residualsOf = (taken: readonly number[], { coefficients }: Fit) => {
    const left = y.slice();
    taken.forEach((f, k) => {
      const { column } = features[f];
      for (let d = 0; d < left.length; d++) left[d] -= coefficients[k] * column[d];
    });
    return left;
  };
  const whole = features.map((_, f) => f);
  const space = stretched(scores.map(apart), residualsOf(whole, fitOn(products[0], whole)), asked);
  const quadraticOf = (own: readonly Fit[]) =>
    Float64Array.from(own, ({ residual, rank }, version) => total[version] - residual / (products[version].n - rank));

  return {
    variance,
    quadratic: (members) => quadraticOf(fits(members).fits),
    beyond: (members) => {
      const { taken, fits: own } = fits(members);
      if (members.length === inputs.length) {
        const quadratic = quadraticOf(own);
        return variance.map((all, version) => all - quadratic[version]);
      }
      const near = nearestOthers(
        members.map((input) => space[input]),
        asked,
        neighbours,
      );
      const pairs = pairProducts(residualsOf(taken, own[0]), asked, near, groups);
      // Residuals of a fit are correlated by −rank/n where their inputs are equal.
      return pairs.map((mean, version) => {
        const { residual, rank } = own[version];
        const { n } = products[version];
        return mean + (rank / n) * (residual / (n - rank));
      });
    },
  };
}

/** Mean 0 and variance 1; kept as it is where it does not vary. */
function standardised(column: Float64Array): Float64Array {
  const n = column.length;
  const mean = column.reduce((sum, own) => sum + own / n, 0);
  const sd = Math.sqrt(column.reduce((sum, own) => sum + ((own - mean) * (own - mean)) / n, 0));
  return column.map((own) => (own - mean) / (sd > 0 ? sd : 1));
}

const scoresOf = (x: Float64Array): Float64Array => ranks(x).map((rank) => normalQuantile((rank - 0.5) / x.length));

const apart = (column: Float64Array, i: number): Float64Array => {
  const order = shuffled(column.length, i);
  return column.map((own, d) => own + (jitter * order[d]) / column.length);
};

/**
 * Coordinates stretched by how steeply the residuals move along them, as far as neighbours in all of them tell: their squared
 * differences regressed on those of the coordinates. Neighbours are then near where it matters.
 */
function stretched(columns: readonly Float64Array[], residuals: Float64Array, asked: Uint32Array) {
  if (columns.length < 3) return columns;
  const near = nearestOthers(columns, asked, neighbours);
  const squares = [...columns, residuals].map((column) =>
    Float64Array.from(near, (other, k) => {
      const gap = column[other] - column[asked[Math.floor(k / neighbours)]];
      return gap * gap;
    }),
  );
  const [all] = productsOf(squares, new Uint16Array(near.length), 1);
  const { coefficients } = fitOn(
    all,
    columns.map((_, i) => i),
  );
  const steepest = Math.max(...coefficients);
  if (!(steepest > 0)) return columns;
  return columns.map((column, i) => {
    const stretch = Math.sqrt(Math.max(flattest, coefficients[i] / steepest));
    return column.map((own) => stretch * own);
  });
}

interface Feature {
  readonly of: readonly number[];
  readonly column: Float64Array;
}

/** Scores, their squares and, unless the draws are too few for so many, their products. */
function featuresOf(scores: readonly Float64Array[], n: number): readonly Feature[] {
  const features: Feature[] = [];
  const product = (i: number, j: number) =>
    features.push({ of: [i, j], column: standardised(scores[i].map((own, d) => own * scores[j][d])) });
  scores.forEach((column, i) => {
    features.push({ of: [i], column });
    product(i, i);
  });
  const mixed = (scores.length * (scores.length - 1)) / 2;
  if (10 * (features.length + mixed) <= n)
    scores.forEach((_, i) => {
      for (let j = 0; j < i; j++) product(i, j);
    });
  return features;
}

/** At most so many of n draws, evenly. */
const spreadOver = (n: number, most: number): Uint32Array =>
  Uint32Array.from({ length: Math.min(n, most) }, (_, k) => (n <= most ? k : Math.floor((k * n) / most)));

/** Mean product of two neighbours; then of those pairs of which neither is in a group. */
function pairProducts(residuals: Float64Array, asked: Uint32Array, near: Uint32Array, { count, at }: Groups) {
  const touching = new Float64Array(count);
  const pairs = new Float64Array(count);
  let sum = 0;
  near.forEach((other, k) => {
    const point = asked[Math.floor(k / neighbours)];
    const product = residuals[point] * residuals[other];
    sum += product;
    const groups = at[point] === at[other] ? [at[point]] : [at[point], at[other]];
    for (const group of groups) {
      touching[group] += product;
      pairs[group]++;
    }
  });
  return Float64Array.from({ length: count + 1 }, (_, version) =>
    version === 0 ? sum / near.length : (sum - touching[version - 1]) / Math.max(1, near.length - pairs[version - 1]),
  );
}
