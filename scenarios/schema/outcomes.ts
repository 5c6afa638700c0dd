import type * as z from "zod";
import { byId, choice, list, quantity, section, short, text, word } from "./parts.ts";

/** In our order of trust. */
const designs = choice(
  "randomised",
  "waiting list",
  "matching",
  "generic control",
  "historical control",
  "shadow control",
  "before-after",
);

/** What is done to an effect for the way it was compared: it happens times `factor`, and with further spread. */
const adjustment = section({
  factor: quantity.default("100 %"),
  /** Further standard deviation, in the effect's own unit. */
  extraSd: quantity.default(0),
  /** Where the two come from: nobody corrects for a design by feeling. */
  source: word,
  note: text.optional(),
});

const wholeEffect = section({
  /** Of the level without the programme. */
  relativeReduction: quantity.optional(),
  /** In the outcome's own unit. */
  points: quantity.optional(),
  /** Each a share of the level at the start. */
  changes: section({ participants: quantity, comparison: quantity }).optional(),
  /** Odds with / odds without; of a share, as the two below. */
  oddsRatio: quantity.optional(),
  /** Hazard with / hazard without, the same all along the time for which the baseline holds. */
  hazardRatio: quantity.optional(),
  /** Standardised mean difference of the measure behind the share, above 0 where the outcome is more common. */
  smd: quantity.optional(),
  /** Standard error of the number beside it; of the logarithm of a ratio. Written out as the distribution that it means. */
  se: quantity.optional(),
  /** Whom the effect was measured on: an effect measured on everyone never passes the funnel again. */
  measuredOn: choice("everyone", "enrolled", "completed"),
  design: designs.optional(),
  adjust: short<z.ZodOptional<typeof adjustment>, "none">(
    adjustment.optional(),
    (value) => (value === "none" ? undefined : value),
    "adjustment",
  ).optional(),
  /** Share of the full effect by programme year. */
  buildUp: quantity.default([1]),
});

const isNumber = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && /^[-−]?\s*[\d.]/.test(value.trim()));

/** A number with its standard error, as the distribution it means: normal, or lognormal for a ratio. */
function withError(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { se, ...rest } = value as Record<string, unknown>;
  const way = ["relativeReduction", "points", "smd", "oddsRatio", "hazardRatio"].find((key) => isNumber(rest[key]));
  if (way === undefined || !isNumber(se)) return value;
  const stated = rest[way];
  const ratio = way === "oddsRatio" || way === "hazardRatio";
  return { ...rest, [way]: ratio ? { as: "lognormal", median: stated, sdlog: se } : { mean: stated, sd: se } };
}

const effect = short<typeof wholeEffect, never>(wholeEffect, withError, "effect");

const outcome = section({
  title: text,
  note: text.optional(),
  /** Level without the programme. */
  baseline: quantity.optional(),
  unit: word.default("share"),
  better: choice("lower", "higher"),
  term: choice("short", "long").optional(),
  indicator: text.optional(),
  /** Another group than the target. */
  among: quantity.optional(),
  effect,
  fidelity: quantity.default("100 %"),
  starts: quantity.default("0 years"),
  /** A quantity, or `to horizon`. */
  lasts: quantity.default("1 year"),
  keeps: quantity.default("100 %/year"),
});

const consequence = section({
  title: text.optional(),
  note: text.optional(),
  /** An outcome, or `enrolled`, `completed`, `everyone`. */
  of: word,
  share: quantity.default("100 %"),
  amount: quantity,
  starts: quantity.default("0 years"),
  lasts: quantity.default("1 year"),
  keeps: quantity.default("100 %/year"),
  /** Growth per year above general prices, from year 0. */
  drift: quantity.default("0 %/year"),
  gains: word.optional(),
  /** Whose loss it is: the consequence is then a transfer. */
  loses: word.optional(),
  kind: choice("fiscal", "economic", "social").optional(),
});

const reproduced = section({
  figure: word,
  value: quantity,
  within: quantity,
  source: word.optional(),
  note: text.optional(),
});

export const reproduces = list(reproduced).default([]);
export const outcomes = byId(outcome).default({});
export const consequences = byId(consequence).default({});
