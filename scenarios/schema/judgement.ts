import * as z from "zod";
import { byId, choice, list, quantity, section, short, text, word } from "./parts.ts";

export const count = z.custom<number>((value) => typeof value === "number", "countExpected").meta({ kind: "count" });

const words = (form: string) =>
  z.custom<string>((value) => typeof value === "string" && value.trim() !== "", form).meta({ kind: "word" });
/** A test, or in a list the id of a criterion as well. */
const test = words("criterionTest");
const item = words("criterionItem");

const joint = {
  all: list(item).optional(),
  any: list(item).optional(),
  atLeast: count.optional(),
  of: list(item).optional(),
};

/** One of `test`, `all`, `any`, or `atLeast` with `of`. The lists hold tests or ids of criteria. */
const criterion = section(
  {
    title: text.optional(),
    note: text.optional(),
    source: word.optional(),
    test: test.optional(),
    ...joint,
  },
  "criterionForm",
);

export const criteria = byId(criterion).default({});
export const success = section({ title: text.optional(), test: test.optional(), ...joint }, "successForm");

const plainNumber = z
  .custom<number | string>((value) => typeof value === "number" || typeof value === "string", "correlationForm")
  .meta({ kind: "wordOrNumber" });

/** What a correlation is one of. */
export const correlationKinds = ["ranks", "kendall", "normal scores"] as const;

/** Which inputs hang together, and how strongly: a pair, a common factor, a t copula, or what to do where they contradict each other. */
const dependent = section({
  between: list(word).optional(),
  correlation: plainNumber.optional(),
  /** Of a pair what its correlation is one of, `ranks` unless said; of a factor the inputs that it moves; of a t copula its inputs. */
  of: z
    .custom<string | readonly string[]>(
      (value) => (correlationKinds as readonly unknown[]).includes(value) || isTexts(value),
      `choice:${correlationKinds.join(", ")}`,
    )
    .meta({ kind: "correlationOf" })
    .optional(),
  /** A name for what moves them together. */
  factor: word.optional(),
  /** Correlation of each input's score with the factor: one for all, or one each. */
  loading: z
    .custom<number | string | readonly (number | string)[]>(
      (value) => [value].flat().every((own) => typeof own === "number" || typeof own === "string"),
      "correlationForm",
    )
    .meta({ kind: "loading" })
    .optional(),
  /** Extremes of these inputs meet: the fewer degrees of freedom, the more. */
  copula: choice("t").optional(),
  degreesOfFreedom: plainNumber.optional(),
  repair: choice("nearest").optional(),
  source: word.optional(),
  note: text.optional(),
});

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((own) => typeof own === "string");

/** A pair that does not say what its correlation is one of, with what it then is. */
const pairOfRanks = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "between" in value && !("of" in value)
    ? { ...value, of: "ranks" }
    : value;

export const dependence = list(short<typeof dependent, never>(dependent, pairOfRanks, "dependent")).default([]);

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
