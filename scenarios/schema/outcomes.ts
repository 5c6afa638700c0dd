import { deductions } from "./deductions.ts";
import { effect } from "./effect.ts";
import { keeps, lastingAsScheduled } from "./keeps.ts";
import { learning } from "./learning.ts";
import { measurement } from "./measurement.ts";
import { byId, choice, grounds, list, quantity, section, text, word } from "./parts.ts";

const outcome = section({
  title: text,
  note: text.optional(),
  ...grounds,
  /** Level without the programme. */
  baseline: quantity.optional(),
  unit: word.default("share"),
  better: choice("lower", "higher"),
  term: choice("short", "long").optional(),
  indicator: text.optional(),
  /** Another group than the target. */
  among: quantity.optional(),
  effect,
  /** What happens to those who are harmed, the bad way: in the outcome's own unit, or as a share of the level at the start. */
  harm: section({ points: quantity.optional(), relative: quantity.optional() }).optional(),
  fidelity: quantity.default("100 %"),
  /** What later programme years' cohorts gain from the earlier ones. */
  learning: learning.optional(),
  starts: quantity.default("0 years"),
  /** A quantity, or `to horizon`. */
  lasts: quantity.default("1 year"),
  keeps: keeps.default("100 %/year"),
  /** Further relative standard deviation for each year since the effect began. */
  uncertaintyGrows: quantity.optional(),
  /** What one unit of it may be worth, where it has no price: the chance that the programme is worth its cost is shown for each. */
  willingnessToPay: list(quantity).optional(),
  /** What of the stated effect is not the programme's own. */
  deductions: deductions.optional(),
  /** How a follow-up measures it, and how well. */
  measurement: measurement.optional(),
});

export const outcomes = byId(lastingAsScheduled(outcome)).default({});
