import { betaIInverse } from "../../engine/numeric/betaQuantile.ts";
import { digamma } from "../../engine/numeric/digamma.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { erf, erfc, erfcx, logNormalCdf } from "../../engine/numeric/errorFunction.ts";
import { gammaPInverse, gammaQInverse } from "../../engine/numeric/gammaQuantile.ts";
import { betaI, betaIComplement } from "../../engine/numeric/incompleteBeta.ts";
import { gammaP, gammaQ } from "../../engine/numeric/incompleteGamma.ts";
import { logBeta } from "../../engine/numeric/logBeta.ts";
import { logGamma } from "../../engine/numeric/logGamma.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import type { reference } from "../reference.ts";
import { type Answer, relativeTo } from "./answer.ts";

/* Every row of the reference file on special functions, at its own tolerance. */

const ours: Readonly<Record<string, (...x: number[]) => number>> = {
  ndtr: normalCdf,
  logNdtr: logNormalCdf,
  ndtri: normalQuantile,
  erf,
  erfc,
  erfcx,
  logGamma,
  digamma,
  logBeta,
  gammaP,
  gammaQ,
  gammaPInverse,
  gammaQInverse,
  betaI,
  betaIComplement,
  betaIInverse,
};

export function* specialAnswers(known: ReturnType<typeof reference>["cases"][number]): Generator<Answer> {
  const { id, rows, values, relTol } = known;
  for (const [i, row] of rows.entries()) {
    const right = Number(values[i]);
    yield relativeTo(id, row.join(", "), ours[id](...row.map(Number)), right, relTol[i] || 1e-300);
  }
}
