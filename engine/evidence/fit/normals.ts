import { ln } from "../../numeric/elementary.ts";
import { halfLogTwoPi } from "../../numeric/logGamma.ts";
import { type Fittable, meanAndSpread, varies } from "./fittable.ts";

/** Normal: mean and root of the mean squared deviation (divisor n). */
export const normalFit: Fittable = {
  rule: "max > min",
  accepts: varies,
  size: 2,
  mostLikely(sorted) {
    const { mean, spread } = meanAndSpread(sorted);
    return { mean, sd: Math.sqrt(spread) };
  },
  logDensity: ({ mean, sd }) => {
    const scale = ln(sd) + halfLogTwoPi;
    return (x) => -0.5 * ((x - mean) / sd) * ((x - mean) / sd) - scale;
  },
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
  logDensity: ({ meanlog, sdlog }) => {
    const scale = ln(sdlog) + halfLogTwoPi;
    return (x) => {
      const z = (ln(x) - meanlog) / sdlog;
      return -0.5 * z * z - scale - ln(x);
    };
  },
};
