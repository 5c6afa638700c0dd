import { bernoulli } from "./bernoulli.ts";
import { beta } from "./beta.ts";
import { betaBinomial } from "./betaBinomial.ts";
import { binomial } from "./binomial.ts";
import { categorical } from "./categorical.ts";
import { cauchy } from "./cauchy.ts";
import { discreteUniform } from "./discreteUniform.ts";
import type { Distribution } from "./distribution.ts";
import { empirical } from "./empirical.ts";
import { exponential } from "./exponential.ts";
import { gamma } from "./gamma.ts";
import { geometric } from "./geometric.ts";
import { gumbel } from "./gumbel.ts";
import { histogram } from "./histogram.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { logistic } from "./logistic.ts";
import { logitNormal } from "./logitNormal.ts";
import { lognormal } from "./lognormal.ts";
import { logUniform } from "./logUniform.ts";
import { metalog } from "./metalog.ts";
import { mixture } from "./mixture.ts";
import { negativeBinomial } from "./negativeBinomial.ts";
import { normal } from "./normal.ts";
import { pareto } from "./pareto.ts";
import { pert } from "./pert.ts";
import { poisson } from "./poisson.ts";
import { quantileTable } from "./quantileTable.ts";
import { scaledBeta } from "./scaledBeta.ts";
import { studentT } from "./studentT.ts";
import { triangular } from "./triangular.ts";
import { uniform } from "./uniform.ts";
import { weibull } from "./weibull.ts";

/** The families. To add one: its own file, and its name here; types, schema, docs page and laws follow from this table. */
export const distributions = {
  uniform,
  triangular,
  pert,
  normal,
  lognormal,
  beta,
  gamma,
  scaledBeta,
  logitNormal,
  logUniform,
  studentT,
  logistic,
  cauchy,
  gumbel,
  weibull,
  exponential,
  pareto,
  bernoulli,
  binomial,
  betaBinomial,
  poisson,
  negativeBinomial,
  geometric,
  hypergeometric,
  discreteUniform,
  categorical,
  empirical,
  quantileTable,
  histogram,
  metalog,
  mixture,
};

export type Family = keyof typeof distributions;

/** One distribution as plain data: a family with its parameters, truncated to [min, max] where these are given. */
export interface DistributionSpec {
  readonly family: Family;
  readonly parameters: Readonly<Record<string, number>>;
  /** Parameters that are lists of numbers (values, weights, probabilities). */
  readonly lists?: Readonly<Record<string, readonly number[]>>;
  /** What a mixture is made of. */
  readonly parts?: readonly DistributionSpec[];
  /** Values below are impossible; the rest is scaled up to probability one. */
  readonly min?: number;
  /** Values above are impossible; the rest is scaled up to probability one. */
  readonly max?: number;
}

type Named = Readonly<Record<string, number>>;

/** A family by its name, for callers who hold parameters as named numbers. */
export function familyOf(family: Family): Distribution<Named> {
  // each family reads its own names only, and `checkSpec` has seen to it that they are there
  return distributions[family] as unknown as Distribution<Named>;
}

/** The parameters of a spec, lists among them, with the family's defaults filled in; what is missing is NaN. */
export function parametersOf(spec: DistributionSpec): Named {
  const filled: Record<string, number | readonly number[]> = {};
  for (const [name, meaning] of Object.entries(familyOf(spec.family).parameters))
    filled[name] = spec.lists?.[name] ?? spec.parameters[name] ?? meaning.default ?? Number.NaN;
  // a family that takes lists reads them as lists
  return filled as Named;
}
