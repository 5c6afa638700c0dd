import type { Text } from "../../engine/result/about.ts";
import { both } from "./texts.ts";

/** What people call a family that has a name of its own; the others are named by their word in the file. */
const names: Readonly<Record<string, readonly [en: string, sv: string]>> = {
  uniform: ["uniform distribution", "likformig fördelning"],
  triangular: ["triangular distribution", "triangelfördelning"],
  scaledBeta: ["scaled beta distribution", "skalad betafördelning"],
  logitNormal: ["logit-normal distribution", "logitnormal fördelning"],
  logUniform: ["log-uniform distribution", "loglikformig fördelning"],
  studentT: ["Student's t distribution", "t-fördelning"],
  logistic: ["logistic distribution", "logistisk fördelning"],
  cauchy: ["Cauchy distribution", "Cauchyfördelning"],
  gumbel: ["Gumbel distribution", "Gumbelfördelning"],
  weibull: ["Weibull distribution", "Weibullfördelning"],
  exponential: ["exponential distribution", "exponentialfördelning"],
  pareto: ["Pareto distribution", "Paretofördelning"],
  bernoulli: ["one event", "en enda händelse"],
  betaBinomial: ["beta-binomial distribution", "betabinomialfördelning"],
  poisson: ["Poisson distribution", "Poissonfördelning"],
  negativeBinomial: ["negative binomial distribution", "negativ binomialfördelning"],
  geometric: ["geometric distribution", "geometrisk fördelning"],
  hypergeometric: ["hypergeometric distribution", "hypergeometrisk fördelning"],
  discreteUniform: ["whole numbers, all equally likely", "heltal, alla lika troliga"],
  categorical: ["stated values with weights", "angivna värden med vikter"],
  empirical: ["observations as they stand", "observationerna som de är"],
  quantileTable: ["straight lines between quantiles", "räta linjer mellan kvantiler"],
  histogram: ["chips in bins", "marker i fack"],
  mixture: ["mixture", "blandning"],
};

/** A family in words: "Weibull distribution". */
export function familyName(name: string): Text {
  const [en, sv] = Object.hasOwn(names, name) ? names[name] : [`${name} distribution`, `${name}fördelning`];
  return both(en, sv);
}
