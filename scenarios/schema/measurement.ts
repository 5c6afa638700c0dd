import { quantity, section } from "./parts.ts";

/**
 * How a yearly follow-up measures an outcome: by the error that it has in all, or by how many are followed. Of a share those are
 * counted; of anything else their mean is taken.
 */
export const measurement = section({
  /** Standard deviation of the error of the measured change, as a share of the level at the start. */
  sd: quantity.optional(),
  /** Participants who are followed; all of them where nothing is written. */
  participants: quantity.optional(),
  /** People in the comparison group who are followed; without them the comparison's change is not taken off. */
  comparison: quantity.optional(),
  /** Standard deviation between people, in the outcome's own unit; not of a share. */
  sdBetweenPeople: quantity.optional(),
});
