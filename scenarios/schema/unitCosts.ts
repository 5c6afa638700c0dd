import * as z from "zod";
import { byId, choice, evidenceWords, languages, list, section, text, titled, versionText, word } from "./parts.ts";

/** What a unit cost may hold. What is neither included nor excluded is unknown. */
const costParts = [
  "wages",
  "employersContributions",
  "material",
  "premises",
  "overhead",
  "travel",
  "purchase",
] as const;
export type CostPart = (typeof costParts)[number];

const costPartList = list(choice(...costParts));

export const year = z
  .custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= 1900 && (value as number) <= 2200,
    "priceYearForm",
  )
  .meta({ kind: "year" });

const sourceEntry = titled(section({ title: text, url: word.optional(), note: text.optional() }));

/** What entries of a file have in common may stand once, under `defaults`. */
const common = {
  /** The year whose prices the amount has. */
  priceYear: year.optional(),
  /** An id under `sources`. */
  source: word.optional(),
  evidence: choice(...evidenceWords).optional(),
  includes: costPartList.optional(),
  excludes: costPartList.optional(),
  /** Whose cost it is: `municipality`, `region`, `state` … */
  actor: word.optional(),
  region: text.optional(),
  /** A guess that waits for a source: every use of it is told. */
  status: choice("placeholder", "sourced").optional(),
};

/** A number without a unit is a text without one: that it is missing is said later. */
const amount = z
  .preprocess((given) => (typeof given === "number" ? String(given) : given), word)
  .meta({ kind: "wordOrNumber" }) as unknown as z.ZodType<string, string | number>;

/** What the entries of a file have in common. */
export const unitCostDefaults = section(common).default({});

/** One unit cost: an amount of money with its unit, and what it is. */
export const unitCostEntry = section({
  title: text,
  note: text.optional(),
  amount,
  ...common,
  /** The file that it was taken from; written into the checked content. */
  from: word.optional(),
});

export type UnitCostEntry = z.output<typeof unitCostEntry>;

/** A file of unit costs. */
export const unitCostFile = section({
  $schema: word.optional(),
  format: word,
  title: text.optional(),
  version: versionText.default("1"),
  language: choice(...languages).default("en"),
  sources: byId(sourceEntry).default({}),
  defaults: unitCostDefaults,
  entries: byId(unitCostEntry).default({}),
});

/** A text such as 314.20 keeps its last nought in a file, and is a number all the same. */
const value = z
  .preprocess(
    (given) => (typeof given === "string" && /^\d+(\.\d+)?$/.test(given) ? Number(given) : given),
    z.custom<number>((given) => typeof given === "number" && given > 0, "priceIndexValue"),
  )
  .meta({ kind: "level" });

const indexParts = {
  version: versionText.optional(),
  /** Needed unless it extends another, whose title it then has. */
  title: text.optional(),
  /** An index of the program whose values these stand over. */
  extends: word.optional(),
  source: text.optional(),
  url: word.optional(),
  /** Year → level of prices; any base. */
  values: z.record(z.string(), value, { error: () => "mapExpected" }),
};

/** A file with one price index. */
export const priceIndexFile = section({
  $schema: word.optional(),
  format: word,
  id: word,
  language: choice(...languages).default("en"),
  ...indexParts,
});

const priceIndexEntry = section({ id: word.optional(), ...indexParts });
export type PriceIndexEntry = z.output<typeof priceIndexEntry>;

/** By which index amounts of other years are converted: one that comes with the program, or one's own. */
export const priceIndex = z
  .preprocess((given) => (typeof given === "string" ? { id: given, title: given, values: {} } : given), priceIndexEntry)
  .meta({ kind: "priceIndex" })
  .optional() as unknown as z.ZodOptional<z.ZodType<PriceIndexEntry, string | z.input<typeof priceIndexEntry>>>;

const library = section({
  /** Files with unit costs, beside the scenario; later ones win. */
  files: list(word).default([]),
  /** What this scenario wants its unit costs to include. */
  needs: costPartList.optional(),
  sources: byId(sourceEntry).default({}),
  entries: byId(unitCostEntry).default({}),
});

/** A list of files is short for `{ files: … }`. */
export const unitCosts = z
  .preprocess((given) => (Array.isArray(given) ? { files: given } : given), library)
  .meta({ kind: "unitCosts" })
  .optional() as unknown as z.ZodOptional<
  z.ZodType<z.output<typeof library>, readonly string[] | z.input<typeof library>>
>;
