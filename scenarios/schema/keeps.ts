import * as z from "zod";
import { type QuantityInput, quantity, short } from "./parts.ts";

/** A share kept from each year to the next, or the share that is left in each year since it began. */
export type KeepsInput = QuantityInput | { readonly schedule: readonly QuantityInput[] };

type Plain = { readonly [key: string]: unknown };
const isPlainMap = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True of `{ schedule: [100 %, 80 %, 30 %] }`. */
export const isSchedule = (keeps: unknown): keeps is { readonly schedule: readonly QuantityInput[] } =>
  isPlainMap(keeps) && "schedule" in keeps;

const isSound = (keeps: unknown): boolean =>
  !isSchedule(keeps) || (Object.keys(keeps).length === 1 && Array.isArray(keeps.schedule) && keeps.schedule.length > 0);

export const keeps = z
  .custom<KeepsInput>((value) => quantity.safeParse(value).success, "quantityExpected")
  .refine(isSound, { error: () => "scheduleForm" })
  .meta({ kind: "keeps" });

/** A schedule says how long something lasts where nothing else does. */
export function lastingAsScheduled<T extends z.ZodType>(entry: T) {
  return short<T, never>(
    entry,
    (value) => {
      if (!isPlainMap(value) || value.lasts !== undefined || !isSchedule(value.keeps)) return value;
      const { schedule } = value.keeps;
      return Array.isArray(schedule) ? { ...value, lasts: `${schedule.length} years` } : value;
    },
    "lasting",
  );
}
