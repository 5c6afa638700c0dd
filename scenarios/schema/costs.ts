import * as z from "zod";
import { byId, type QuantityInput, quantity, section, text, word } from "./parts.ts";

/** The actor who pays, or shares by actor. */
const payers = z
  .custom<string | { readonly [actor: string]: QuantityInput }>(
    (value) =>
      (typeof value === "string" && value.trim() !== "") ||
      (typeof value === "object" && value !== null && !Array.isArray(value)),
    "payersExpected",
  )
  .meta({ kind: "payers" });

const cost = section({
  title: text.optional(),
  note: text.optional(),
  amount: quantity.optional(),
  /** A post costs 12 months · salary · (1 + charges) · (1 + overhead) a year. */
  post: section({ salary: quantity, charges: quantity.default("0 %"), overhead: quantity.default("0 %") }).optional(),
  number: quantity.default(1),
  /** `enrolled`, `completed` or `group of 12`. */
  per: word.optional(),
  /** `programme`, `year 0`, `years 1-2`. */
  when: word.default("programme"),
  drift: quantity.default("0 %/year"),
  paidBy: payers,
});

export const costs = byId(cost).default({});
