import * as z from "zod";
import { equalFunding } from "./equalFunding.ts";
import { component } from "./options.ts";
import { byId, choice, grounds, type QuantityInput, quantity, section, text, word } from "./parts.ts";

/** What a cost is for, as project budgets are divided. */
const costCategories = [
  "staff",
  "leader",
  "premises",
  "material",
  "training",
  "evaluation",
  "other",
  "grant",
  "fee",
] as const;

/** The actor who pays, or shares by actor. */
export const payers = z
  .custom<string | { readonly [actor: string]: QuantityInput }>(
    (value) =>
      (typeof value === "string" && value.trim() !== "") ||
      (typeof value === "object" && value !== null && !Array.isArray(value)),
    "payersExpected",
  )
  .meta({ kind: "payers" });

/**
 * A post costs 12 months · salary · (1 + charges) · (1 + overhead) a year. `charges` may say the year of its rate, `PO: 2021`; without
 * a rate of its own it is then that of the table.
 */
export const post = section({
  salary: quantity,
  charges: quantity.default("0 %").meta({ kind: "charges" }),
  overhead: quantity.default("0 %"),
});

const cost = section({
  title: text.optional(),
  note: text.optional(),
  ...grounds,
  category: choice(...costCategories).optional(),
  amount: quantity.optional(),
  post: post.optional(),
  number: quantity.default(1),
  /** `enrolled`, `completed`, `reached`, `group of 12`, `group of 12 completed`. */
  per: word.optional(),
  /** `programme`, `year 0`, `years 1-2`, `quarter 2`, `months 3-8`. */
  when: word.default("programme"),
  /** The last month in which it comes: `2027-12`, `month 16`. */
  until: word.optional(),
  /** Share of the full amount by programme year. */
  rampUp: quantity.optional(),
  /** Time after which it is full, having grown evenly from nothing. */
  fullAfter: quantity.optional(),
  drift: quantity.default("0 %/year"),
  component: component.optional(),
  paidBy: payers,
  equalFunding: equalFunding.optional(),
});

export const costs = byId(cost).default({});
