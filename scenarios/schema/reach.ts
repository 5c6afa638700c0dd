import { byId, quantity, section, text, titled } from "./parts.ts";

export const target = section({
  title: text.optional(),
  note: text.optional(),
  /** A partition of the target group: nobody is in two. */
  segments: byId(titled(section({ title: text }))).default({}),
  /** `people`: the same each programme year; `people/year`: new ones each year. */
  size: quantity,
});

export const funnel = section({
  /** Of the target group. */
  reached: quantity.default("100 %"),
  /** Of the reached. */
  accepted: quantity.default("100 %"),
  /** Of those who started. */
  dropout: quantity.default("0 %"),
  dropouts: section({
    effectKept: quantity.default("0 %"),
    costKept: quantity.default("100 %"),
  }).prefault({}),
});
