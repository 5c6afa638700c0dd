import { byId, quantity, section, text, word } from "./parts.ts";

/** What another programme costs for each unit of an outcome. */
const comparator = section({
  title: text,
  note: text.optional(),
  /** The outcome that both have. */
  of: word,
  /** Its cost per avoided case, or per unit of the outcome. */
  costPer: quantity,
  source: word.optional(),
});

/** Other programmes for the same group, to hold the cost per unit of effect against. */
export const comparators = byId(comparator).optional();
