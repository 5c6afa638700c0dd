import { exp, ln } from "../../numeric/elementary.ts";
import { log1p } from "../../numeric/log1p.ts";
import { normalQuantile } from "../../numeric/normalQuantile.ts";

/** Families whose quantiles lie on a straight line once values and probabilities are transformed. */
export type StraightFamily =
  | "normal"
  | "lognormal"
  | "logitNormal"
  | "uniform"
  | "logUniform"
  | "logistic"
  | "gumbel"
  | "weibull";

/** value(x) = at + slope·score(P). */
interface Straight {
  readonly support: readonly [number, number];
  readonly value: (x: number) => number;
  readonly score: (probability: number) => number;
  readonly parameters: (at: number, slope: number) => Readonly<Record<string, number>>;
}

const all = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const positive = [0, Number.POSITIVE_INFINITY] as const;
const same = (x: number) => x;
const logit = (p: number) => ln(p) - log1p(-p);
/** ln(−ln(1 − p)): the score of the logarithm of a Weibull. */
const logHazard = (p: number) => ln(-log1p(-p));

export const straightFamilies: Readonly<Record<StraightFamily, Straight>> = {
  normal: { support: all, value: same, score: normalQuantile, parameters: (mean, sd) => ({ mean, sd }) },
  lognormal: {
    support: positive,
    value: ln,
    score: normalQuantile,
    parameters: (meanlog, sdlog) => ({ meanlog, sdlog }),
  },
  logitNormal: {
    support: [0, 1],
    value: logit,
    score: normalQuantile,
    parameters: (meanlogit, sdlogit) => ({ meanlogit, sdlogit }),
  },
  uniform: { support: all, value: same, score: same, parameters: (low, width) => ({ low, high: low + width }) },
  logUniform: {
    support: positive,
    value: ln,
    score: same,
    parameters: (low, width) => ({ low: exp(low), high: exp(low + width) }),
  },
  logistic: { support: all, value: same, score: logit, parameters: (location, scale) => ({ location, scale }) },
  gumbel: {
    support: all,
    value: same,
    score: (p) => -ln(-ln(p)),
    parameters: (location, scale) => ({ location, scale }),
  },
  weibull: {
    support: positive,
    value: ln,
    score: logHazard,
    parameters: (logScale, inverse) => ({ shape: 1 / inverse, scale: exp(logScale) }),
  },
};
