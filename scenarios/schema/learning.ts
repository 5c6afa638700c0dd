import * as z from "zod";
import { type QuantityInput, quantity } from "./parts.ts";

/** How much better each cohort does than the one before, and how far that goes at most; shares of the first one's effect. */
export interface LearningRate {
  readonly perCohort: QuantityInput;
  readonly most?: QuantityInput;
}

const isPlainMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True of `{ perCohort: 5 %, most: 20 % }`; else it is what each cohort does better than the first, as a list. */
export const isLearningRate = (learning: unknown): learning is LearningRate =>
  isPlainMap(learning) && "perCohort" in learning;

const isSound = (learning: unknown): boolean =>
  !isLearningRate(learning) || Object.keys(learning).every((key) => key === "perCohort" || key === "most");

export const learning = z
  .custom<QuantityInput | LearningRate>((value) => quantity.safeParse(value).success, "quantityExpected")
  .refine(isSound, { error: () => "learningForm" })
  .meta({ kind: "learning" });
