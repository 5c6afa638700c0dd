import { exp, normalUpper } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { tableEdge } from "./apply.ts";
import { type Count, countAtoms, countMass, countQuantile, countTails, countUpperQuantile } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { probability: number };

/**
 * Geometric: how many times nothing happens before it happens. Support {0, 1, 2, …}.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5, doi:10.1002/0471715816.
 */
export const geometric: Distribution<Parameters> = {
  about: {
    en: "How many times it fails before it succeeds",
    sv: "Hur många gånger det misslyckas innan det lyckas",
    use: "How many attempts fail before one succeeds: approaches to families before one says yes. The number of attempts is one more.",
    support: "0, 1, 2, …",
    density: "probability·(1 − probability)^x",
    cdf: "1 − (1 − probability)^(x + 1)",
    mean: "(1 − probability)/probability",
    variance: "(1 − probability)/probability²",
    skewness: "(2 − probability)/√(1 − probability)",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5, doi:10.1002/0471715816",
  },
  parameters: { probability: { unit: "number", means: { en: "chance each time", sv: "chansen varje gång" } } },
  rules: [
    { text: "0 < probability < 1", holds: ({ probability }) => probability > 0 && probability < 1 },
    {
      text: "P(x > 65 000) < 10⁻¹⁸",
      holds: ({ probability }) => !(probability > 0) || exp(65_001 * log1p(-probability)) <= normalUpper(tableEdge),
    },
  ],
  forms: [],
  support: () => [0, Number.POSITIVE_INFINITY],
  density: (p, x) => countMass(count(p), x),
  cdf: (p, x) => lowerAt(countTails(count(p)), x),
  upper: (p, x) => upperAt(countTails(count(p)), x),
  quantile: (p, u) => countQuantile(count(p), u),
  upperQuantile: (p, q) => countUpperQuantile(count(p), q),
  tails: (p) => countTails(count(p)),
  mean: ({ probability }) => (1 - probability) / probability,
  variance: ({ probability }) => (1 - probability) / (probability * probability),
  skewness: ({ probability }) => (2 - probability) / Math.sqrt(1 - probability),
  atoms: (p) => countAtoms(count(p)),
};

function count({ probability }: Parameters): Count {
  const logRest = log1p(-probability);
  const mass = (k: number) => probability * exp(k * logRest);
  return {
    low: 0,
    high: Number.POSITIVE_INFINITY,
    mean: (1 - probability) / probability,
    sd: Math.sqrt(1 - probability) / probability,
    mass,
    at(k, out) {
      out[0] = mass(k);
      out[1] = -expm1((k + 1) * logRest);
      out[2] = exp((k + 1) * logRest);
    },
  };
}
