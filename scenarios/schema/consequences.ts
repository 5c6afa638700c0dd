import * as z from "zod";
import { equalFunding } from "./equalFunding.ts";
import { keeps, lastingAsScheduled } from "./keeps.ts";
import { byId, choice, grounds, type QuantityInput, quantity, section, short, text, word } from "./parts.ts";

/** What a consequence is to those whom it concerns: money of public budgets, money of others, worth without a bill. */
const kinds = ["fiscal", "economic", "social"] as const;

/** An actor, or shares by actor; the last may be `rest`. */
const sharers = z
  .custom<string | { readonly [actor: string]: QuantityInput }>(
    (value) =>
      (typeof value === "string" && value.trim() !== "") ||
      (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0),
    "sharersExpected",
  )
  .meta({ kind: "payers" });

const cashableKeys = ["share", "inStepsOf", "delay"];

/** The part that can be taken out of a budget, and when: a share, or `{ share, inStepsOf, delay }`. */
const cashable = short<ReturnType<typeof cashableSection>, QuantityInput>(
  cashableSection(),
  (value) => {
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    return isMap && Object.keys(value).some((key) => cashableKeys.includes(key)) ? value : { share: value };
  },
  "cashable",
);

function cashableSection() {
  return section({
    share: quantity.default("100 %"),
    /** Cases (or events) that make a post, a place or a class: only whole ones are saved. */
    inStepsOf: quantity.optional(),
    /** How much later it can be taken out. */
    delay: quantity.optional(),
  });
}

const consequence = section({
  title: text.optional(),
  note: text.optional(),
  ...grounds,
  /** An outcome, or `enrolled`, `completed`, `everyone`, `harmed`. */
  of: word,
  share: quantity.default("100 %"),
  /** Events or days of each case, where the amount is that of one. */
  number: quantity.optional(),
  amount: quantity,
  starts: quantity.default("0 years"),
  lasts: quantity.default("1 year"),
  keeps: keeps.default("100 %/year"),
  /** Growth per year above general prices, from year 0. */
  drift: quantity.default("0 %/year"),
  gains: sharers.optional(),
  /** Whose loss it is: the consequence is then a transfer. */
  loses: sharers.optional(),
  /** Fiscal where not said. */
  kind: choice(...kinds).optional(),
  cashable: cashable.optional(),
  equalFunding: equalFunding.optional(),
});

export const consequences = byId(lastingAsScheduled(consequence)).default({});
