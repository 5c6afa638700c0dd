import * as z from "zod";
import { choice, languages, list, type QuantityInput, quantity, section, text, versionText, word } from "./parts.ts";

/** The last year in which a rate holds, `30` or `30 years`; year 0, which is not discounted, is the first. */
const lastYear = z
  .preprocess(
    (value) => (typeof value === "string" && /^\d+\s*years?$/.test(value.trim()) ? Number.parseInt(value, 10) : value),
    z.custom<number>(
      (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000,
      "yearsExpected",
    ),
  )
  .meta({ kind: "years" }) as unknown as z.ZodType<number, number | string>;

/** Rates one after the other; the last holds afterwards. */
const bands = list(section({ through: lastYear.optional(), rate: quantity }));

const about = {
  title: text.optional(),
  version: versionText.optional(),
  source: text.optional(),
  url: word.optional(),
};

/** Rates that differ over the years: a schedule that comes with the program, by its name, or bands of one's own. */
export const discountSchedule = section({ schedule: word.optional(), ...about, bands: bands.optional() });
export type DiscountSchedule = z.output<typeof discountSchedule>;

/** A file with one schedule. */
export const discountScheduleFile = section({
  $schema: word.optional(),
  format: word,
  id: word,
  language: choice(...languages).default("en"),
  ...about,
  title: text,
  bands,
});

/** A rate, one for each year, or a schedule. What an object holds is judged where it is settled. */
export const discounting = z
  .custom<QuantityInput | z.input<typeof discountSchedule>>(
    (value) => quantity.safeParse(value).success,
    "quantityExpected",
  )
  .meta({ kind: "discounting" })
  .optional();
