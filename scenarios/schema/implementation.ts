import * as z from "zod";
import { payers, post } from "./costs.ts";
import { byId, choice, type QuantityInput, quantity, section, text, wholeYears, word } from "./parts.ts";

const isPlainMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Share of full scale from a year on: `{ year 3: 50 %, year 4: 100 % }`. */
const stages = z
  .custom<{ readonly [year: string]: QuantityInput }>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0,
    "mapExpected",
  )
  .meta({ kind: "stages" });

/** The share of the effect that is kept: one number, or factors that multiply. */
export interface KeptParts {
  /** Of the programme as it was meant. */
  readonly fidelity?: QuantityInput;
  /** Of its effect in other places, with other people. */
  readonly context?: QuantityInput;
  /** What is lost besides. */
  readonly loss?: QuantityInput;
}

export const keptParts = ["fidelity", "context", "loss"] as const;

/** True of `{ fidelity: 80 %, context: 90 % }`. */
export const isKeptParts = (kept: unknown): kept is KeptParts => {
  const keys = isPlainMap(kept) ? Object.keys(kept) : [];
  return keys.length > 0 && keys.every((key) => keptParts.some((part) => part === key));
};

const effectKept = z
  .custom<QuantityInput | KeptParts>((value) => quantity.safeParse(value).success, "quantityExpected")
  .meta({ kind: "effectKept" });

/** The places where it is run. */
const sites = section({
  number: quantity,
  /** How many are open from a year on, in place of stages: school by school. */
  open: stages.optional(),
  /** By outcome, how its effect differs from site to site. */
  between: byId(
    section({
      /** Standard deviation between sites of what is kept of the effect, in the unit of the stated effect. */
      sd: quantity,
      /** Standard error of one site's own follow-up. */
      se: quantity.optional(),
    }),
  ).default({}),
});

/** How the cost per person changes with the scale. */
const marginalCost = section({
  /** For each time as many people as in the project. */
  perDoubling: quantity.optional(),
  /** Of what each stage adds, against the stated cost. */
  stages: stages.optional(),
});

/** What differs from the project on the way in. */
const funnel = section({
  reached: quantity.optional(),
  accepted: quantity.optional(),
  dropout: quantity.optional(),
});

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
  /** With it, the figures `scaleUp/…` say what ordinary operation comes to. */
  effectKept: effectKept.optional(),
  /** For so many years at full scale its figures are counted; as many as the programme's unless said. */
  years: wholeYears.optional(),
  funnel: funnel.optional(),
  sites: sites.optional(),
  marginalCost: marginalCost.optional(),
}).optional();

export type ImplementationContent = NonNullable<z.output<typeof implementation>>;
