import type { DiscountSchedule } from "./schema/discounting.ts";

/** A schedule as it stands in checked content. */
export type SettledSchedule = DiscountSchedule & { readonly bands: NonNullable<DiscountSchedule["bands"]> };

/** Whether a scenario's checked discounting is a schedule, not one rate. */
export const isSchedule = (discounting: unknown): discounting is SettledSchedule =>
  typeof discounting === "object" && discounting !== null && "bands" in discounting;

/** Where the rate of a band stands. */
export const ratePlace = (band: number): string => `discounting.bands.${band}.rate`;

/** Which band holds in a year: the first that reaches it, else the last. */
export function bandOf({ bands }: SettledSchedule, year: number): number {
  const found = bands.findIndex(({ through }) => through === undefined || year <= through);
  return found < 0 ? bands.length - 1 : found;
}
