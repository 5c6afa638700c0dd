import { fitData, fittableFamilies } from "../../engine/evidence/fit/fitData.ts";
import type { FittableFamily } from "../../engine/evidence/fit/fittable.ts";
import type { FitBasis } from "../basis.ts";

/** Samples drawn for the test of fit: p-values in steps of a half per cent. */
const replicates = 199;

/** How well a family that could be fitted tells the data, and what the others would have come to. */
export function basisOfFit(family: string, data: readonly number[]): FitBasis {
  const [fit] = fitData(data, { families: [family as FittableFamily], replicates }).ranking;
  const others = fitData(data, { families: fittableFamilies.filter((other) => other !== family), replicates: 0 });
  const aic = [fit, ...others.ranking].map((own) => ({ family: own.family as string, value: own.aic }));
  return {
    kind: "fit",
    family,
    values: data.length,
    pValue: fit.pValue!,
    aic: aic.sort((a, b) => a.value - b.value),
  };
}
