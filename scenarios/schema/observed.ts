import * as z from "zod";
import { byId, choice, languages, list, section, short, text, titled, versionText, word } from "./parts.ts";

export const observedFormat = "utfall-observed/1";

/** The groups of people that a follow-up counts, each among those before it. */
export const seenGroups = ["everyone", "reached", "accepted", "enrolled", "completed", "dropped", "harmed"] as const;
export type SeenGroup = (typeof seenGroups)[number];

type Number = number | string;
type BySegment = Number | { readonly [segment: string]: Number };

/** Counts: one number, one for each segment, or a list of either by programme year. What stands in it is judged with the scenario at hand. */
const counts = z
  .custom<BySegment | readonly BySegment[]>(
    (value) => typeof value === "number" || typeof value === "string" || (typeof value === "object" && value !== null),
    "observedCount",
  )
  .meta({ kind: "counts" });

/** A number as written, with its unit. */
const number = z
  .custom<Number>((value) => typeof value === "number" || typeof value === "string", "observedNumber")
  .meta({ kind: "wordOrNumber" });

const byYear = z
  .custom<Number | readonly Number[]>(
    (value) => typeof value === "number" || typeof value === "string" || Array.isArray(value),
    "observedNumber",
  )
  .meta({ kind: "numbersByYear" });

/**
 * What was measured on a group: how many of how many, a mean, or a change since the start as a share of the level then. A mean and a
 * change have the standard error `se`; of a mean it follows from `sd`, the standard deviation between people, and their number `of`.
 */
const group = section({
  count: number.optional(),
  of: number.optional(),
  mean: number.optional(),
  change: number.optional(),
  se: number.optional(),
  sd: number.optional(),
});
export type SeenGroupContent = z.output<typeof group>;

const measured = section({
  /** Programme year of the people it was measured on; the last one that is complete unless said. */
  year: number.optional(),
  segment: word.optional(),
  participants: group.optional(),
  comparison: group.optional(),
  /** The participants' change less the comparison's, the good way positive: in the outcome's own unit (`mean`), or as a share of the level at the start. */
  net: section({ mean: number.optional(), change: number.optional(), se: number.optional() }).optional(),
  source: word.optional(),
  note: text.optional(),
});

const outcome = short<z.ZodArray<typeof measured>, z.input<typeof measured>>(
  list(measured),
  (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? [value] : value),
  "measurements",
);

const cost = short<
  z.ZodObject<{ amount: typeof byYear; se: z.ZodOptional<typeof number> }>,
  Number | readonly Number[]
>(
  section({ amount: byYear, se: number.optional() }),
  (value) =>
    typeof value === "number" || typeof value === "string" || Array.isArray(value) ? { amount: value } : value,
  "costSoFar",
);

/** What is done, counted against the plan for the same time. */
const process = section({
  title: text.optional(),
  plan: number,
  actual: number,
  /** Plan for the whole programme. */
  planInAll: number.optional(),
});

/** A follow-up of a programme: what has been seen of it up to a time. */
export const observedFile = section({
  $schema: word.optional(),
  format: word,
  language: choice(...languages).default("en"),
  title: text.optional(),
  note: text.optional(),
  /** The programme's id, with the version and the hash of the scenario that it was held against where these are to be told apart. */
  scenario: short<
    z.ZodObject<{ id: typeof word; version: z.ZodOptional<typeof versionText>; hash: z.ZodOptional<typeof word> }>,
    string
  >(
    section({ id: word, version: versionText.optional(), hash: word.optional() }),
    (value) => (typeof value === "string" ? { id: value } : value),
    "scenarioOf",
  ),
  /** What is seen is seen up to here: `18 months`, `1 year`, or the last month, `2027-08`. */
  through: word,
  sources: byId(titled(section({ title: text, url: word.optional(), note: text.optional() }))).default({}),
  people: section(
    Object.fromEntries(seenGroups.map((name) => [name, counts.optional()])) as Record<
      SeenGroup,
      z.ZodOptional<typeof counts>
    >,
  ).default({} as never),
  outcomes: byId(outcome).default({}),
  costs: byId(cost).default({}),
  processMeasures: byId(process).default({}),
  /** Outturns of figures by path, to be held against the forecast; nothing is learnt from them. */
  figures: z.record(z.string(), number, { error: () => "mapExpected" }).default({}),
  /** Whether the criteria came to be met. */
  criteria: z.record(z.string(), choice("met", "missed"), { error: () => "mapExpected" }).default({}),
});

export type ObservedContent = z.output<typeof observedFile>;
