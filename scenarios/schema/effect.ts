import * as z from "zod";
import { design } from "./adjustments.ts";
import { byComponent } from "./options.ts";
import { choice, grounds, type QuantityInput, quantity, section, short, text, word } from "./parts.ts";

type Plain = { readonly [key: string]: unknown };
const isPlainMap = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is done to an effect for the way it was compared: it happens times `factor`, and with further spread. */
const adjustment = section({
  factor: quantity.default("100 %"),
  /** Further standard deviation, in the effect's own unit. */
  extraSd: quantity.default(0),
  /** Where the two come from: nobody corrects for a design by feeling. Needed unless they change nothing. */
  source: word.optional(),
  note: text.optional(),
});

/** What `adjust: none` is short for. It keeps an effect out of the file's table of adjustments as well. */
const unadjusted = { factor: "100 %", extraSd: 0 } as const;

const difference = z
  .custom<QuantityInput | { readonly participants: QuantityInput; readonly comparison: QuantityInput }>(
    (value) => typeof value === "number" || typeof value === "string" || isPlainMap(value) || Array.isArray(value),
    "quantityExpected",
  )
  .meta({ kind: "difference" });

const wholeEffect = section({
  ...grounds,
  /** Of the level without the programme. */
  relativeReduction: quantity.optional(),
  /** In the outcome's own unit. */
  points: quantity.optional(),
  /** Each a share of the level at the start. */
  changes: section({ participants: quantity, comparison: quantity }).optional(),
  /** Levels at the end, in the outcome's own unit: what is left of either group when all is done. */
  shares: section({ participants: quantity, comparison: quantity }).optional(),
  /** Share with / share without; of a share, as the three below. */
  relativeRisk: quantity.optional(),
  /** Odds with / odds without. */
  oddsRatio: quantity.optional(),
  /** Hazard with / hazard without, the same all along the time for which the baseline holds. */
  hazardRatio: quantity.optional(),
  /** Standardised mean difference of the measure behind the share, above 0 where the outcome is more common. */
  smd: quantity.optional(),
  /** Participants' change less the comparison's, in the outcome's own unit: one number, or each of the two. */
  difference: difference.optional(),
  /** How much later a case comes that would have come without the programme. */
  postponedBy: quantity.optional(),
  /** Standard error of the number beside it; of the logarithm of a ratio. Written out as the distribution that it means. */
  se: quantity.optional(),
  /** The effects of comparable programmes. Moved to the number beside it. */
  referenceClass: z
    .custom<{ readonly [key: string]: unknown }>(isPlainMap, "referenceClassForm")
    .meta({ kind: "referenceClass" })
    .optional(),
  /**
   * Whom the effect was measured on: an effect measured on everyone never passes the funnel again. Everyone where there is no funnel
   * to pass.
   */
  measuredOn: choice("everyone", "enrolled", "completed").optional(),
  design: design.optional(),
  adjust: short<z.ZodOptional<typeof adjustment>, "none">(
    adjustment.optional(),
    (value) => (value === "none" ? { ...unadjusted } : value),
    "adjustment",
  ).optional(),
  /** Share of the full effect by programme year. */
  buildUp: quantity.default([1]),
  byComponent: byComponent.optional(),
});

const isNumber = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && /^[-−]?\s*[\d.]/.test(value.trim()));

/** The ways that are one number. */
const numberWays = [
  "relativeReduction",
  "points",
  "smd",
  "relativeRisk",
  "oddsRatio",
  "hazardRatio",
  "difference",
  "postponedBy",
] as const;

const ratios: readonly string[] = ["relativeRisk", "oddsRatio", "hazardRatio"];

/** A number with its standard error, as the distribution it means: normal, or lognormal for a ratio. */
function withError(effect: Plain): Plain {
  const { se, ...rest } = effect;
  // `{ value: 0.8, source: study }` is the number with what it rests on.
  const numberIn = (own: unknown): unknown => (isPlainMap(own) ? own.value : own);
  const way = numberWays.find((key) => isNumber(numberIn(rest[key])));
  if (way === undefined || !isNumber(se)) return effect;
  const stated = numberIn(rest[way]);
  const { value: _, ...notes } = isPlainMap(rest[way]) ? (rest[way] as Plain) : {};
  const spread = ratios.includes(way) ? { as: "lognormal", median: stated, sdlog: se } : { mean: stated, sd: se };
  return { ...rest, [way]: { ...spread, ...notes } };
}

/** A reference class beside the effect belongs to its number, where that is a distribution. */
function withClass(effect: Plain): Plain {
  const { referenceClass, ...rest } = effect;
  const way = numberWays.find((key) => isPlainMap(rest[key]));
  if (way === undefined || referenceClass === undefined) return effect;
  const number = rest[way] as Plain;
  return number.referenceClass === undefined ? { ...rest, [way]: { ...number, referenceClass } } : effect;
}

/** An effect, by one of its ways, with all that is said about how it was found. */
export const effect = short<typeof wholeEffect, never>(
  wholeEffect,
  (value) => (isPlainMap(value) ? withClass(withError(value)) : value),
  "effect",
);
