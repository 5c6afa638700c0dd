import { keeps, lastingAsScheduled } from "./keeps.ts";
import { byId, choice, quantity, section, text, word } from "./parts.ts";

const consequence = section({
  title: text.optional(),
  note: text.optional(),
  /** An outcome, or `enrolled`, `completed`, `everyone`, `harmed`. */
  of: word,
  share: quantity.default("100 %"),
  amount: quantity,
  starts: quantity.default("0 years"),
  lasts: quantity.default("1 year"),
  keeps: keeps.default("100 %/year"),
  /** Growth per year above general prices, from year 0. */
  drift: quantity.default("0 %/year"),
  gains: word.optional(),
  /** Whose loss it is: the consequence is then a transfer. */
  loses: word.optional(),
  kind: choice("fiscal", "economic", "social").optional(),
});

export const consequences = byId(lastingAsScheduled(consequence)).default({});
