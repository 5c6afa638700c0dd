import { byId, choice, list, quantity, section, text, word } from "./parts.ts";

/** In our order of trust. */
const designs = choice(
  "randomised",
  "waiting list",
  "matching",
  "generic control",
  "historical control",
  "shadow control",
  "before-after",
);

const effect = section({
  /** Of the level without the programme. */
  relativeReduction: quantity.optional(),
  /** In the outcome's own unit. */
  points: quantity.optional(),
  /** Each a share of the level at the start. */
  changes: section({ participants: quantity, comparison: quantity }).optional(),
  /** Whom the effect was measured on: an effect measured on everyone never passes the funnel again. */
  measuredOn: choice("everyone", "enrolled", "completed"),
  design: designs.optional(),
  /** Share of the full effect by programme year. */
  buildUp: quantity.default([1]),
});

const outcome = section({
  title: text,
  note: text.optional(),
  /** Level without the programme. */
  baseline: quantity.optional(),
  unit: word.default("share"),
  better: choice("lower", "higher"),
  term: choice("short", "long").optional(),
  indicator: text.optional(),
  /** Another group than the target. */
  among: quantity.optional(),
  effect,
  fidelity: quantity.default("100 %"),
  starts: quantity.default("0 years"),
  /** A quantity, or `to horizon`. */
  lasts: quantity.default("1 year"),
  keeps: quantity.default("100 %/year"),
});

const consequence = section({
  title: text.optional(),
  note: text.optional(),
  /** An outcome, or `enrolled`, `completed`, `everyone`. */
  of: word,
  share: quantity.default("100 %"),
  amount: quantity,
  starts: quantity.default("0 years"),
  lasts: quantity.default("1 year"),
  keeps: quantity.default("100 %/year"),
  /** Growth per year above general prices, from year 0. */
  drift: quantity.default("0 %/year"),
  gains: word.optional(),
  /** Whose loss it is: the consequence is then a transfer. */
  loses: word.optional(),
  kind: choice("fiscal", "economic", "social").optional(),
});

const reproduced = section({
  figure: word,
  value: quantity,
  within: quantity,
  source: word.optional(),
  note: text.optional(),
});

export const reproduces = list(reproduced).default([]);
export const outcomes = byId(outcome).default({});
export const consequences = byId(consequence).default({});
