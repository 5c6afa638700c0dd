import { lognormal } from "../../distributions/lognormal.ts";
import { normal } from "../../distributions/normal.ts";
import { ln } from "../../numeric/elementary.ts";
import { halfLogTwoPi } from "../../numeric/logGamma.ts";
import { writeTails } from "../../numeric/tails.ts";
import { drawBy, type Fittable, meanAndSpread, type Parameters, varies } from "./fittable.ts";

type Normal = { mean: number; sd: number };
type Lognormal = { meanlog: number; sdlog: number };

const asNormal = (p: Parameters) => p as Normal;
const asLognormal = (p: Parameters) => p as Lognormal;

/** Normal: mean and root of the mean squared deviation (divisor n). */
export const normalFit: Fittable = {
  rule: "max > min",
  accepts: varies,
  size: 2,
  mostLikely(sorted) {
    const { mean, spread } = meanAndSpread(sorted);
    return { mean, sd: Math.sqrt(spread) };
  },
  tails: (p) => normal.tails!(asNormal(p)),
  logDensity: ({ mean, sd }) => {
    const scale = ln(sd) + halfLogTwoPi;
    return (x) => -0.5 * ((x - mean) / sd) * ((x - mean) / sd) - scale;
  },
  draw: (parameters) => drawBy({ family: "normal", parameters }),
};

/** Lognormal: the normal fit of the logarithms. */
export const lognormalFit: Fittable = {
  rule: "x > 0",
  accepts: (sorted) => sorted[0] > 0 && varies(sorted),
  size: 2,
  mostLikely(sorted) {
    const { mean, spread } = meanAndSpread(sorted.map(ln));
    return { meanlog: mean, sdlog: Math.sqrt(spread) };
  },
  tails: (p) => (x, out) =>
    writeTails(
      out,
      lognormal.density(asLognormal(p), x),
      lognormal.cdf(asLognormal(p), x),
      lognormal.upper(asLognormal(p), x),
    ),
  logDensity: ({ meanlog, sdlog }) => {
    const scale = ln(sdlog) + halfLogTwoPi;
    return (x) => {
      const z = (ln(x) - meanlog) / sdlog;
      return -0.5 * z * z - scale - ln(x);
    };
  },
  draw: (parameters) => drawBy({ family: "lognormal", parameters }),
};
