import * as z from "zod";
import { discounting } from "./discounting.ts";
import {
  byId,
  choice,
  evidenceWords,
  languages,
  list,
  section,
  type TextInput,
  text,
  titled,
  versionText,
  wholeYears,
  word,
} from "./parts.ts";
import { priceIndex, unitCosts, year } from "./unitCosts.ts";

/** A reason, or one for each place. */
export type AcceptInput = TextInput | { readonly [place: string]: TextInput };

export const formatName = "utfall-scenario/1";

const evidence = choice(...evidenceWords);

const decision = section({
  question: text.optional(),
  without: text.optional(),
  body: text.optional(),
  owner: text.optional(),
});

const programme = section({
  /** First month, `2026-08`. */
  start: word.optional(),
  /** Years in which the programme runs, from year 0. */
  years: wholeYears.default(1),
});

/** A source of numbers; quantities and criteria name it. */
const sourceEntry = titled(section({ title: text, url: word.optional(), note: text.optional() }));

/** What a file says about itself and about money and time. */
export const head = {
  $schema: word.optional(),
  format: word,
  id: word,
  version: versionText.default("1"),
  language: choice(...languages).default("en"),
  status: text.optional(),
  title: text,
  summary: text.optional(),
  decision: decision.optional(),
  sources: byId(sourceEntry).default({}),
  defaults: section({ source: word.optional(), evidence: evidence.optional() }).default({}),
  /** Counting words: a programme's own units, such as visits. */
  units: byId(titled(section({ title: text }))).default({}),
  /** ISO code of the currency; SEK is written `kr`. */
  currency: word.default("SEK"),
  /** The year whose prices all money is stated in. */
  priceYear: year.optional(),
  priceIndex,
  unitCosts,
  programme: programme.prefault({}),
  /** Year 0 begins with the programme; `horizon: 10 years` is years 0 to 9. */
  period: choice("year", "quarter", "month").default("year"),
  horizon: wholeYears.optional(),
  /** Real discount rate per year, or a schedule of them; year 0 is not discounted. */
  discounting,
  /** The perspective or actor whose result stands first. */
  perspective: word.optional(),
  notCounted: list(text).default([]),
  /** Warnings that are accepted, by their code, each with its reason: for the whole file, or by place. */
  accept: byId(
    z
      .custom<AcceptInput>(
        (value) =>
          typeof value === "string" || typeof value === "number" || (typeof value === "object" && value !== null),
        "textExpected",
      )
      .meta({ kind: "accept" }),
  ).optional(),
} as const;
