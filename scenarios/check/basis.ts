import { fitData } from "../../engine/evidence/fit/fitData.ts";
import type { FittableFamily } from "../../engine/evidence/fit/fittable.ts";
import type { FitBasis } from "../basis.ts";

/** Samples drawn for the test of fit: p-values in steps of a half per cent. */
const replicates = 199;

/** How well a family that could be fitted tells the data. */
export function basisOfFit(family: string, data: readonly number[]): FitBasis {
  const [fit] = fitData(data, { families: [family as FittableFamily], replicates }).ranking;
  return { kind: "fit", family, values: data.length, pValue: fit.pValue! };
}
