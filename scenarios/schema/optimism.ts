import { quantity, section, text, word } from "./parts.ts";

/** The parts of a proposal that planners have been found to judge too well. */
export const optimismParts = ["cost", "benefit", "delay"] as const;

/**
 * How far comparable programmes have missed their plans: costs higher by `cost`, benefits lower by `benefit`, later by `delay`;
 * `mitigated` is the share of it that has been dealt with, of all or by part.
 */
export const optimism = section({
  title: text.optional(),
  note: text.optional(),
  cost: quantity.optional(),
  benefit: quantity.optional(),
  delay: quantity.optional(),
  mitigated: quantity.default("0 %").meta({ kind: "mitigated" }),
  source: word.optional(),
}).optional();
