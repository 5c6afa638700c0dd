import * as z from "zod";

/** A text in the file's language, or in both. After checking always `{ en?, sv? }`, translations merged in. */
export type TextInput = string | number | { readonly en?: string; readonly sv?: string };
export type TextContent = { readonly en?: string; readonly sv?: string };

export const evidenceWords = ["data", "research", "expert", "assumption"] as const;
/** Rows of the logic model. */
export const rowWords = ["resources", "reach", "shortTerm", "longTerm", "economy", "other"] as const;

/** What may be said about a quantity beside its value. */
interface QuantityNotes {
  unit?: string;
  title?: TextInput;
  source?: string;
  evidence?: (typeof evidenceWords)[number];
  row?: (typeof rowWords)[number];
  assumption?: TextInput;
  year?: number;
  note?: TextInput;
  shared?: string;
}

/**
 * A number, a name, a formula, a list by year, or an object: a distribution, `{ value }`, or one per segment. What stands in
 * the object is judged by the table of distributions, so that there is one truth about families.
 */
export type QuantityInput =
  | number
  | string
  | readonly QuantityInput[]
  | (QuantityNotes & { readonly [key: string]: unknown });

/** Findings about structure travel as the message of zod's issue: a code of the table of findings. */
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const languages = ["en", "sv"] as const;

export const isTextObject = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([key, own]) => (key === "en" || key === "sv" ? isWord(own) : false));

const isWord = (value: unknown): boolean =>
  (typeof value === "string" && value.trim() !== "") || typeof value === "number";

export const text = z
  .custom<TextInput>((value) => isWord(value) || isTextObject(value), "textExpected")
  .meta({ kind: "text" });

export const quantity = z
  .custom<QuantityInput>(
    (value) => typeof value === "number" || typeof value === "string" || Array.isArray(value) || isObject(value),
    "quantityExpected",
  )
  .meta({ kind: "quantity" });

/** A text that means something to the checker: an id, a test, a period. */
export const word = z
  .custom<string>((value) => typeof value === "string" && value.trim() !== "", "wordExpected")
  .meta({ kind: "word" });

/** A version may be written 1 or 1.10: it is kept as text. */
export const versionText = z
  .preprocess(
    (value) => (typeof value === "number" ? String(value) : value),
    z.custom<string>((value) => typeof value === "string" && value.trim() !== "", "wordExpected"),
  )
  .meta({ kind: "wordOrNumber" }) as unknown as z.ZodType<string, string | number>;

/** A whole number of years, written `10` or `10 years`. */
export const wholeYears = z
  .preprocess(
    (value) =>
      typeof value === "string" && /^[1-9]\d*\s*years?$/.test(value.trim()) ? Number.parseInt(value, 10) : value,
    z.custom<number>(
      (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 200,
      "yearsExpected",
    ),
  )
  .meta({ kind: "years" }) as unknown as z.ZodType<number, number | string>;

export const choice = <const T extends readonly [string, ...string[]]>(...words: T) =>
  z.enum(words, { error: () => `choice:${words.join(", ")}` });

/**
 * A map with known keys; unknown ones are told with the nearest known.
 * @param form the finding where something else than a map stands
 */
export function section<S extends z.ZodRawShape>(shape: S, form = "mapExpected") {
  const known = Object.keys(shape).join(",");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? `known:${known}` : form),
  });
}

/** What all numbers of an entry rest on, where they say nothing themselves. */
export const grounds = { source: word.optional(), evidence: choice(...evidenceWords).optional() };

/** A map whose keys are ids. */
export const byId = <T extends z.ZodType>(entry: T) => z.record(z.string(), entry, { error: () => "mapExpected" });

export const list = <T extends z.ZodType>(entry: T) => z.array(entry, { error: () => "listExpected" });

/** A short entry `education: Education committee` means `{ title: … }`. */
export function titled<T extends z.ZodType>(entry: T) {
  const expand = (value: unknown) => (isWord(value) || isTextObject(value) ? { title: value } : value);
  return z.preprocess(expand, entry).meta({ kind: "titled" }) as unknown as z.ZodType<
    z.output<T>,
    TextInput | z.input<T>
  >;
}

/** Where it is written shorter than what it means. */
export function short<T extends z.ZodType, I>(entry: T, expand: (value: unknown) => unknown, kind: string) {
  return z.preprocess(expand, entry).meta({ kind }) as unknown as z.ZodType<z.output<T>, I | z.input<T>>;
}
