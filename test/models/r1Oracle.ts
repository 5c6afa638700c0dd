import { type Figure, percentileLevels, type Result } from "../../engine/result/result.ts";
import { reference } from "../reference.ts";

interface Known {
  readonly value: number;
  readonly se: number;
}

/** One figure of R1: its name, what our result says, and the reference value with its own error. */
export interface Compared {
  readonly name: string;
  readonly ours: Figure;
  readonly known: Known;
}

const cases = reference("r1").cases;
const caseOf = (id: string) => cases.find((known) => known.id === id);
/** Output id of ours ← id in the reference file. */
const numbers: Readonly<Record<string, string>> = {
  pvBenefit: "pvBenefit",
  pvCost: "pvCost",
  net: "net",
  "pvBenefit.municipality": "pvBenefitMuni",
};
const percentiles = percentileLevels.filter((level) => [5, 25, 50, 75, 95].includes(level));

/** Every summary of R1 that the reference file holds with an error; `never` is the reference's year 10. */
export function comparedFigures(result: Result): readonly Compared[] {
  const compared: Compared[] = [];
  const add = (name: string, ours: Figure | undefined, known: Known) => {
    if (ours === undefined) throw new Error(`the result has no ${name}`);
    compared.push({ name, ours, known });
  };
  for (const [id, name] of Object.entries(numbers)) {
    const ours = result.outputs[id];
    if (ours?.kind !== "number") throw new Error(`the result has no ${id}`);
    add(`${id} mean`, ours.mean, caseOf(name).mean);
    add(`${id} sd`, ours.sd, caseOf(name).sd);
    for (const level of percentiles) add(`${id} p${level}`, ours.percentiles[level], caseOf(name)[`p${level}`]);
  }
  const ratio = result.outputs.returnPerKrona;
  if (ratio?.kind !== "ratio") throw new Error("the result has no returnPerKrona");
  add("returnPerKrona mean", ratio.perDrawMean, caseOf("returnPerKrona").mean);
  add("returnPerKrona sd", ratio.perDrawSd, caseOf("returnPerKrona").sd);
  for (const level of percentiles)
    add(`returnPerKrona p${level}`, ratio.percentiles?.[level], caseOf("returnPerKrona")[`p${level}`]);
  const payback = result.outputs.paybackYear;
  if (payback?.kind !== "year") throw new Error("the result has no paybackYear");
  add("paybackYear mean", payback.mean, caseOf("paybackYear").mean);
  add("paybackYear sd", payback.sd, caseOf("paybackYear").sd);
  for (const [year, chance] of Object.entries(caseOf("paybackYear").distribution as Record<string, Known>))
    add(`paybackYear ${year}`, payback.chance[year === "10" ? "never" : year], chance);
  const chances = caseOf("probabilities");
  add("P(net > 0)", result.criteria.gain.probability, chances["P(net>0)"]);
  add("P(return ≥ 1.5)", result.criteria.fairReturn.probability, chances["P(returnPerKrona>=1.5)"]);
  add("P(reach and gain)", result.criteria.reachAndGain.probability, chances["P(participants>=150 and net>0)"]);
  return compared;
}

/** Percentiles of the pay-back year: whole numbers, to be equal. */
export function paybackPercentiles(result: Result): readonly (readonly [ours: number, known: number])[] {
  const payback = result.outputs.paybackYear;
  if (payback?.kind !== "year") throw new Error("the result has no paybackYear");
  return percentiles.map((level) => [payback.percentiles[level].value, caseOf("paybackYear")[`p${level}`]]);
}

/** A chance with fewer expected hits per replicate than this is held to its exact binomial interval instead. */
export const isRare = ({ known }: Compared, drawsPerReplicate: number): boolean =>
  known.value < 1 && known.value > 0 && known.value * drawsPerReplicate < 5;

export const zOf = ({ ours, known }: Compared): number =>
  (ours.value - known.value) / Math.sqrt(ours.se * ours.se + known.se * known.se);
