import { fewestDraws } from "../design/plan.ts";
import { countedIn, ranked } from "./ranked.ts";
import { type Study, sampleOf } from "./study.ts";

/** Paths of the inputs, chance apart, whose rank correlation with the first output is largest; undefined where the signal ended it. */
export async function strongestInputs(study: Study, most: number): Promise<readonly string[] | undefined> {
  const sample = await sampleOf(study, fewestDraws);
  if (sample === undefined) return undefined;
  const [output] = sample.outputs;
  const counted = countedIn(output.values, sample.replicates.count);
  const ranks = ranked(output.values, counted);
  if (ranks.allSquares === 0) return [];
  return study.inputs
    .map(({ path, level }, i) => {
      const own = ranked(sample.inputs[i].values, counted);
      let products = 0;
      for (let d = 0; d < own.all.length; d++) products += own.all[d] * ranks.all[d];
      const strength = own.allSquares === 0 ? 0 : (products * products) / own.allSquares;
      return { path, strength: level === "chance" ? 0 : strength };
    })
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, most)
    .map(({ path }) => path);
}
