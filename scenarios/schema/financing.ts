import * as z from "zod";
import { payers } from "./costs.ts";
import { byId, choice, list, type QuantityInput, quantity, section, short, text, wholeYears, word } from "./parts.ts";

/** Of what somebody pays: what it can take out of its budget, all that it gains, or that less what it pays itself. */
export const bases = ["cashable", "benefit", "net"] as const;

/** Shares of a result by actor; one of them may be `rest`. */
const shares = z
  .custom<{ readonly [actor: string]: QuantityInput }>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0,
    "sharesByActorExpected",
  )
  .meta({ kind: "sharesByActor" });

/** One actor, several, or each with its own share. */
const repayers = z
  .custom<string | readonly string[] | { readonly [actor: string]: QuantityInput }>(
    (value) =>
      (typeof value === "string" && value.trim() !== "") ||
      (Array.isArray(value)
        ? value.length > 0 && value.every((name) => typeof name === "string" && name.trim() !== "")
        : typeof value === "object" && value !== null && Object.keys(value).length > 0),
    "repayersExpected",
  )
  .meta({ kind: "repayers" });

/** Those who gain hand on what they gain to whom it was that paid. */
const repayment = section({
  note: text.optional(),
  to: word,
  from: repayers,
  /** Of what they gain in a year. */
  share: quantity.default("100 %"),
  of: choice(...bases).default("cashable"),
  /** `cost repaid`, `year 9`, `to horizon`, or an amount. */
  until: quantity.default("cost repaid").meta({ kind: "repaidUntil" }),
  /** Whole years after the start in which nothing is paid. */
  starts: wholeYears.optional(),
  /** On what is not repaid. */
  interest: quantity.optional(),
});

/** What a fund holds from year to year. */
const fund = section({
  note: text.optional(),
  actor: word,
  start: quantity,
  topUps: quantity.optional(),
  /** What its other programmes draw. */
  commitments: byId(quantity).default({}),
  /** Below this it is called dry. */
  least: quantity.optional(),
});

/** One name stands for the whole of it. */
const invested = short<ReturnType<typeof investedMap>, string>(
  investedMap(),
  (value) => (typeof value === "string" && value.trim() !== "" ? { [value.trim()]: "100 %" } : value),
  "invested",
);

function investedMap() {
  return byId(quantity);
}

/** What is paid, by an outcome or by what the payer gains. */
const pays = section({
  /** An outcome; or `cashable`, `benefit`, `net`: what the payer gains. */
  of: word,
  /** Of an outcome: an avoided case, or a percentage point of improvement. */
  per: choice("case", "point").optional(),
  amount: quantity.optional(),
  /** By the true effect, or by what a follow-up of the group sees. */
  measured: choice("effect", "observed").optional(),
  /** Of what the payer gains. */
  share: quantity.optional(),
  /** Improvement below which nothing is paid. */
  from: quantity.optional(),
  /** The highest one reached holds for the whole. */
  tiers: list(section({ from: quantity, amount: quantity })).optional(),
  /** Each programme year's group is judged by itself; where none passes, all together. */
  cohorts: section({ each: quantity, pooled: quantity }).optional(),
  /** Whole years from the group's year to its payment. */
  after: wholeYears.optional(),
  /** Part of what is paid until as much is paid as was invested, and after that. */
  shareBefore: quantity.optional(),
  shareAfter: quantity.optional(),
  /** Of all payments by results together. */
  cap: quantity.optional(),
  /** Share of what was invested that is paid back whatever the result. */
  guarantee: quantity.optional(),
  /** Of the payments by results, what the provider gets. */
  toProvider: quantity.optional(),
});

/** Somebody else pays for the programme, and is paid by its results. */
const contract = section({
  title: text.optional(),
  note: text.optional(),
  financier: word,
  payer: payers,
  provider: word.optional(),
  /** Shares of costs by their id. */
  invests: invested,
  pays,
});

/** How money moves between actors beside the accounts: it is never made by it. */
export const financing = section({
  note: text.optional(),
  repayment: repayment.optional(),
  /** By whom a joint loss is borne. */
  lossShare: shares.optional(),
  /** The same of a joint gain as well. */
  resultShare: shares.optional(),
  fund: fund.optional(),
  contracts: byId(contract).default({}),
}).optional();

type FinancingContent = NonNullable<z.output<typeof financing>>;
export type ContractContent = FinancingContent["contracts"][string];
