import { quantity, section, word } from "./parts.ts";

/**
 * What own schools are given beyond before, independent schools are given per pupil too; what own schools are given less, they
 * are given less.
 */
export const equalFunding = section({
  /** Share of the pupils who go to independent schools. */
  share: quantity,
  /** On top of the grant per pupil, such as the compensation for value-added tax. */
  markup: quantity.optional(),
  /** The actor who is given the grant, where it is one of those whose result is shown. */
  to: word.optional(),
});
