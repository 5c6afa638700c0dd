import * as z from "zod";
import { byId, list, quantity, section, short, text, word } from "./parts.ts";

const count = z.custom<number>((value) => typeof value === "number", "countExpected").meta({ kind: "count" });

const joint = {
  all: list(word).optional(),
  any: list(word).optional(),
  atLeast: count.optional(),
  of: list(word).optional(),
};

/** One of `test`, `all`, `any`, or `atLeast` with `of`. The lists hold tests or ids of criteria. */
const criterion = section({
  title: text.optional(),
  note: text.optional(),
  source: word.optional(),
  test: word.optional(),
  ...joint,
});

export const criteria = byId(criterion).default({});
export const success = section({ title: text.optional(), test: word.optional(), ...joint });

/** Which two inputs hang together, and how strongly. */
const pair = section({
  between: list(word),
  correlation: z
    .custom<number | string>((value) => typeof value === "number" || typeof value === "string", "correlationForm")
    .meta({ kind: "wordOrNumber" }),
  of: z.enum(["ranks", "normal scores"], { error: () => "choice:ranks, normal scores" }).default("ranks"),
  source: word.optional(),
  note: text.optional(),
});

export const dependence = list(pair).default([]);

const formulaEntry = section({
  title: text.optional(),
  note: text.optional(),
  value: quantity,
  /** The actor who gains: the formula then joins the accounts. */
  gains: word.optional(),
  paidBy: word.optional(),
});

/** A formula alone is short for `{ value: … }`. */
const formula = short<typeof formulaEntry, string | number>(
  formulaEntry,
  (value) => (typeof value === "string" || typeof value === "number" ? { value } : value),
  "formula",
);

export const formulas = byId(formula).default({});
