import { byId, list, quantity, section, text, titled, word } from "./parts.ts";

/** People who are there at the start, come month by month, and leave. */
const stock = section({
  start: quantity,
  /** `people/month`. */
  inflow: quantity.default("0 people/month"),
  /** Share of those there who leave in a year, by reason: who dies ends what lasts, who moves does not. */
  leaves: section({ death: quantity.optional(), moved: quantity.optional() }).prefault({}),
});

export const target = section({
  title: text.optional(),
  note: text.optional(),
  /** A partition of the target group: nobody is in two. */
  segments: byId(titled(section({ title: text }))).default({}),
  /** `people`: the same each programme year; `people/year`: new ones each year. */
  size: quantity.optional(),
  /** In place of `size`. */
  stock: stock.optional(),
  /** What was planned for: a certain number, in the unit of the size. */
  planned: quantity.optional(),
});

/** Some of the dropouts: those who leave before a time has passed since they started. */
const stage = section({
  /** When it ends, counted from the start. */
  until: quantity,
  /** Of those still there when it begins. */
  leave: quantity,
  /** Of the dropouts of this stage; else by `dose`, else as for all. */
  effectKept: quantity.optional(),
  /** Else by `costOver`, else as for all. */
  costKept: quantity.optional(),
});

export const funnel = section({
  /** Of the target group. */
  reached: quantity.default("100 %"),
  /** Of the reached. */
  accepted: quantity.default("100 %"),
  /** How many can take part in a year. */
  capacity: section({
    places: quantity.optional(),
    posts: quantity.optional(),
    perPost: quantity.optional(),
    /** Who gets the places first, by segment; in proportion unless said. */
    order: list(word).optional(),
  }).optional(),
  /** Of those who started. */
  dropout: quantity.default("0 %"),
  dropouts: section({
    effectKept: quantity.default("0 %"),
    costKept: quantity.default("100 %"),
    /** In place of `dropout`. */
    stages: list(stage).optional(),
    /** How much of the effect a part of the time gives: all from `threshold`, or in proportion between `from` and `full`. */
    dose: section({ threshold: quantity.optional(), from: quantity.optional(), full: quantity.optional() }).optional(),
    /** The time over which the cost of a person arises, evenly. */
    costOver: quantity.optional(),
    /** Of those who left, in place of `funnel.harmed`. */
    harmed: quantity.optional(),
  }).prefault({}),
  /** Of those who started: they do not get the effect. */
  harmed: quantity.optional(),
});
