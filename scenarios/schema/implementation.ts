import * as z from "zod";
import { payers, post } from "./costs.ts";
import { byId, choice, type QuantityInput, quantity, section, text, word } from "./parts.ts";

/** Share of full scale from a year on: `{ year 3: 50 %, year 4: 100 % }`. */
const stages = z
  .custom<{ readonly [year: string]: QuantityInput }>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0,
    "mapExpected",
  )
  .meta({ kind: "stages" });

/** What the programme would cost as ordinary operation, for the whole target group. It is a forecast beside the accounts. */
export const implementation = section({
  title: text.optional(),
  note: text.optional(),
  /** `after 3 years`. */
  decision: word.optional(),
  /** The whole target group. */
  target: quantity,
  stages: stages.optional(),
  /** Running cost a year at full scale, beside posts with a salary and premises. */
  amount: quantity.optional(),
  posts: quantity.optional(),
  post: post.optional(),
  premises: quantity.optional(),
  /** Training, recruitment and the like, once. */
  oneOff: byId(quantity).default({}),
  drift: quantity.optional(),
  replaces: section({ title: text.optional(), amount: quantity, by: payers }).optional(),
  paidBy: payers.optional(),
  frame: choice("inside", "extended").optional(),
  /** What the budget frame has room for a year. */
  room: quantity.optional(),
}).optional();

export type ImplementationContent = NonNullable<z.output<typeof implementation>>;
