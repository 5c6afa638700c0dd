import { studentTQuantile, studentTTails } from "../numeric/studentT.ts";
import type { Tails } from "../numeric/tails.ts";
import type { Distribution } from "./distribution.ts";
import { densityAt, lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { location: number; scale: number };

/**
 * Cauchy: Student's t with one degree of freedom, for trying out what tails without a mean do to an answer. Support all
 * numbers, the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 16, ISBN 978-0-471-58495-7.
 */
export const cauchy: Distribution<Parameters> = {
  about: {
    en: "Tails so heavy that there is no mean: for trying out how far an answer rests on the tails",
    sv: "Så tunga svansar att medelvärde saknas: för att pröva hur mycket ett svar vilar på svansarna",
    use: "A test of strength, not an estimate: if the conclusion holds with these tails, it does not rest on the tails. It has no mean, so a figure that depends on it has none either; cut it with `min` and `max`.",
    support: "every x",
    density: "1/(π·scale·(1 + z²)), with z = (x − location)/scale",
    cdf: "1/2 + arctan(z)/π, with z = (x − location)/scale",
    mean: "none",
    variance: "none",
    skewness: "none",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 16",
  },
  parameters: {
    location: { unit: "own", means: { en: "middle: the median", sv: "mitt: medianen" } },
    scale: {
      unit: "own",
      means: { en: "scale: from the median to a quartile", sv: "skala: från medianen till en kvartil" },
    },
  },
  rules: [{ text: "scale > 0", holds: ({ scale }) => scale > 0 }],
  forms: [],
  support: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  density: (p, x) => densityAt(tails(p), x),
  cdf: (p, x) => lowerAt(tails(p), x),
  upper: (p, x) => upperAt(tails(p), x),
  quantile: ({ location, scale }, u) => location + scale * studentTQuantile(u, 1),
  upperQuantile: ({ location, scale }, q) => location - scale * studentTQuantile(q, 1),
  tails,
  mean: () => Number.NaN,
  variance: () => Number.NaN,
  skewness: () => Number.NaN,
  tailIndex: () => [1, 1],
  closedForm: ({ location, scale }) => ({ kind: "cauchy", location, scale }),
};

const standard = studentTTails(1);

function tails({ location, scale }: Parameters): Tails {
  return (x, out) => {
    standard((x - location) / scale, out);
    out[0] /= scale;
  };
}
