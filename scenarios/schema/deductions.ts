import { quantity, section, text } from "./parts.ts";

/** One of the two: the stated effect still contains it, or it was taken off before the effect was stated. */
const deduction = section({
  gross: quantity.optional(),
  net: quantity.optional(),
  note: text.optional(),
});

export const deductions = section({
  /** Share that would have come about anyway. */
  deadweight: deduction.optional(),
  /** Share that others brought about. */
  attribution: deduction.optional(),
  /** Share that was moved to others, who are worse off by it. */
  displacement: deduction.optional(),
  /** Share of what is left that wears off from each year to the next. */
  dropOff: deduction.optional(),
});
