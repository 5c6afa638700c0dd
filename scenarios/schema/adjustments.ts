import { type ComparisonDesign, comparisonDesigns } from "../../engine/evidence/designs.ts";
import { choice, quantity, section, text, versionText, word } from "./parts.ts";

/** How an effect was compared, in our order of trust. */
export const design = choice(...comparisonDesigns);

/** What is done to effects that were compared in one way: the mean times `factor`, and further spread. */
const row = section({
  factor: quantity.default("100 %"),
  /** Further standard deviation, in the effect's own unit. */
  extraSd: quantity.default(0),
  /** Where the two come from, if not from the source of the whole table. */
  source: word.optional(),
  note: text.optional(),
});

const optionalRow = row.optional();
const rows = Object.fromEntries(comparisonDesigns.map((name) => [name, optionalRow])) as Record<
  ComparisonDesign,
  typeof optionalRow
>;

/** A table of adjustments by design: it stands over the program's own, which leaves every effect as stated. */
export const adjustments = section({
  /** Which edition of the table this is; it goes into the result. */
  version: versionText,
  title: text.optional(),
  source: word.optional(),
  note: text.optional(),
  designs: section(rows),
}).optional();
